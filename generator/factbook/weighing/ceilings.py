"""What leaves no room for more: totals, and denials of anything above."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.sets import UNBOUNDED, Range, highest, joined
from factbook.facts.values import Count

if TYPE_CHECKING:
    from collections.abc import Hashable

    from factbook.weighing.family import Family
    from factbook.weighing.position import Position

MOST_DENIALS = 12  # that sums are held against; of more, those that leave least room


class Ceiling(NamedTuple):
    """What leaves no room for more than `most`: a total, or a denial of anything above."""

    position: Position
    most: float


def ceilings(family: Family) -> list[Ceiling]:
    """For each thing that is counted the total that leaves least room; and the widest denials."""
    totals = [Ceiling(one, highest(_outermost(one))) for one in _tightest(family)]
    denials = [Ceiling(one, _denied_above(one)) for one in family.positions if one.denied]
    found = [one for one in denials if one.most < UNBOUNDED]
    return [*totals, *sorted(found, key=lambda one: one.most)[:MOST_DENIALS]]


def _denied_above(position: Position) -> float:
    """The most that a denial leaves: "denied: at least 5" leaves four."""
    if position.drift or not isinstance(position.value, Count):
        return UNBOUNDED
    top = joined(position.value.numbers.usual)[-1]
    return top.low - 1 if top.high == UNBOUNDED else UNBOUNDED


def _tightest(family: Family) -> list[Position]:
    """For each thing that is counted, the total that leaves least room."""
    found: dict[Hashable, Position] = {}
    for one in family.positions:
        top = highest(_outermost(one)) if isinstance(one.value, Count) else UNBOUNDED
        if one.denied or one.drift or top == UNBOUNDED:
            continue
        field = field_of(one)
        if field not in found or top < highest(_outermost(found[field])):
            found[field] = one
    return list(found.values())


def field_of(position: Position) -> Hashable:
    """What a position counts: its attribute, in which scope."""
    return position.attribute, position.coverage.meaning


def _outermost(position: Position) -> tuple[Range, ...]:
    return position.value.numbers.outermost if isinstance(position.value, Count) else ()
