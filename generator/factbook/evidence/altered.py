"""A document that is not at hand by its hash, while one that is almost the same is.

In a folder whose files have names of their own, bytes that were altered have another hash, and
nothing else says whose they are. A lock knows how long each paragraph of the text was: that is
enough to know the document again.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.evidence.locating import paragraphs
from factbook.evidence.looking import Opened, look
from factbook.evidence.snapshots import MEND, Folder, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factbook.evidence.source_lock import Text
    from factbook.evidence.standing import Evidence
    from factbook.facts.ledger import Ledger
    from factbook.facts.model import Source

LEAST = 3  # paragraphs that are as long as they were
ALIKE = 0.5  # of the text that they make up
SLACK = 0.1  # by which a document may have grown or shrunk


def altered(
    name: str, ledger: Ledger, snapshots: Mapping[str, bytes], evidence: Evidence
) -> Iterator[Problem]:
    """That a source's document, which is not at hand, lies there with other bytes, and where.

    After it come the quotes that do not stand in those, each with the nearest passage.
    """
    source, known = ledger.sources[name], evidence.lock(name).text
    if not (isinstance(snapshots, Folder) and known and source.snapshot):
        return
    if known.snapshot != source.snapshot.sha256:
        return
    for sha256 in _unnamed(ledger, snapshots, source):
        text = text_of(snapshots, sha256)
        if text is not None and _is_alike(known, text):
            where = snapshots.names.get(sha256, sha256)
            message = f"no document has this sha256, and {where} is almost the same: it was altered"
            spot = ledger.spot(name).at("snapshot", "sha256")
            yield Problem("snapshot-mismatch", message, spot, MEND)
            yield from _lost(name, where, Opened(sha256, text), ledger)
            return


def _unnamed(ledger: Ledger, snapshots: Folder, source: Source) -> Iterator[str]:
    """The documents that no source names, and that are about as large as one."""
    named = {one.snapshot.sha256 for one in ledger.sources.values() if one.snapshot}
    for one in ledger.sources.values():
        named |= {past.sha256 for past in one.snapshot.earlier} if one.snapshot else set()
    size = source.snapshot.bytes if source.snapshot else 0
    for sha256, content in snapshots.items():
        if sha256 not in named and (not size or abs(len(content) - size) <= SLACK * size):
            yield sha256


def _is_alike(known: Text, text: str) -> bool:
    """Whether most of a text's paragraphs are as long, in their order, as a lock says."""
    before = [one.end - one.start for one in known.paragraphs]
    now = [one.end - one.start for one in paragraphs(text)]
    if before == now:
        return True
    same = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    stretches = [before[one.a : one.a + one.size] for one in same]
    return sum(map(len, stretches)) >= LEAST and _all(stretches) >= ALIKE * sum(before)


def _all(stretches: Sequence[Sequence[int]]) -> int:
    return sum(map(sum, stretches))


def _lost(name: str, where: str, document: Opened, ledger: Ledger) -> Iterator[Problem]:
    """The quotes of a source that do not stand in an altered document."""
    for spot, cited in ledger.citations():
        if cited.source == name:
            _, problem = look(document, cited, needs_one_place=False)
            if problem and problem.rule == "quote-missing":
                message = f"these words do not stand in {where}, which was altered"
                yield replace(problem, message=message, spot=spot.at("quote"))
