"""An echo that comes back to itself, or of nothing.

What it finds: `echoes` that names no claim, the claim itself, or a claim that in the end echoes it.
Why it matters: a claim that echoes another rests on that one's origin; in a circle nobody is left.
How to mend: name the claim that was said first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each echo that leads nowhere or back."""
    for key, claim in ledger.claims.items():
        if claim.entry.echoes is None:
            continue
        spot = ledger.claim_spot(key).at("echoes", "claim")
        seen = {key}
        step = key_of(claim.entry.echoes.claim, key.subject)
        while step not in seen:
            seen.add(step)
            other = ledger.claims.get(step)
            if other is None:
                message = f"there is no claim {step.claim} in {step.subject}"
                yield Problem("echo-fault", message, spot, "name a claim: claim or subject#claim")
                break
            if other.entry.echoes is None:
                break
            step = key_of(other.entry.echoes.claim, step.subject)
        else:
            message = f"{key.claim} echoes itself, directly or in a circle"
            yield Problem("echo-fault", message, spot, "name the claim that was said first")
