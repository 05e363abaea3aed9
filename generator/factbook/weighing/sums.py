"""What one speaker's parts add up to: positions of their own beside those that were said.

A `complete` account adds up to its total. Parts that share nothing (inside and outside, soldiers
and civilians, killed and injured) add up to at least their sum, of one speaker and as they hold it
now; such a sum is shown only where somebody's total leaves no room for it, or somebody's denial
reaches it and none of the parts alone.

Example: four inside and three outside, and a denial that as many as five landed
    cell | rockets_landed | 4 | at: {place: zone}
    cell | rockets_landed | 3 | at: {place: zone, relation: outside}
    army | rockets_landed | at least 5 | act: denies
    disputed
Example: four inside and three outside, and a denial of more than they add up to
    cell | rockets_landed | 4 | at: {place: zone}
    cell | rockets_landed | 3 | at: {place: zone, relation: outside}
    army | rockets_landed | at least 8 | act: denies
    no conflict
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.counts import Numbers
from factbook.facts.sets import UNBOUNDED, Range, lowest
from factbook.facts.values import Count, Names
from factbook.weighing.accounts import accounts
from factbook.weighing.ceilings import Ceiling, ceilings, field_of
from factbook.weighing.comparing.cover import Cover
from factbook.weighing.comparing.coverage import WHOLE
from factbook.weighing.named import named_people
from factbook.weighing.parts import Part, made
from factbook.weighing.rules.scope import stands_to

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from factbook.weighing.family import Family
    from factbook.weighing.position import Position

MOST_FIELDS = 60  # different things counted; of more, parts are only held against all
MOST_PARTS = 10  # so many parts are summed in the best way; of more, the largest first
MOST_TRIED = 200


def add_sums(family: Family) -> None:
    """Append complete accounts to a family, then sums and names that others leave no room for."""
    _add_counted(family)
    named = {(one.identity, one.keys): one for one in named_people(family)}
    family.positions += named.values()


def _add_counted(family: Family) -> None:
    """Append the complete accounts, and what the parts of each speaker add up to."""
    covered = {(one.attribute, one.coverage.meaning) for one in family.positions}
    complete = any(one.complete for one in family.positions)
    if len(covered) < 3 and not complete:
        return
    parts = [
        Part(claim, position, number)
        for number, position in enumerate(family.positions)
        if isinstance(position.value, Count | Names) and not position.denied and not position.drift
        for claim in position.claims
    ]
    if complete:
        made_of = accounts(parts, family)
        family.joined |= {claim.key for one in made_of for claim in one.claims}
        family.positions += made_of
    if len(covered) > 2:
        counted = [one for one in parts if isinstance(one.claim.value, Count)]
        sums = {(one.identity, one.keys): one for one in _overfull(counted, family)}
        family.positions += sums.values()


def _overfull(counted: list[Part], family: Family) -> Iterator[Position]:
    """For each ceiling and each speaker: what the speaker's parts of it add up to, if it is more.

    What a single part is above already needs no sum to be denied.
    """
    by_speaker: dict[frozenset[str], list[Part]] = {}
    for one in counted:
        if lowest(one.numbers.outermost) > 0:
            by_speaker.setdefault(family.tellings.actors(one.claim), []).append(one)
    several = [parts for parts in by_speaker.values() if len(parts) > 1]
    for whole in ceilings(family) if several else ():
        fields = _fields_inside(whole.position, family)
        for parts in several:
            inside = [one for one in parts if field_of(one.position) in fields]
            if _least(inside) <= whole.most:
                continue
            inside = [one for one in inside if family.tellings.still_holds(one.claim, one.number)]
            if not (whole.position.denied and any(_least([one]) > whole.most for one in inside)):
                yield from _sum_of(inside, whole, family)


def _sum_of(inside: list[Part], whole: Ceiling, family: Family) -> Iterator[Position]:
    """What parts that share nothing add up to, if a ceiling leaves no room for it."""
    best = _best(_least_of_each(inside), family) if len(inside) > 1 else []
    if len(best) < 2 or _least(best) <= whole.most:
        return
    low = sum(lowest(one.numbers.usual) for one in best)
    numbers = Numbers((Range(low, UNBOUNDED),), (Range(_least(best), UNBOUNDED),))
    value = Count(f"at least {low:.0f}", numbers)
    summed = {one.number for one in best}
    told_so = [one for one in inside if one.number in summed]
    position = whole.position
    yield made(told_so, value, position.coverage, attribute=position.attribute)


def _fields_inside(whole: Position, family: Family) -> set[Hashable]:
    """What covers a part of what a total covers."""
    kinds = {field_of(one): one for one in family.positions}
    if len(kinds) > MOST_FIELDS and whole.coverage != WHOLE:
        return set()  # of very many places and kinds only what covers everything is added up
    return {field for field, one in kinds.items() if stands_to(one, whole, family) is Cover.INSIDE}


def _least(parts: list[Part]) -> float:
    return sum(lowest(one.numbers.outermost) for one in parts)


def _least_of_each(parts: list[Part]) -> list[Part]:
    """Of each thing that a speaker counts the lowest figure, where documents give two."""
    found: dict[Hashable, Part] = {}
    for one in sorted(parts, key=lambda one: lowest(one.numbers.outermost)):
        found.setdefault(field_of(one.position), one)
    return list(found.values())


def _best(parts: list[Part], family: Family) -> list[Part]:
    """Of parts that share nothing with each other, those that add up to most."""
    ordered = sorted(parts, key=_first_most_and_widest)

    def apart(one: Part, others: list[Part]) -> bool:
        return all(
            stands_to(one.position, other.position, family) is Cover.APART for other in others
        )

    if len(ordered) > MOST_PARTS:
        taken: list[Part] = []
        for one in ordered[:MOST_TRIED]:
            if apart(one, taken):
                taken.append(one)
        return taken

    def search(at: int, chosen: list[Part]) -> list[Part]:
        if at == len(ordered):
            return chosen
        one = ordered[at]
        taken = search(at + 1, [*chosen, one]) if apart(one, chosen) else []
        return max(taken, search(at + 1, chosen), key=_least)

    return search(0, [])


def _first_most_and_widest(part: Part) -> tuple[object, ...]:
    """By what parts count and cover: what is summed must not depend on where it is written."""
    covered = part.position.coverage
    places = sorted((one.relation, one.place, one.label) for one in covered.places)
    return (
        -lowest(part.numbers.outermost),
        len(covered.scope) + len(places),
        part.position.attribute,
        covered.scope,
        places,
        covered.during.text if covered.during else "",
    )
