"""What editors declare to be no conflict is none, and what a speaker replaced is an update.

`not_conflicts` names claims that only look as if they disagreed, with the reason. `supersedes` says
that a claim takes the place of an earlier one of the same speaker. Both count only where they cover
all claims of the two positions.

Example: "two different volleys" under `not_conflicts`, for five rockets and eight.
Example: a ministry's new count that supersedes its old one is an update.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.prose import key_of
from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.weighing.position import Position


def relate(
    one: Position, other: Position, ledger: Ledger, _family: list[Position]
) -> Finding | None:
    """The finding where editors have said how two positions stand to each other; else None."""
    subject = ledger.subject(one.subject)
    keys = {claim.key for claim in (*one.claims, *other.claims)}
    for declared in subject.not_conflicts if subject else ():
        if keys <= {key_of(claim, one.subject) for claim in declared.claims}:
            return Finding(Relation.DECLARED_NOT, declared.because)
    because = _replaces(one, other) or _replaces(other, one)
    return Finding(Relation.UPDATED, because) if because else None


def _replaces(new: Position, old: Position) -> str:
    """Why every claim of one position replaces one of the other; empty where some does not."""
    earlier = {claim.key for claim in old.claims}
    found = [
        claim.entry.supersedes.because
        for claim in new.claims
        if claim.entry.supersedes
        and key_of(claim.entry.supersedes.claim, claim.key.subject) in earlier
    ]
    covers = len(found) == len(new.claims) and len(earlier) <= len(found)
    return found[0] if covers else ""
