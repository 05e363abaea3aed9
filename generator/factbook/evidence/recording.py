"""What a verification found, as the locks that are to be written."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Span, Spot
from factbook.evidence.locks import lock_of
from factbook.evidence.source_lock import SourceLock, is_lock_of_source, key_of_quote, lock_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factbook.evidence.quotes import Verified
    from factbook.evidence.source_lock import Line
    from factbook.evidence.standing import Evidence
    from factbook.facts.ledger import Ledger


def locks_of(
    ledger: Ledger, verified: Verified, evidence: Evidence, home: Callable[[Spot], str]
) -> dict[str, bytes]:
    """Path -> text of the lock of every source that has a quote to record.

    `home` tells in which root the file of a citation lies: the way there with a slash at its end,
    or nothing. What a second root quotes is recorded there. Of a document that was not at hand
    stays what was known of the quotes that are still cited.
    """
    found: defaultdict[tuple[str, str], dict[str, Line]] = defaultdict(dict)
    for spot, cited in ledger.citations():
        name, key = cited.source, key_of_quote(cited)
        was_open = name in verified.texts
        known = verified.lines.get((name, key)) if was_open else evidence.lock(name).quotes.get(key)
        if known and name in ledger.sources:
            found[home(spot), name][key] = known
    locks = {}
    for (root, name), lines in found.items():
        public = found.get(("", name), {}) if root else {}
        own = {key: line for key, line in lines.items() if key not in public}
        text = verified.texts.get(name, evidence.lock(name).text)
        if own:
            locks[root + lock_of(ledger.subjects.paths[name])] = lock_text(SourceLock(text, own))
    return locks


def idle_locks(
    tree: Mapping[str, bytes], written: Mapping[str, bytes], facts: str, root: str = ""
) -> list[str]:
    """Locks of sources among the files of a root that record nothing any more, by path."""
    below = (path for path in tree if path.startswith(root) and path not in written)
    return [path for path in below if is_lock_of_source(path.removeprefix(root), facts)]


def _in_words(line: Line) -> str:
    """Where a quote stands: `in page 2, paragraph 4, at characters 30 to 36`."""
    spans = ", ".join(f"{start} to {end}" for start, end in line.spans)
    return f"in {line.locator}, at characters {spans}"


def departures(
    verified: Verified, evidence: Evidence, locks: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Lines of locks, by path, that say of the same bytes that a quote stands elsewhere in them."""
    wrong = {}
    for (name, key), line in verified.lines.items():
        old = evidence.lock(name).quotes.get(key)
        if old and old.snapshot == line.snapshot and old._replace(day="") != line._replace(day=""):
            wrong[name, key] = line
    for path, content in locks.items() if wrong else ():
        name = PurePosixPath(path).stem
        for number, told in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
            found = wrong.get((name, told.partition(":")[0]))
            if found:
                places = "1 place" if found.places == 1 else f"{found.places} places"
                message = f"the words of this line stand {_in_words(found)}, {places} in all"
                span = Span(number, 1, number, len(told) + 1)
                mend = "let `factbook verify` write the line anew"
                yield Problem("broken-lock", message, Spot(path, span=span), mend)
