"""What one speaker's parts add up to: positions of their own beside those that were said.

A `complete` account adds up to its total. Parts that share nothing (inside and outside, soldiers
and civilians, killed and injured) add up to at least their sum, of one speaker and as they hold it
now; such a sum is shown only where somebody's total leaves no room for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.counts import Numbers
from factbook.facts.sets import UNBOUNDED, Range, highest, lowest
from factbook.facts.values import Count, Names
from factbook.weighing.comparing.cover import Cover
from factbook.weighing.comparing.coverage import WHOLE, Coverage
from factbook.weighing.position import Position, meaning
from factbook.weighing.rules.scope import stands_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Claim
    from factbook.weighing.family import Family

MOST_PARTS = 10  # so many parts are summed in the best way; of more, as many as are found first


class Part(NamedTuple):
    """A claim that counts or names, the position it stands in, and which of the family that is."""

    claim: Claim
    position: Position
    number: int

    @property
    def numbers(self) -> Numbers:
        """What it counts; parts are counts."""
        value = self.claim.value
        if not isinstance(value, Count):
            raise TypeError(value)
        return value.numbers


def add_sums(family: Family) -> None:
    """Append the complete accounts of a family, then the sums that some total has no room for."""
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
        family.positions += _accounts(parts)
    if len(covered) > 2:
        counted = [one for one in parts if isinstance(one.claim.value, Count)]
        family.positions += list(_overfull(counted, family))


def _accounts(parts: list[Part]) -> Iterator[Position]:
    """One position for each statement that says of a claim that its account is complete."""
    for statement, attribute in dict.fromkeys(
        (name, one.position.attribute)
        for one in parts
        if one.claim.entry.complete
        for name in _statements(one.claim)
    ):
        own = [
            one
            for one in parts
            if one.position.attribute == attribute and statement in _statements(one.claim)
        ]
        if isinstance(own[0].claim.value, Names):
            yield from _list_of_names(own)
        else:
            yield from _added_up(own)


def _statements(claim: Claim) -> tuple[str, ...]:
    """The statements a claim stands in; a document that speaks for itself is one."""
    return claim.statements or tuple(f"the document {one.source}" for one in claim.entry.cite)


def _list_of_names(own: list[Part]) -> Iterator[Position]:
    if len(own) > 1:
        ids = dict.fromkeys(name for one in own for name in _ids(one))
        yield _made(own, Names(tuple(ids)), own[0].position.coverage, complete=True)


def _ids(part: Part) -> tuple[str, ...]:
    value = part.claim.value
    return value.ids if isinstance(value, Names) else ()


def _added_up(own: list[Part]) -> Iterator[Position]:
    """The parts that are told apart in the same way as the one that is complete, added up."""
    complete = next(one for one in own if one.claim.entry.complete)
    kind = _told_apart_by(complete.position.coverage)
    alike = [one for one in own if _told_apart_by(one.position.coverage) == kind]
    if len(alike) < 2 or kind == _told_apart_by(WHOLE):
        return
    usual, outermost = (
        (Range(sum(lowest(one) for one in some), sum(highest(one) for one in some)),)
        for some in (
            [one.numbers.usual for one in alike],
            [one.numbers.outermost for one in alike],
        )
    )
    value = Count(_in_words(usual[0]), Numbers(usual, outermost))
    account = _made(alike, value, _common(alike), complete=True)
    if not any(_is_total(one, account) for one in own):
        yield account


def _is_total(part: Part, account: Position) -> bool:
    """Whether the same statement gives the sum itself."""
    mine, theirs = part.position.coverage.meaning, account.coverage.meaning
    return mine == theirs and meaning(part.claim.value) == meaning(account.value)


def _in_words(span: Range) -> str:
    if span.high == UNBOUNDED:
        return f"at least {span.low:.0f}"
    return f"{span.low:.0f}" if span.low == span.high else f"{span.low:.0f} to {span.high:.0f}"


def _told_apart_by(coverage: Coverage) -> tuple[frozenset[str], bool, bool]:
    """By which axes, by place, by time."""
    axes = frozenset(axis for axis, _ in coverage.scope)
    return axes, bool(coverage.places), coverage.during is not None


def _common(parts: list[Part]) -> Coverage:
    """What all parts cover alike: the coverage of their sum."""
    covered = [one.position.coverage for one in parts]
    scopes = frozenset.intersection(*(frozenset(one.scope) for one in covered))
    first = covered[0]
    return Coverage(
        tuple(sorted(scopes)),
        first.places if all(one.places == first.places for one in covered) else frozenset(),
        first.during if all(one.during == first.during for one in covered) else None,
    )


def _overfull(counted: list[Part], family: Family) -> Iterator[Position]:
    """For each total and each speaker: what the speaker's parts of it add up to, if it is more."""
    by_speaker: dict[frozenset[str], list[Part]] = {}
    for one in counted:
        by_speaker.setdefault(family.tellings.actors(one.claim), []).append(one)
    several = {who: parts for who, parts in by_speaker.items() if len(parts) > 1}
    if not several:
        return
    wholes = [one for one in family.positions if isinstance(one.value, Count) and not one.denied]
    told: set[tuple[object, ...]] = set()
    for whole in wholes:
        for speaker, parts in several.items():
            inside = [
                one
                for one in parts
                if lowest(one.numbers.outermost) > 0
                and stands_to(one.position, whole, family) is Cover.INSIDE
                and family.tellings.still_holds(one.claim, one.number)
            ]
            best = _best(inside, family) if len(inside) > 1 else []
            key = speaker, whole.attribute, whole.coverage.meaning
            if len(best) > 1 and _least(best) > highest(_outermost(whole)) and key not in told:
                told.add(key)
                low = sum(lowest(one.numbers.usual) for one in best)
                numbers = Numbers((Range(low, UNBOUNDED),), (Range(_least(best), UNBOUNDED),))
                value = Count(f"at least {low:.0f}", numbers)
                summed = {one.number for one in best}
                told_so = [one for one in inside if one.number in summed]
                yield _made(told_so, value, whole.coverage, attribute=whole.attribute)


def _outermost(position: Position) -> tuple[Range, ...]:
    return position.value.numbers.outermost if isinstance(position.value, Count) else ()


def _least(parts: list[Part]) -> float:
    return sum(lowest(one.numbers.outermost) for one in parts)


def _best(parts: list[Part], family: Family) -> list[Part]:
    """Of parts that share nothing with each other, those that add up to most."""
    ordered = sorted(parts, key=_first_most_and_widest)

    def apart(one: Part, others: list[Part]) -> bool:
        return all(
            stands_to(one.position, other.position, family) is Cover.APART for other in others
        )

    def search(at: int, chosen: list[Part]) -> list[Part]:
        if at == len(ordered):
            return chosen
        one = ordered[at]
        taken = search(at + 1, [*chosen, one]) if apart(one, chosen) else []
        if taken and len(ordered) > MOST_PARTS:
            return taken
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


def _made(
    parts: list[Part],
    value: Count | Names,
    coverage: Coverage,
    *,
    attribute: str = "",
    complete: bool = False,
) -> Position:
    claims = {one.claim.key: one.claim for one in parts}
    return Position(
        subject=parts[0].position.subject,
        attribute=attribute or parts[0].position.attribute,
        coverage=coverage,
        denied=False,
        value=value,
        claims=tuple(claims.values()),
        parts=True,
        complete=complete,
    )
