"""A part of a claim that cannot hold it.

What it finds: `counted_in` that names no claim, the claim itself, one that is counted in it, one of
another statement, or one on an attribute of another family.
Why it matters: a part is never above its whole; what is no whole would be contradicted for nothing.
How to mend: name the claim of the same statement that counts this one in, or take the line out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Claim, Ledger

MEND = "name the claim of the same statement that counts this one in"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each claim that is said to be part of what cannot hold it."""
    for key, claim in ledger.claims.items():
        if not claim.entry.counted_in:
            continue
        spot = ledger.claim_spot(key).at("counted_in")
        whole = ledger.claims.get(key_of(claim.entry.counted_in, key.subject))
        if whole is None:
            message = f"there is no claim {claim.entry.counted_in}"
        elif claim in _wholes(whole, ledger):
            message = f"{key.claim} is counted in itself, directly or in a circle"
        elif not _said_together(claim, whole):
            message = f"{whole.key.claim} is of another statement"
        elif not _one_family(claim, whole, ledger):
            message = f"{whole.key.claim} is on another attribute"
        else:
            continue
        yield Problem("part-fault", message, spot, MEND)


def _wholes(claim: Claim, ledger: Ledger) -> list[Claim]:
    """A claim and those it is counted in, one after the other."""
    found: list[Claim] = []
    step: Claim | None = claim
    while step and step not in found:
        found.append(step)
        named = step.entry.counted_in
        step = ledger.claims.get(key_of(named, step.key.subject)) if named else None
    return found


def _said_together(part: Claim, whole: Claim) -> bool:
    if part.voices or whole.voices:
        return bool(set(part.statements) & set(whole.statements))
    return bool({one.source for one in part.entry.cite} & {one.source for one in whole.entry.cite})


def _one_family(part: Claim, whole: Claim, ledger: Ledger) -> bool:
    """Whether both are on attributes of one family; one that is unknown is reported elsewhere."""
    known = ledger.vocabulary.attributes
    names = part.entry.attribute, whole.entry.attribute
    if part.key.subject != whole.key.subject:
        return False
    return (
        not all(name in known for name in names)
        or len({ledger.vocabulary.root(name) for name in names}) == 1
    )
