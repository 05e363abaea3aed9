"""Complete accounts: what a statement names on an attribute, added up to its total.

`complete` on one claim says that its statement names all it counts. Parts that are told apart in
the same way (by place, by status) are added up, each once, and none that lies within another of
them; lists of names are joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.counts import Numbers
from factbook.facts.sets import UNBOUNDED, Range, highest, lowest
from factbook.facts.values import Count, Names
from factbook.weighing.comparing.cover import Cover
from factbook.weighing.comparing.coverage import WHOLE, Coverage
from factbook.weighing.parts import Part, made
from factbook.weighing.position import Position, meaning
from factbook.weighing.rules.scope import stands_to

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from factbook.facts.ledger import Claim
    from factbook.weighing.family import Family


def accounts(parts: list[Part], family: Family) -> list[Position]:
    """One position for each statement that says of a claim that its account is complete.

    One account told in two documents' own voices is one.
    """
    found: dict[Hashable, Position] = {}
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
        names = isinstance(own[0].claim.value, Names)
        for account in _list_of_names(own) if names else _added_up(own, family):
            found.setdefault(account.identity, account)
    return list(found.values())


def _statements(claim: Claim) -> tuple[str, ...]:
    """The statements a claim stands in; a document that speaks for itself is one."""
    return claim.statements or tuple(f"the document {one.source}" for one in claim.entry.cite)


def _list_of_names(own: list[Part]) -> Iterator[Position]:
    if len(own) > 1:
        ids = dict.fromkeys(name for one in own for name in _ids(one))
        yield made(own, Names(tuple(ids)), own[0].position.coverage, complete=True)


def _ids(part: Part) -> tuple[str, ...]:
    value = part.claim.value
    return value.ids if isinstance(value, Names) else ()


def _added_up(own: list[Part], family: Family) -> Iterator[Position]:
    """The parts that are told apart in the same way as the one that is complete, added up."""
    complete = next(one for one in own if one.claim.entry.complete)
    kind = _told_apart_by(complete.position.coverage)
    alike = _outer([one for one in own if _told_apart_by(one.position.coverage) == kind], family)
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
    account = made(alike, value, _common(alike), complete=True)
    if not any(_is_total(one, account) for one in own):
        yield account


def _outer(parts: list[Part], family: Family) -> list[Part]:
    """Of parts that are told twice one, and of those that lie within each other the outer ones."""
    once = list({one.position.coverage.meaning: one for one in reversed(parts)}.values())[::-1]
    return [
        one
        for one in once
        if not any(
            stands_to(one.position, other.position, family) is Cover.INSIDE for other in once
        )
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
        first.places if all(one.places == first.places for one in covered) else frozenset(),
        first.during if all(one.during == first.during for one in covered) else None,
    )
