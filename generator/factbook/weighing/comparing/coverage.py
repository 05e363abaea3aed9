"""What a claim covers: which people or things, where, and when.

A claim that says nothing of it covers all of the incident: "none" and a smaller total then stand
against whatever is reported of a part. Naming the incident's own place, or one around it, or its
own date, says no more than saying nothing, unless the same statement also tells of another place.
Qualifiers lie on axes: a term covers all below it, and one may stand for several (a woman is female
and adult). "In" a place covers all within it; "on", "near", "toward" and "outside" match only
themselves; a list is spread over all its places, and a list of a place and another within it is a
part of the first. What lies within a place is apart from what lies outside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.weighing.comparing.cover import Cover, mirrored, together
from factbook.weighing.comparing.hierarchy import above_place, above_term, is_below
from factbook.weighing.comparing.names import excludes

if TYPE_CHECKING:
    from collections.abc import Hashable

    from factbook.facts.dates import Edtf
    from factbook.facts.entries import Whereabouts
    from factbook.facts.ledger import Ledger
    from factbook.facts.sets import Range
    from factbook.facts.vocabulary import Vocabulary

Scope = tuple[tuple[str, str], ...]


class Coverage(NamedTuple):
    """Qualifiers by axis, places and time; nothing of a kind covers all of it.

    `all_places` and `all_time` say that places or time are but the incident's own, or around it.
    """

    scope: Scope = ()
    places: tuple[Whereabouts, ...] = ()  # each once, in an order of ours
    during: Edtf | None = None
    all_places: bool = False
    all_time: bool = False

    @property
    def meaning(self) -> Hashable:
        """What makes two the same: times may be written in two ways."""
        during = self.during.meaning if self.during else None
        return self.scope, self.places, during, self.all_places, self.all_time


WHOLE = Coverage()


def covers(one: Coverage, other: Coverage, ledger: Ledger) -> Cover:
    """How what two claims cover stands to each other, on all axes, in place and in time."""
    if one == other:
        return Cover.EQUAL
    return together(
        (
            *axes(one.scope, other.scope, ledger.vocabulary).values(),
            where(one, other, ledger),
            when(one, other),
        )
    )


def axes(one: Scope, other: Scope, vocabulary: Vocabulary) -> dict[str, Cover]:
    """How two scopes stand to each other, axis by axis; a claim without one covers all of it."""
    if one == other:
        return {}
    mine, theirs = dict(one), dict(other)
    return {
        axis: _on_axis(axis, mine.get(axis), theirs.get(axis), vocabulary)
        for axis in sorted(mine.keys() | theirs.keys())
    }


def _on_axis(axis: str, one: str | None, other: str | None, vocabulary: Vocabulary) -> Cover:
    if one == other:
        return Cover.EQUAL
    if one is None or other is None:
        return Cover.AROUND if one is None else Cover.INSIDE
    parents = above_term(vocabulary.axes[axis].terms if axis in vocabulary.axes else {})
    if is_below(one, other, parents):
        return Cover.INSIDE
    return Cover.AROUND if is_below(other, one, parents) else Cover.APART


def where(one: Coverage, other: Coverage, ledger: Ledger) -> Cover:
    """How the places of two claims stand to each other."""
    mine, theirs = one.places, other.places
    if mine == theirs:
        return Cover.EQUAL
    if not mine or not theirs:
        return _against_all(is_all=one.all_places or other.all_places, named=bool(mine))
    found = {(a, b): _one_place(a, b, ledger) for a in mine for b in theirs}
    if all(cover is Cover.APART for cover in found.values()):
        return Cover.APART
    below = {Cover.EQUAL, Cover.INSIDE}
    inside = all(any(found[a, b] in below for b in theirs) for a in mine)
    around = all(any(mirrored(found[a, b]) in below for a in mine) for b in theirs)
    if inside and around:  # by a place named twice over: who names more says more
        inside, around = len(mine) > len(theirs), len(theirs) > len(mine)
    if inside:
        return Cover.INSIDE
    return Cover.AROUND if around else Cover.CROSSING


def _against_all(*, is_all: bool, named: bool) -> Cover:
    """What one side names against the other's silence, which covers all of the incident."""
    if is_all:
        return Cover.EQUAL
    return Cover.INSIDE if named else Cover.AROUND


def _one_place(one: Whereabouts, other: Whereabouts, ledger: Ledger) -> Cover:
    """Two places, or what is labelled within one."""
    if one == other:
        return Cover.EQUAL
    mine, theirs = one.place or one.within, other.place or other.within
    if not mine or not theirs or {one.relation, other.relation} - {"in", "outside"}:
        return Cover.CROSSING
    if one.relation != other.relation:
        inner, outer = (mine, theirs) if one.relation == "in" else (theirs, mine)
        return Cover.APART if is_below(inner, outer, above_place(ledger)) else Cover.CROSSING
    if one.relation == "outside":
        return Cover.CROSSING
    if excludes(mine, theirs, ledger):
        return Cover.APART
    if not other.label and is_below(mine, theirs, above_place(ledger)):
        return Cover.INSIDE
    if not one.label and is_below(theirs, mine, above_place(ledger)):
        return Cover.AROUND
    return Cover.CROSSING


def when(one: Coverage, other: Coverage) -> Cover:
    """How the times of two claims stand to each other."""
    mine, theirs = one.during, other.during
    if mine == theirs:
        return Cover.EQUAL
    if mine is None or theirs is None:
        return _against_all(is_all=one.all_time or other.all_time, named=mine is not None)
    if not mine.known or not theirs.known:
        return Cover.CROSSING
    clocks = mine.whole.clock, theirs.whole.clock
    if clocks[0] and clocks[1] and clocks[0].zoned == clocks[1].zoned:
        return _spans(clocks[0].usual, clocks[1].usual)
    if clocks[0] or clocks[1]:
        return _hour_and_day(mine, theirs)
    return _spans(mine.usual, theirs.usual)


def _spans(mine: Range, theirs: Range) -> Cover:
    if mine == theirs:
        return Cover.EQUAL
    if mine.within(theirs):
        return Cover.INSIDE
    if theirs.within(mine):
        return Cover.AROUND
    return Cover.CROSSING if mine.meets(theirs) else Cover.APART


def _hour_and_day(one: Edtf, other: Edtf) -> Cover:
    """A time of day against a day, or against a time that lacks a zone."""
    if not one.usual.meets(other.usual):
        return Cover.APART
    if one.timed and other.timed:
        return Cover.CROSSING
    inner, outer = (one, other) if one.timed else (other, one)
    if not inner.usual.within(outer.usual):
        return Cover.CROSSING
    return Cover.INSIDE if one.timed else Cover.AROUND
