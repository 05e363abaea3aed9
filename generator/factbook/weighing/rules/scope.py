"""What covers different things is compared only as part and whole.

Two claims are set side by side when they cover the same. If one covers part of what the other
covers (injured soldiers of all injured, killed of all casualties, rockets that landed in the park
of all that landed, the dead of the first day of all dead), the part must not be above the
whole: that contradicts; below it, nothing follows, and the same figure only says more about whom
or what it counts. If they cover different things (soldiers here,
civilians there), nothing follows either. Anything else that covers different ground is not
comparable, unless the claim says of itself that another of its statement counts it in. Who denies
something of the whole disputes the part that is claimed of it.

Example: a soldier, and nobody
    cell | injured | 1 | of: {status: military}
    army | casualties | none
    contradicts
Example: landed of fired
    cell | rockets_landed | 3
    army | rockets_fired | 8
    part and whole
Example: three outside, one of them near the hospital
    cell | rockets_landed | 3 | at: {place: zone, relation: outside}
    cell | rockets_landed | 1 | at: {label: the hospital, relation: near} | counted_in: c0
    part and whole
Example: Iraqis here, Americans there
    cell | injured | 2 | of: {nationality: iraqi}
    embassy | injured | 1 | of: {nationality: american}
    different coverage
Example: Iraqis here, civilians there
    cell | injured | 2 | of: {nationality: iraqi}
    army | injured | 1 | of: {status: civilian}
    not comparable
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.prose import key_of
from factbook.facts.sets import UNBOUNDED, Range, highest, lowest, within
from factbook.facts.values import Count, Quantity
from factbook.weighing.comparing.cover import Cover, together
from factbook.weighing.comparing.coverage import covers
from factbook.weighing.position import meaning
from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.facts.quantities import Measure
    from factbook.weighing.family import Family
    from factbook.weighing.position import Position

DIFFERENT = Finding(Relation.DIFFERENT_COVERAGE, "They count different things.")
OVERLAPPING = Finding(Relation.NOT_COMPARABLE, "They cover different, overlapping things.")
PART = Finding(Relation.PART_AND_WHOLE, "One covers part of what the other covers.")
BOTH_TRUE = Finding(
    Relation.PART_AND_WHOLE, "One counts part of what the other counts; both can be true."
)
SAME_FIGURE = Finding(
    Relation.PART_AND_WHOLE,
    "Both give the same figure, and one says more about whom or what it counts.",
)
ABOVE = Finding(
    Relation.CONTRADICTS,
    "One counts part of what the other counts, and a part cannot be above its whole.",
)
DENIED_OF_WHOLE = Finding(
    Relation.DISPUTED, "One side denies of the whole what the other claims of a part."
)
DENIED_OF_PART = Finding(
    Relation.DISPUTED, "One side denies of a part what the other's whole leaves as all it can be."
)
OUT_OF_REACH = Finding(Relation.NOT_COMPARABLE, "The denial does not reach what the other claims.")


def relate(one: Position, other: Position, family: Family) -> Finding | None:
    """The finding where two positions cover different things; None where they cover the same."""
    match stands_to(one, other, family):
        case Cover.EQUAL:
            return None
        case Cover.INSIDE:
            return _part_and_whole(one, other)
        case Cover.AROUND:
            return _part_and_whole(other, one)
        case Cover.APART:
            return DIFFERENT
    return OVERLAPPING


def stands_to(one: Position, other: Position, family: Family) -> Cover:
    """How what two positions cover stands to each other, the attribute being one more axis."""
    if family.counts_in:
        if _counted_in(one, other):
            return Cover.INSIDE
        if _counted_in(other, one):
            return Cover.AROUND
    attribute = attributes(one.attribute, other.attribute, family)
    if one.coverage is other.coverage or one.coverage == other.coverage:
        return attribute
    return together((attribute, covers(one.coverage, other.coverage, family.ledger)))


def _counted_in(part: Position, whole: Position) -> bool:
    """Whether each claim of a position says that one of the other counts it in."""
    keys = {claim.key for claim in whole.claims}
    return all(
        claim.entry.counted_in and key_of(claim.entry.counted_in, claim.key.subject) in keys
        for claim in part.claims
    )


def attributes(mine: str, theirs: str, family: Family) -> Cover:
    """A part is inside its whole; two parts are apart."""
    if mine == theirs:
        return Cover.EQUAL
    wholes = family.bounds.upper.wholes
    if theirs in wholes[mine]:
        return Cover.INSIDE
    return Cover.AROUND if mine in wholes[theirs] else Cover.APART


def _part_and_whole(part: Position, whole: Position) -> Finding:
    if part.denied or whole.denied:
        return _denied(part, whole)
    if isinstance(part.value, Quantity) and isinstance(whole.value, Quantity):
        return ABOVE if _weighs_more(part.value.measure, whole.value.measure) else PART
    if not isinstance(part.value, Count) or not isinstance(whole.value, Count):
        return PART
    if part.attribute == whole.attribute and meaning(part.value) == meaning(whole.value):
        return SAME_FIGURE
    least = lowest(part.value.numbers.outermost)
    return ABOVE if least > highest(whole.value.numbers.outermost) else BOTH_TRUE


def _weighs_more(part: Measure, whole: Measure) -> bool:
    """Whether a part's amount is above its whole's, by more than the figures are rounded."""
    if part.dimension != whole.dimension:
        return False
    least, most = lowest(part.numbers.outermost), highest(whole.numbers.outermost)
    return least - part.rounding > most + whole.rounding


def _denied(part: Position, whole: Position) -> Finding:
    """A claimed part means as much of the whole at least: a denial of that can reach it."""
    if not part.denied and isinstance(part.value, Count) and isinstance(whole.value, Count):
        implied = (Range(lowest(part.value.numbers.usual), UNBOUNDED),)
        if within(implied, whole.value.numbers.usual):
            return DENIED_OF_WHOLE
    if part.denied and isinstance(part.value, Count) and isinstance(whole.value, Count):
        left = (Range(0, highest(whole.value.numbers.usual)),)
        if not whole.denied and within(left, part.value.numbers.usual):
            return DENIED_OF_PART
    return OUT_OF_REACH
