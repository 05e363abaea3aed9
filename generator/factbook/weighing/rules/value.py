"""A value is a set of possibilities: what shares none contradicts.

A count is a set of numbers, a date a set of days, a place or an actor itself with all below it. If
two positions share no possibility, even at the outermost that their words can be stretched to, and
the attribute holds one value, they contradict. If the possibilities of one all lie within the
other's, it refines the other; if they share some, they overlap: both are differing precision and no
conflict. The world is open: two names contradict only if both are organisations with nothing
between them; a label ("militias") or somebody unidentified contradicts nobody; but "nobody"
contradicts everybody. Texts are not compared.

Example: "8" against "3" contradicts. "8" against "at least 8" refines. "About 8" against "9" does
not contradict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.sets import Range, Ranges, meet, within
from factbook.facts.values import Count, Flag, Names, Terms, Value, When
from factbook.weighing.hierarchy import above_actor, above_place, above_term, is_below
from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.facts.ledger import Ledger
    from factbook.weighing.position import Position

BODIES = frozenset({"organisation", "state body", "outlet"})
OPEN = Finding(Relation.NOT_COMPARABLE, "Nothing says that the two exclude each other.")


def relate(one: Position, other: Position, ledger: Ledger, _family: list[Position]) -> Finding:
    """The finding for two positions that cover the same and deny nothing."""
    attribute = ledger.vocabulary.attributes[one.attribute]
    if attribute.many:
        return Finding(Relation.NOT_COMPARABLE, "The attribute holds many values side by side.")
    return compare(one.value, other.value, ledger)


def compare(one: Value, other: Value, ledger: Ledger) -> Finding:
    """How two values of one type stand to each other, as sets of possibilities."""
    match one, other:
        case Count(), Count():
            return _sets(
                (one.numbers.usual, one.numbers.outermost),
                (other.numbers.usual, other.numbers.outermost),
                f"“{one.text}” and “{other.text}” share no possible number.",
            )
        case When(), When():
            return _dates(one, other)
        case Names(), Names():
            return _names(one, other, ledger)
        case Terms(), Terms():
            return _terms(one, other, ledger)
        case Flag(), Flag():
            if one.yes == other.yes:
                return Finding(Relation.SAME, "Both say the same.")
            return Finding(Relation.CONTRADICTS, "One says yes, the other no.")
    return OPEN


def _sets(one: tuple[Ranges, Ranges], other: tuple[Ranges, Ranges], apart: str) -> Finding:
    """Compare (usual, outermost) with (usual, outermost)."""
    if not meet(one[1], other[1]):
        return Finding(Relation.CONTRADICTS, apart)
    if one == other:
        return Finding(Relation.SAME, "Both say the same.")
    if within(one[0], other[0]):
        return Finding(Relation.REFINES, "The first is one of the possibilities of the second.")
    if within(other[0], one[0]):
        return Finding(Relation.REFINES, "The second is one of the possibilities of the first.")
    return Finding(Relation.OVERLAPS, "Both leave room for the same possibilities.")


def _dates(one: When, other: When) -> Finding:
    """Dates by their days; two spans that lasted, by their ends."""
    if not one.date.known or not other.date.known:
        return OPEN
    apart = f"{one.date.text} and {other.date.text} share no day."
    if one.date.lasted and other.date.lasted:
        ends = zip(one.date.points, other.date.points, strict=True)
        found = [
            _sets(_days(a.usual, a.outermost), _days(b.usual, b.outermost), apart) for a, b in ends
        ]
        clashing = [finding for finding in found if finding.is_conflict]
        return clashing[0] if clashing else found[0] if found[0] == found[1] else OPEN
    return _sets(
        _days(one.date.usual, one.date.outermost),
        _days(other.date.usual, other.date.outermost),
        apart,
    )


def _days(usual: Range, outermost: Range) -> tuple[Ranges, Ranges]:
    return (usual,), (outermost,)


def _names(one: Names, other: Names, ledger: Ledger) -> Finding:
    """Places and actors, each with all below it; an empty list is nobody."""
    if not one.ids or not other.ids:
        if one == other:
            return Finding(Relation.SAME, "Both say the same.")
        return Finding(Relation.CONTRADICTS, "One says nobody or nothing, the other names one.")
    if any(name in ledger.places for name in (*one.ids, *other.ids)):
        return _nested(one.ids, other.ids, above_place(ledger))
    parents = above_actor(ledger)
    pairs = [(a, b) for a in one.ids for b in other.ids]
    if all(_excluding(a, b, ledger, parents) for a, b in pairs):
        return Finding(
            Relation.CONTRADICTS, "They name bodies that have nothing to do with each other."
        )
    return _nested(one.ids, other.ids, parents)


def _terms(one: Terms, other: Terms, ledger: Ledger) -> Finding:
    lists = ledger.vocabulary.terms.values()
    own = next((terms for terms in lists if {*one.ids, *other.ids} <= set(terms)), {})
    return _nested(one.ids, other.ids, above_term(own))


def _nested(
    one: Iterable[str], other: Iterable[str], parents: Callable[[str], Iterable[str]]
) -> Finding:
    """Whether each name of one side lies below one of the other."""
    if set(one) == set(other):
        return Finding(Relation.SAME, "Both say the same.")
    if all(any(is_below(a, b, parents) for b in other) for a in one):
        return Finding(Relation.REFINES, "The first lies within the second.")
    if all(any(is_below(b, a, parents) for a in one) for b in other):
        return Finding(Relation.REFINES, "The second lies within the first.")
    if set(one) & set(other):
        return Finding(Relation.OVERLAPS, "Both name some of the same.")
    return OPEN


def _excluding(
    one: str, other: str, ledger: Ledger, parents: Callable[[str], Iterable[str]]
) -> bool:
    """Two organisations of which neither belongs to or speaks for the other."""
    kinds = [ledger.actors[name].kind for name in (one, other) if name in ledger.actors]
    if len(kinds) < 2 or not set(kinds) <= BODIES:
        return False
    return not is_below(one, other, parents) and not is_below(other, one, parents)
