"""Who is part of what: upward paths through actors, places, terms and attributes.

Actors, places and terms stand for themselves and all below them. A path that comes back to itself
ends there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.facts.ledger import Ledger
    from factbook.facts.vocabulary import Term


def is_below(lower: str, upper: str, parents: Callable[[str], Iterable[str]]) -> bool:
    """Whether `lower` is `upper` or reaches it by going up."""
    return upper in above(lower, parents)


def above(name: str, parents: Callable[[str], Iterable[str]]) -> set[str]:
    """All that a name reaches by going up, itself included."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += parents(one)
    return seen


def above_actor(ledger: Ledger) -> Callable[[str], Iterable[str]]:
    """What an actor belongs to or speaks for."""

    def parents(name: str) -> Iterable[str]:
        actor = ledger.actors.get(name)
        return [*actor.part_of, *filter(None, [actor.speaks_for])] if actor else []

    return parents


def perhaps(
    ledger: Ledger, parents: Callable[[str], Iterable[str]]
) -> Callable[[str], Iterable[str]]:
    """As `parents`, and also to the actors that somebody may be one and the same with."""
    same = ledger.same_actors

    def wider(name: str) -> Iterable[str]:
        return (*parents(name), *same.get(name, ()))

    return wider


def above_place(ledger: Ledger) -> Callable[[str], Iterable[str]]:
    """The place a place lies within."""

    def parents(name: str) -> Iterable[str]:
        place = ledger.places.get(name)
        return filter(None, [place.within]) if place else []

    return parents


def above_term(terms: dict[str, Term]) -> Callable[[str], Iterable[str]]:
    """The term that a term is a kind of."""

    def parents(name: str) -> Iterable[str]:
        term = terms.get(name)
        return filter(None, [term.within]) if term else []

    return parents
