"""A claim without a citation.

What it finds: a claim whose `cite` is missing or empty.
Why it matters: nothing unsourced gets out; this is the first of Factbook's promises.
How to mend: add the document and the shortest words in it that carry the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

MEND = "add `cite: [{source: …, quote: …}]` with the shortest words that carry the claim"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each claim that cites nothing."""
    for key, claim in ledger.claims.items():
        if not claim.entry.cite and not claim.entry.redacted:
            spot = ledger.claim_spot(key).of_key()
            yield Problem("uncited-claim", f"the claim {key.claim} cites no source", spot, MEND)
