"""A speaker who later says something else has revised, not contradicted.

Where one actor gives two values for the same thing on different days, both are shown as a revision.
If the order of the two cannot be known, that is said. Only two verbatim statements of one speaker
on one day contradict each other.

Example: a ministry that speaks of three dead in the morning's communiqué and of five the next day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.comparison import Cover, compare
from factbook.weighing.relation import Finding, Relation
from factbook.weighing.said import said_on

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.facts.sets import Range
    from factbook.weighing.position import Position

LATER = Finding(Relation.REVISED, "The same speaker said the one earlier and the other later.")
UNKNOWN = Finding(
    Relation.REVISED, "The same speaker said both; in which order, or why, is not known."
)


def relate(
    one: Position, other: Position, ledger: Ledger, _family: list[Position]
) -> Finding | None:
    """The finding where one speaker stands alone behind both positions; None elsewhere."""
    if (one.attribute, one.scope, one.denied) != (other.attribute, other.scope, other.denied):
        return None
    if len(one.speakers) != 1 or one.speakers != other.speakers:
        return None
    if not all(claim.voices for claim in (*one.claims, *other.claims)):
        return None  # a document says it too, and has not revised anything
    if compare(one.value, other.value, ledger).cover is not Cover.APART:
        return None
    mine, theirs = (_days(position, ledger) for position in (one, other))
    if mine and theirs:
        if not any(a.meets(b) for a in mine for b in theirs):
            return LATER
        if _all_verbatim(one) and _all_verbatim(other):
            return None
    return UNKNOWN


def _days(position: Position, ledger: Ledger) -> list[Range]:
    """When the claims of a position were said; empty where that is not known of all."""
    found = [said_on(claim, ledger) for claim in position.claims]
    known = [day for day in found if day is not None]
    return known if len(known) == len(found) else []


def _all_verbatim(position: Position) -> bool:
    return all(
        any(citation.rendering == "verbatim" for citation in claim.entry.cite)
        for claim in position.claims
    )
