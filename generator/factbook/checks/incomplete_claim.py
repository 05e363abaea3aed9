"""A claim without an attribute or a value, or a redacted one with more than its id.

What it finds: a claim that says nothing, and a redacted claim whose words are still in the file.
Why it matters: a claim is one thing that was said; of a redacted one only the id may stay, or what
was taken out to protect somebody can still be read.
How to mend: add the attribute and the value; of a redacted claim keep `redacted` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

KEPT = {"redacted", "moved_from"}


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each claim that says too little, or too much."""
    for key, claim in ledger.claims.items():
        spot = ledger.claim_spot(key)
        if claim.entry.redacted:
            for field in claim.entry.filled():
                if field not in KEPT:
                    message = f"the redacted claim {key.claim} still has {field}"
                    where = spot.at(field).of_key()
                    yield Problem("incomplete-claim", message, where, "take this out, too")
            continue
        for field in ("attribute", "value"):
            if not getattr(claim.entry, field):
                mend = f"add a line `{field}: …`"
                message = f"{field} is missing"
                yield Problem("incomplete-claim", message, spot.of_key(), mend)
