"""Actors, places and terms: each stands for itself and all below it, and the world is open.

Two names exclude each other only if they are declared to; or if both are organisations (neither a
label nor unidentified) with no path of membership, of speaking for, or of possible sameness between
them; or if both are places, neither within the other, farther apart than their coordinates are
unsure. `none` excludes everybody. Several names on an attribute of one value are one joint value:
it refines another only if each of its names lies below one of the other's, and none is left over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.comparing.cover import (
    AROUND,
    CROSSING,
    EQUAL,
    INSIDE,
    OPEN,
    Compared,
    Cover,
)
from factbook.weighing.comparing.distance import far_apart
from factbook.weighing.comparing.hierarchy import (
    above,
    above_actor,
    above_place,
    above_term,
    is_below,
    perhaps,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.facts.ledger import Ledger

    Parents = Callable[[str], Iterable[str]]
    Excluding = Callable[[str, str], bool]

BODIES = frozenset({"organisation", "state body", "outlet"})
ANYBODY = frozenset({"label", "unidentified"})
NOBODY = Compared(Cover.APART, "One says nobody or nothing, the other names one.")
BODIES_APART = Compared(
    Cover.APART, "They name different bodies, and nothing here connects the two."
)
PLACES_APART = Compared(Cover.APART, "They name places that lie apart.")
DECLARED_APART = Compared(Cover.APART, "The two are declared to exclude each other.")


def compare_names(one: tuple[str, ...], other: tuple[str, ...], ledger: Ledger) -> Compared:
    """Places or actors against each other."""
    if any(name in ledger.places for name in (*one, *other)):
        apart, parents = PLACES_APART, above_place(ledger)
    else:
        apart, parents = BODIES_APART, above_actor(ledger)
    compared = _nested(one, other, parents)
    if compared is OPEN and all(excludes(a, b, ledger) for a in one for b in other):
        return apart
    return compared


def compare_terms(one: tuple[str, ...], other: tuple[str, ...], ledger: Ledger) -> Compared:
    """Terms of one list against each other."""
    lists = ledger.vocabulary.terms.values()
    own = next((terms for terms in lists if {*one, *other} <= set(terms)), {})
    parents = above_term(own)
    compared = _nested(one, other, parents)

    def declared(name: str) -> Iterable[str]:
        return own[name].excludes if name in own else ()

    if compared is OPEN and all(_declared(a, b, parents, declared) for a in one for b in other):
        return DECLARED_APART
    return compared


def _nested(one: tuple[str, ...], other: tuple[str, ...], parents: Parents) -> Compared:
    """Whether each name of one side lies below one of the other; none lies apart from any.

    Several names are one joint value: who names fewer does not refine who names more.
    """
    if set(one) == set(other):
        return EQUAL
    if not one or not other:
        return NOBODY
    if len(one) == len(other):
        if _matches(one, other, parents):
            return INSIDE
        if _matches(other, one, parents):
            return AROUND
    return CROSSING if set(one) & set(other) else OPEN


def _matches(lower: tuple[str, ...], upper: tuple[str, ...], parents: Parents) -> bool:
    """Whether each lies below one of the others, and each of the others has one below it."""
    held = [(a, b) for a in lower for b in upper if is_below(a, b, parents)]
    return {a for a, _ in held} == set(lower) and {b for _, b in held} == set(upper)


def excludes(one: str, other: str, ledger: Ledger) -> bool:
    """Whether two actors or two places cannot be one and the same, nor one a part of the other."""
    if one in ledger.places and other in ledger.places:
        return _places_apart(one, other, ledger)
    first, second = ledger.actors.get(one), ledger.actors.get(other)
    if first is None or second is None or {first.kind, second.kind} & ANYBODY:
        return False
    parents = above_actor(ledger)
    if _declared(one, other, parents, lambda name: _excluded_by(name, ledger)):
        return True
    if not {first.kind, second.kind} <= BODIES:
        return False
    wider = perhaps(ledger, parents)
    return not above(one, wider) & above(other, wider)


def _places_apart(one: str, other: str, ledger: Ledger) -> bool:
    """Two places, or two that they lie within: what lies in different cities lies apart."""
    parents = above_place(ledger)
    mine, theirs = above(one, parents), above(other, parents)
    if one in theirs or other in mine:
        return False
    if _declared(one, other, parents, lambda name: _excluded_by(name, ledger)):
        return True
    where = {
        name: ledger.places[name].coordinates for name in mine | theirs if name in ledger.places
    }
    return any(far_apart(where.get(a), where.get(b)) for a in mine - theirs for b in theirs - mine)


def _excluded_by(name: str, ledger: Ledger) -> Iterable[str]:
    record = ledger.actors.get(name) or ledger.places.get(name)
    return record.excludes if record else ()


def _declared(
    one: str, other: str, parents: Parents, excluded: Callable[[str], Iterable[str]]
) -> bool:
    """Whether two names, or any that they are below of, are declared to exclude each other."""
    mine, theirs = above(one, parents), above(other, parents)
    return any(set(excluded(name)) & theirs for name in mine) or any(
        set(excluded(name)) & mine for name in theirs
    )
