"""A hierarchy that comes back to itself.

What it finds: a place within itself, an actor or an incident that is part of itself, a source that
derives from itself, a statement that is perhaps the same as itself, directly or in a circle.
Why it matters: what lies within what decides what contradicts; in a circle nothing does.
How to mend: take out the step that is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.weighing.comparing.hierarchy import above, above_actor, above_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factbook.facts.ledger import Ledger

MEND = "take out the step that is wrong"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each record from which a way up leads back to it."""

    def above_incident(name: str) -> Iterable[str]:
        incident = ledger.incidents.get(name)
        return incident.part_of if incident else ()

    yield from _circles(ledger, ledger.places, "within", above_place(ledger))
    yield from _circles(ledger, ledger.actors, "part_of", above_actor(ledger))

    def derived(name: str) -> Iterable[str]:
        source = ledger.sources.get(name)
        return source.parents if source else ()

    yield from _circles(ledger, ledger.incidents, "part_of", above_incident)
    yield from _circles(ledger, ledger.sources, "derives_from", derived)
    for name, statement in ledger.statements.items():
        for number, link in enumerate(statement.perhaps_same):
            if link.statement == name:
                spot = ledger.spot(name).at("perhaps_same", number, "statement")
                message = f"{name} is said to be perhaps the same as itself"
                yield Problem("circular-hierarchy", message, spot, MEND)
    for name, actor in ledger.actors.items():
        for number, same in enumerate(actor.perhaps_same):
            if same.actor == name:
                spot = ledger.spot(name).at("perhaps_same", number, "actor")
                message = f"{name} is said to be perhaps the same as itself"
                yield Problem("circular-hierarchy", message, spot, MEND)


def _circles(
    ledger: Ledger, names: Iterable[str], field: str, parents: Callable[[str], Iterable[str]]
) -> Iterator[Problem]:
    for name in names:
        if any(name in above(parent, parents) for parent in parents(name)):
            spot = ledger.spot(name).at(field).of_key()
            message = f"{name} lies within itself, directly or in a circle"
            yield Problem("circular-hierarchy", message, spot, MEND)
