"""The people somebody names, held against the people others count.

An attribute may name the people of a count (`names_of`: the victims of the killed). Who names five
dead says that there were at least five, and contradicts who counts three, or denies as many. Fewer
names than dead are no conflict: nobody need know them all. Two names that may be one person's count
one; a label or somebody unidentified adds nobody, but alone it is somebody.

Example: four names, and a complete account of three killed
    hospital | victims | [anna, boris, clara, minister]
    army | killed | 3 | complete: true
    contradicts
Example: a name, and nobody killed
    hospital | victims | anna
    army | killed | none
    contradicts
Example: three names, and five killed
    hospital | victims | [anna, boris]
    hospital | victims | clara
    army | killed | 5
    no conflict
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.counts import Numbers
from factbook.facts.sets import UNBOUNDED, Range
from factbook.facts.values import Count, Names
from factbook.weighing.ceilings import ceilings
from factbook.weighing.comparing.cover import Cover, together
from factbook.weighing.comparing.coverage import WHOLE, covers
from factbook.weighing.comparing.hierarchy import above
from factbook.weighing.comparing.names import ANYBODY, BODIES
from factbook.weighing.parts import Part, made
from factbook.weighing.position import positions
from factbook.weighing.rules.scope import attributes
from factbook.weighing.superseded import superseded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.weighing.ceilings import Ceiling
    from factbook.weighing.family import Family
    from factbook.weighing.linking import Actors
    from factbook.weighing.position import Position

MOST_CEILINGS = 60  # that names are held against; of more, only those of everything
WITHIN = {Cover.EQUAL, Cover.INSIDE}


def named_people(family: Family) -> Iterator[Position]:
    """What the names that each speaker gives come to, where some figure leaves no room for it."""
    by_speaker = _by_speaker(family)
    if not by_speaker:
        return
    found = ceilings(family)
    if len(found) > MOST_CEILINGS:
        found = [one for one in found if one.position.coverage is WHOLE]
    for ceiling in found:
        for parts in by_speaker.values():
            inside = [one for one in parts if _covers(ceiling, one, family)]
            least = _people(inside, family.ledger)
            if inside and least > ceiling.most:
                numbers = (Range(least, UNBOUNDED),)
                value = Count(f"at least {least}", Numbers(numbers, numbers))
                whole = ceiling.position
                yield made(inside, value, whole.coverage, attribute=whole.attribute)


def _by_speaker(family: Family) -> dict[Actors, list[Part]]:
    """The claims that name people of this family, by who makes them; nobody named is no part."""
    links = family.bounds.upper
    own = links.roots[family.positions[0].attribute]
    naming = {name for name, counted in links.naming.items() if links.roots.get(counted) == own}
    every = family.ledger.of_subject.get(family.subject, ()) if naming else ()
    claims = [one for one in every if one.entry.attribute in naming]
    if not claims:
        return {}
    told = positions(claims, family.ledger)
    gone = superseded(told, family.tellings.actors, family.ledger)
    found: dict[Actors, list[Part]] = {}
    for position in told:
        if position.denied or position.drift or not _ids(position):
            continue
        for claim in position.claims:
            if claim.key not in gone:
                part = Part(claim, position, -1)
                found.setdefault(family.tellings.actors(claim), []).append(part)
    return found


def _covers(ceiling: Ceiling, part: Part, family: Family) -> bool:
    """Whether all who are named are among those that a figure counts."""
    counted = family.bounds.upper.naming[part.position.attribute]
    whole = ceiling.position
    return (
        together(
            (
                attributes(counted, whole.attribute, family),
                covers(part.position.coverage, whole.coverage, family.ledger),
            )
        )
        in WITHIN
    )


def _people(parts: list[Part], ledger: Ledger) -> int:
    """How many people are named at the least."""
    named = {name for one in parts for name in _ids(one.position)}
    known = {name for name in named if name in ledger.actors}
    people = {
        min(above(name, lambda one: ledger.same_actors.get(one, ())))
        for name in known
        if ledger.actors[name].kind not in ANYBODY | BODIES
    }
    return max(len(people), min(len(named), 1))


def _ids(position: Position) -> tuple[str, ...]:
    return position.value.ids if isinstance(position.value, Names) else ()
