"""Values and coverage as sets of possibilities, compared.

A count is a set of numbers, a date a set of days, a place or an actor itself with all below it.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.sets import Range, Ranges, meet, within
from factbook.facts.values import Count, Flag, Names, Terms, Value, When
from factbook.weighing.hierarchy import above, above_actor, above_place, above_term, is_below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.facts.ledger import Ledger

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
            return _sets(
                (one.numbers.usual, one.numbers.outermost),
                (other.numbers.usual, other.numbers.outermost),
                "They share no possible number.",
            )
        case When(), When():
            return _dates(one, other)
        case Names(), Names():
            return _names(one.ids, other.ids, ledger)
        case Terms(), Terms():
            return _terms(one.ids, other.ids, ledger)
        case Flag(), Flag():
            apart = Compared(Cover.APART, "One says yes, the other no.")
            return EQUAL if one.yes == other.yes else apart
    return OPEN


def _sets(one: tuple[Ranges, Ranges], other: tuple[Ranges, Ranges], apart: str) -> Compared:
    """Compare (usual, outermost) with (usual, outermost)."""
    if not meet(one[1], other[1]):
        return Compared(Cover.APART, apart)
    if one == other:
        return EQUAL
    if within(one[0], other[0]):
        return INSIDE
    return AROUND if within(other[0], one[0]) else CROSSING


def _dates(one: When, other: When) -> Compared:
    """Dates by their days; two spans that lasted, by their ends."""
    if not one.date.known or not other.date.known:
        return OPEN
    if one.date.timed or other.date.timed:
        return _times(one, other)
    apart = "They share no day."
    if one.date.lasted and other.date.lasted:
        ends = zip(one.date.points, other.date.points, strict=True)
        found = {
            _sets(_days(a.usual, a.outermost), _days(b.usual, b.outermost), apart) for a, b in ends
        }
        clashing = [each for each in found if each.cover is Cover.APART]
        return clashing[0] if clashing else found.pop() if len(found) == 1 else CROSSING
    return _sets(
        _days(one.date.usual, one.date.outermost),
        _days(other.date.usual, other.date.outermost),
        apart,
    )


def _times(one: When, other: When) -> Compared:
    """Times of day are not compared, and a time zone can move a date by a day."""
    wider = Range(one.date.outermost.low - 1, one.date.outermost.high + 1)
    if one.date == other.date:
        return EQUAL
    if not wider.meets(other.date.outermost):
        return Compared(Cover.APART, "They share no day, in whatever time zone.")
    return Compared(Cover.OPEN, "Times of day are not compared.")


def _days(usual: Range, outermost: Range) -> tuple[Ranges, Ranges]:
    return (usual,), (outermost,)


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
