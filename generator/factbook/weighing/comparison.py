"""Values and coverage as sets of possibilities, compared.

A count is a set of numbers, a date a set of days or of seconds, a place or an actor itself with
all below it.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.sets import Ranges, joined, meet, wider, within
from factbook.facts.values import Count, Flag, Names, Quantity, Terms, Value, When
from factbook.weighing.hierarchy import above, above_actor, above_place, above_term, is_below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.facts.counts import Numbers
    from factbook.facts.dates import Edtf
    from factbook.facts.edtf import Clock, Point
    from factbook.facts.ledger import Ledger
    from factbook.facts.quantities import Measure

    Parents = Callable[[str], Iterable[str]]

BODIES = frozenset({"organisation", "state body", "outlet"})


class Cover(Enum):
    """How one set stands to another."""

    EQUAL = "equal"
    INSIDE = "the first lies within the second"
    AROUND = "the second lies within the first"
    CROSSING = "they share some"
    APART = "they share nothing"
    OPEN = "nothing says"


class Compared(NamedTuple):
    """How two values stand to each other, and why."""

    cover: Cover
    because: str


EQUAL = Compared(Cover.EQUAL, "Both say the same.")
INSIDE = Compared(Cover.INSIDE, "The first is one of the possibilities of the second.")
AROUND = Compared(Cover.AROUND, "The second is one of the possibilities of the first.")
CROSSING = Compared(Cover.CROSSING, "Both leave room for the same possibilities.")
OPEN = Compared(Cover.OPEN, "Nothing says that the two exclude each other.")


def compare(one: Value, other: Value, ledger: Ledger) -> Compared:
    """How two values of one attribute stand to each other."""
    match one, other:
        case Count(), Count():
            return _counts(one.numbers, other.numbers)
        case Quantity(), Quantity():
            return _quantities(one.measure, other.measure)
        case When(), When():
            return compare_dates(one.date, other.date)
        case Names(), Names():
            return _names(one.ids, other.ids, ledger)
        case Terms(), Terms():
            return _terms(one.ids, other.ids, ledger)
        case Flag(), Flag():
            apart = Compared(Cover.APART, "One says yes, the other no.")
            return EQUAL if one.yes == other.yes else apart
    return OPEN


def _sets(one: tuple[Ranges, Ranges], other: tuple[Ranges, Ranges], apart: str) -> Compared:
    """Compare (usual, outermost) with (usual, outermost); the outermost decides a tie."""
    if not meet(one[1], other[1]):
        return Compared(Cover.APART, apart)
    inside, around = within(one[0], other[0]), within(other[0], one[0])
    if inside and around:
        inside, around = within(one[1], other[1]), within(other[1], one[1])
    if inside and around:
        return EQUAL
    return INSIDE if inside else AROUND if around else CROSSING


def _counts(one: Numbers, other: Numbers) -> Compared:
    """Counts by their whole numbers: `5 or 6` and `5 to 6` say the same."""
    mine, theirs = ((joined(each.usual), joined(each.outermost)) for each in (one, other))
    return _sets(mine, theirs, "They share no possible number.")


def _quantities(one: Measure, other: Measure) -> Compared:
    """Quantities in their base unit; what only rounding sets apart does not contradict."""
    if one.dimension != other.dimension:
        return Compared(Cover.OPEN, "They measure different things.")
    mine, theirs = ((each.numbers.usual, each.numbers.outermost) for each in (one, other))
    compared = _sets(mine, theirs, "They share no possible amount.")
    if compared.cover is not Cover.APART:
        return compared
    if meet(wider(mine[1], one.rounding), wider(theirs[1], other.rounding)):
        return Compared(Cover.CROSSING, "They differ by no more than their figures are rounded.")
    return compared


def compare_dates(one: Edtf, other: Edtf, tolerance: int = 0) -> Compared:
    """How two dates stand to each other; two spans that lasted are compared by their ends.

    `tolerance` is by how many days two dates may differ where one lacks a time zone: none for what
    happened, which is dated at its place; one for statements and publications.
    """
    if not one.known or not other.known:
        return OPEN
    if not one.lasted or not other.lasted:
        return _points(one.whole, other.whole, tolerance)
    ends = zip(one.points, other.points, ("beginnings", "ends"), strict=True)
    found = [
        Compared(Cover.APART, f"Their {name} lie apart.") if each.cover is Cover.APART else each
        for a, b, name in ends
        if (each := _points(a, b, tolerance)) != EQUAL
    ]
    for cover in (Cover.APART, Cover.OPEN):
        if first := next((each for each in found if each.cover is cover), None):
            return first
    if not found:
        return EQUAL
    return found[0] if len({each.cover for each in found}) == 1 else CROSSING


def _points(one: Point, other: Point, tolerance: int) -> Compared:
    """By the clock where both give a time on the same clock, else by the days as written."""
    if one.clock and other.clock:
        return _clocks(one, other, one.clock, other.clock, tolerance)
    compared = _days(one, other)
    if compared.cover is Cover.EQUAL and (one.clock or other.clock):
        return INSIDE if one.clock else AROUND  # the hour refines the day
    return _or_tolerated(compared, one, other, tolerance)


def _clocks(one: Point, other: Point, mine: Clock, theirs: Clock, tolerance: int) -> Compared:
    """Two times: with zones they are instants, without they are both taken as of the place."""
    if mine.zoned != theirs.zoned:
        if not _near(one, other, max(1, tolerance)):
            return Compared(Cover.APART, "They share no day, in whatever time zone.")
        return Compared(Cover.OPEN, "One of the two times lacks a time zone.")
    some = (mine.usual,), (mine.outermost,)
    compared = _sets(some, ((theirs.usual,), (theirs.outermost,)), "They are different times.")
    return compared if mine.zoned else _or_tolerated(compared, one, other, tolerance)


def _or_tolerated(compared: Compared, one: Point, other: Point, tolerance: int) -> Compared:
    """What was found, unless a time zone that is missing may make up the difference."""
    if compared.cover is Cover.APART and tolerance and _near(one, other, tolerance):
        return Compared(Cover.OPEN, "A time zone is missing, and can make up the difference.")
    return compared


def _days(one: Point, other: Point) -> Compared:
    mine, theirs = ((each.usual, each.outermost) for each in (one, other))
    return _sets(mine, theirs, "They share no day.")


def _near(one: Point, other: Point, days: int) -> bool:
    """Whether two dates are at most so many days apart."""
    return meet(wider(one.outermost, days), other.outermost)


def _names(one: tuple[str, ...], other: tuple[str, ...], ledger: Ledger) -> Compared:
    """Places and actors, each with all below it."""
    if any(name in ledger.places for name in (*one, *other)):
        return _nested(one, other, above_place(ledger))
    parents = above_actor(ledger)
    if one and other and all(_excluding(a, b, ledger, parents) for a in one for b in other):
        because = "They name different bodies, and nothing here connects the two."
        return Compared(Cover.APART, because)
    return _nested(one, other, parents)


def _terms(one: tuple[str, ...], other: tuple[str, ...], ledger: Ledger) -> Compared:
    lists = ledger.vocabulary.terms.values()
    own = next((terms for terms in lists if {*one, *other} <= set(terms)), {})
    return _nested(one, other, above_term(own))


def _nested(one: tuple[str, ...], other: tuple[str, ...], parents: Parents) -> Compared:
    """Whether each name of one side lies below one of the other; none lies apart from any.

    Several names are one joint value: who names fewer does not refine who names more.
    """
    if set(one) == set(other):
        return EQUAL
    if not one or not other:
        return Compared(Cover.APART, "One says nobody or nothing, the other names one.")
    if len(one) == len(other):
        if all(any(is_below(a, b, parents) for b in other) for a in one):
            return INSIDE
        if all(any(is_below(b, a, parents) for a in one) for b in other):
            return AROUND
    return CROSSING if set(one) & set(other) else OPEN


def _excluding(one: str, other: str, ledger: Ledger, parents: Parents) -> bool:
    """Two organisations that nothing connects, neither directly nor through a third."""
    kinds = {ledger.actors[name].kind for name in (one, other) if name in ledger.actors}
    known = one in ledger.actors and other in ledger.actors
    return known and kinds <= BODIES and not above(one, parents) & above(other, parents)
