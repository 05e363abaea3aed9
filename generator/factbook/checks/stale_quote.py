"""Quotes that were found in other bytes than those of the source's snapshot.

What it finds: a source whose lock, `facts/sources/ID.lock`, says in which snapshot its quotes were
found, while the file names another under `snapshot`.
Why it matters: that words stood in one text proves nothing about another. Whoever records a new
snapshot has the document, and can look; so nothing is built until that is done.
How to mend: run `factbook verify` with the new document at hand, or put the earlier sha256 back.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.evidence.standing import Evidence
    from factbook.facts.ledger import Ledger


def check(ledger: Ledger, evidence: Evidence) -> Iterator[Problem]:
    """An error for each source with such quotes."""
    stale = Counter(
        cited.source
        for _, cited in ledger.citations()
        if evidence.of(cited, ledger.sources.get(cited.source)).state == "stale"
    )
    for name, count in stale.items():
        quotes = "1 quote was" if count == 1 else f"{count} quotes were"
        message = f"{quotes} found in another snapshot than this"
        mend = "run `factbook verify` with the document of this sha256 at hand"
        spot = ledger.spot(name).at("snapshot", "sha256")
        yield Problem("stale-quote", message, spot, mend)
