"""A claim whose speaker is not the one of its statement.

What it finds: a claim with both `stated_in` and `says`, where `says` names somebody who did not
make the statement.
Why it matters: the statement already says who spoke; two answers cannot both be right.
How to mend: correct one of the two; `stated_in` alone is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.ledger import voices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

MEND = "correct one of the two; `stated_in` alone is enough"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each claim with two answers to who says it."""
    for key, claim in ledger.claims.items():
        statement = ledger.statements.get(claim.entry.stated_in)
        if claim.entry.says is None or statement is None:
            continue
        if not set(voices(claim.entry.says)) <= set(voices(statement.by)):
            spot = ledger.claim_spot(key).at("says").of_key()
            message = f"{claim.entry.stated_in} is by somebody else than the claim says"
            yield Problem("who-says", message, spot, MEND)
