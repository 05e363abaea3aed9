"""A claim that supersedes what it cannot.

What it finds: `supersedes` that names no claim, the claim itself, a claim of another speaker, or
one that was said later.
Why it matters: only who said something can replace it, and only afterwards; what somebody else says
is a contradiction, and must be shown as one.
How to mend: name the earlier claim of the same speaker, or take `supersedes` out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.prose import key_of
from factbook.weighing.said import said_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Claim, Ledger

MEND = "name an earlier claim of the same speaker"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each claim that supersedes nothing, somebody else's, or a later one."""
    for key, claim in ledger.claims.items():
        if claim.entry.supersedes is None:
            continue
        spot = ledger.claim_spot(key).at("supersedes", "claim")
        other = ledger.claims.get(key_of(claim.entry.supersedes.claim, key.subject))
        if other is None or other is claim:
            message = f"there is no earlier claim {claim.entry.supersedes.claim}"
            yield Problem("supersedes-fault", message, spot, MEND)
        elif claim in _replaced_by(other, ledger):
            message = f"{key.claim} replaces itself in a circle"
            yield Problem("supersedes-fault", message, spot, MEND)
        elif set(other.voices) != set(claim.voices):
            message = f"{other.key.claim} is by another speaker"
            yield Problem("supersedes-fault", message, spot, MEND)
        else:
            mine, theirs = said_on(claim, ledger), said_on(other, ledger)
            if mine and theirs and mine.high < theirs.low:
                message = f"{other.key.claim} was said later"
                yield Problem("supersedes-fault", message, spot, MEND)


def _replaced_by(claim: Claim, ledger: Ledger) -> list[Claim]:
    """The claims that a claim replaces, one after the other."""
    found: list[Claim] = []
    step: Claim | None = claim
    while step and step.entry.supersedes and step not in found:
        found.append(step)
        step = ledger.claims.get(key_of(step.entry.supersedes.claim, step.key.subject))
    return [*found, step] if step else found
