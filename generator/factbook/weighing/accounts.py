"""Complete accounts: what a statement names on an attribute, added up to its total.

`complete` on one claim says that its statement names all it counts. Parts that are told apart in
the same way (by place, by status) are added up, each once, and none that lies within another of
them; lists of names are joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.counts import Numbers
from factbook.facts.sets import UNBOUNDED, Range, hull
from factbook.facts.values import Count, Names
from factbook.weighing.comparing.cover import Cover
from factbook.weighing.comparing.coverage import Coverage
from factbook.weighing.covered import statements_of
from factbook.weighing.parts import Part, made
from factbook.weighing.position import Position, is_weighed, meaning
from factbook.weighing.rules.scope import stands_to

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from factbook.weighing.family import Family


def accounts(parts: list[Part], family: Family) -> list[Position]:
    """One position for each statement that says of a claim that its account is complete.

    One account told in two documents' own voices is one.
    """
    found: dict[Hashable, Position] = {}
    said: dict[tuple[str, str], list[Part]] = {}
    for part in parts:
        for name in statements_of(part.claim):
            said.setdefault((name, part.position.attribute), []).append(part)
    left_open = _left_open(family)
    for key, own in said.items():
        if not any(one.claim.entry.complete for one in own):
            continue
        complete = next(one for one in own if one.claim.entry.complete)
        kind = _told_apart_by(complete.position.coverage)
        alike = [
            one
            for one in own
            if _told_apart_by(one.position.coverage) == kind
            and type(one.claim.value) is type(complete.claim.value)
        ]
        is_open = key in left_open
        if isinstance(complete.claim.value, Names):
            made_of = () if is_open else _list_of_names(alike)
            family.joined |= {one.claim.key for one in alike} if is_open else set()
        else:
            made_of = _added_up(alike, own, family, is_open=is_open)
        for account in made_of:
            found.setdefault(account.identity, account)
    return list(found.values())


def _left_open(family: Family) -> set[tuple[str, str]]:
    """Statements and attributes of which a part is not known, or told with doubt."""
    subject = family.ledger.of_subject.get(family.subject, ())
    return {
        (name, one.entry.attribute)
        for one in subject
        if one.entry.stands and not is_weighed(one)
        for name in statements_of(one)
    }


def _list_of_names(alike: list[Part]) -> Iterator[Position]:
    ids = dict.fromkeys(name for one in alike for name in _ids(one))
    if len(alike) > 1 and ids:
        yield made(alike, Names(tuple(ids)), _common(alike), complete=True)


def _ids(part: Part) -> tuple[str, ...]:
    value = part.claim.value
    return value.ids if isinstance(value, Names) else ()


def _added_up(
    alike: list[Part], own: list[Part], family: Family, *, is_open: bool
) -> Iterator[Position]:
    """The parts that are told apart in the same way as the one that is complete, added up.

    What the statement leaves open can be any number more.
    """
    fields = _outer(_latest(alike), family)
    if len(fields) < 2:
        return
    usual, outermost = (
        (Range(sum(one.low for one in spans), sum(one.high for one in spans)),)
        for spans in (
            [hull(tuple(r for one in same for r in one.numbers.usual)) for same in fields],
            [hull(tuple(r for one in same for r in one.numbers.outermost)) for same in fields],
        )
    )
    if is_open:
        usual, outermost = ((Range(one[0].low, UNBOUNDED),) for one in (usual, outermost))
    value = Count(_in_words(usual[0]), Numbers(usual, outermost))
    counted = [one for same in fields for one in same]
    account = made(counted, value, _common(counted), complete=not is_open)
    if not any(_is_total(one, account) for one in own):
        yield account


def _latest(parts: list[Part]) -> list[list[Part]]:
    """The parts of each field together: tellings of one figure, as of the latest time given."""
    fields: dict[Hashable, list[Part]] = {}
    for one in parts:
        fields.setdefault(one.position.coverage.meaning, []).append(one)
    found = []
    for same in fields.values():
        newest = max((_as_of(one) for one in same), default=0.0)
        found.append([one for one in same if _as_of(one) == newest])
    return found


def _as_of(part: Part) -> float:
    date = part.claim.entry.as_of
    return date.usual.low if date and date.known else 0.0


def _outer(fields: list[list[Part]], family: Family) -> list[list[Part]]:
    """Of fields that lie within each other the outer ones."""
    heads = [same[0].position for same in fields]
    return [
        same
        for same in fields
        if not any(stands_to(same[0].position, other, family) is Cover.INSIDE for other in heads)
    ]


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
        first.places if all(one.places == first.places for one in covered) else (),
        first.during if all(one.during == first.during for one in covered) else None,
    )
