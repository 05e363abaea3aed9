"""Whether the exact words of a quote stand in a document.

Only white space is folded: a line break in the document is a space in the quote. Letters, quotation
marks and dashes must be the same to the letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.evidence.snapshots import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.facts.ledger import Ledger
    from factbook.facts.model import Source


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found: how many quotes stand in their documents, and what is wrong."""

    found: int
    problems: tuple[Problem, ...]


def folded(text: str) -> str:
    """The text with every run of white space as one space, and none at the ends."""
    return " ".join(text.split())


def verify(ledger: Ledger, snapshots: Mapping[str, bytes]) -> Verified:
    """Look for every quote of the ledger in the snapshot of its source."""
    texts, problems = _texts(ledger, snapshots)
    found = 0
    for spot, citation in ledger.citations():
        if citation.source not in texts:
            continue
        quote = folded(citation.quote)
        if stands_in(quote, texts[citation.source]):
            found += 1
            continue
        message = f"these words do not stand in {citation.source}"
        near = nearest(quote, texts[citation.source])
        mend = f"the nearest passage is: {near}" if near else "nothing like them stands there"
        problems.append(Problem("quote-missing", message, spot.at("quote"), mend))
    return Verified(found, tuple(problems))


def stands_in(quote: str, text: str) -> bool:
    """Whether the words stand in the text as words: "ten" does not stand in "often"."""
    before = r"(?<!\w)" if quote[:1].isalnum() else ""
    after = r"(?!\w)" if quote[-1:].isalnum() else ""
    return re.search(f"{before}{re.escape(quote)}{after}", text) is not None


def nearest(quote: str, text: str) -> str:
    """The passage of the text that shares most with the quote; empty where it shares little."""
    matcher = SequenceMatcher(None, text, quote, autojunk=False)
    match = matcher.find_longest_match()
    if match.size < max(4, len(quote) // 5):
        return ""
    start = max(0, match.a - match.b)
    return text[start : start + len(quote)]


def _texts(ledger: Ledger, snapshots: Mapping[str, bytes]) -> tuple[dict[str, str], list[Problem]]:
    """The folded text of each cited source; a problem where there is none to look in."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for name in dict.fromkeys(citation.source for _, citation in ledger.citations()):
        source = ledger.sources.get(name)
        if source is None:
            continue
        text = text_of(snapshots, source.snapshot.sha256) if source.snapshot else None
        if source.snapshot is None or text is None:
            problems.append(_without_text(ledger, name, source))
            continue
        texts[name] = folded(text)
        size = len(snapshots[source.snapshot.sha256])
        if source.snapshot.bytes not in {0, size}:
            spot = ledger.spot(name).at("snapshot", "bytes")
            message = f"the document has {size} bytes"
            problems.append(Problem("snapshot-bytes", message, spot, f"write bytes: {size}"))
    return texts, problems


def _without_text(ledger: Ledger, name: str, source: Source) -> Problem:
    spot = ledger.spot(name)
    if source.snapshot is None:
        mend = "archive the document and record its sha256 under `snapshot`"
        return Problem(
            "no-snapshot", f"{name} has no snapshot: its quotes are unproven", spot, mend
        )
    mend = "add the archived document to the folder, or correct the sha256"
    message = "no document in the folder has this sha256"
    return Problem("no-snapshot", message, spot.at("snapshot", "sha256"), mend)
