"""A publisher as its own speaker.

What it finds: a claim that an outlet says in its own document.
Why it matters: what a document says in its own voice is listed and not counted as an origin; named
as a speaker, the outlet would count as one.
How to mend: leave out `says`; if the outlet saw it itself, add `basis: own reporting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A warning for each claim whose only speaker published all its documents."""
    for key, claim in ledger.claims.items():
        if isinstance(claim.entry.says, str) and claim.entry.cite:
            sources = [ledger.sources.get(one.source) for one in claim.entry.cite]
            if all(source and source.publisher == claim.entry.says for source in sources):
                spot = ledger.claim_spot(key).at("says")
                message = f"{claim.entry.says} is quoted from its own document"
                mend = "leave out `says`: then it is the document's own voice"
                yield Problem("publisher-speaks", message, spot, mend, Severity.WARNING)
