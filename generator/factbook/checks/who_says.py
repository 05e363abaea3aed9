"""A claim that names its speaker twice.

What it finds: a claim with both `stated_in` and `says`.
Why it matters: the statement already says who spoke; two answers can differ unseen.
How to mend: keep `stated_in` if the utterance has a file of its own, else keep `says`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

MEND = "keep `stated_in` if the statement has a file of its own, else keep `says`"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each claim with two answers to who says it."""
    for key, claim in ledger.claims.items():
        if claim.entry.stated_in and claim.entry.says is not None:
            spot = ledger.claim_spot(key).at("says").of_key()
            message = f"the claim {key.claim} has both stated_in and says"
            yield Problem("who-says", message, spot, MEND)
