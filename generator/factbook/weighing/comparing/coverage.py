"""What a claim covers: which people or things, where, and when.

A claim that says nothing of it covers all of the incident: "none" and a smaller total then stand
against whatever is reported of a part. Naming the incident's own place, or one around it, or its
own date, says no more than saying nothing, unless the same statement also tells of another place.
Qualifiers lie on axes: a term covers all below it, and one may stand for several (a woman is female
and adult). "In" a place covers all within it; "on", "near", "toward" and "outside" match only
themselves; a list is spread over all its places. What lies within a place is apart from what lies
outside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.weighing.comparing.cover import Cover, mirrored, together
from factbook.weighing.comparing.hierarchy import above_place, above_term, is_below
from factbook.weighing.comparing.names import excludes

if TYPE_CHECKING:
    from collections.abc import Hashable

    from factbook.facts.dates import Edtf
    from factbook.facts.entries import ClaimEntry, Whereabouts
    from factbook.facts.ledger import Claim, Ledger
    from factbook.facts.vocabulary import Vocabulary

Scope = tuple[tuple[str, str], ...]


class Coverage(NamedTuple):
    """Qualifiers by axis, places and time; nothing of a kind covers all of it."""

    scope: Scope = ()
    places: frozenset[Whereabouts] = frozenset()
    during: Edtf | None = None

    @property
    def meaning(self) -> Hashable:
        """What makes two the same: times may be written in two ways."""
        return self.scope, self.places, self.during.meaning if self.during else None


WHOLE = Coverage()


def coverage_of(claim: Claim, ledger: Ledger) -> Coverage:
    """What a claim covers, with its qualifiers spelt out and what says nothing left away."""
    entry = claim.entry
    if not entry.of and entry.at is None and entry.during is None:
        return WHOLE
    return Coverage(
        scope=_spelt_out(entry.of, ledger.vocabulary) if entry.of else (),
        places=_narrowing(claim, ledger) if entry.at else frozenset(),
        during=_within_date(entry, claim.key.subject, ledger),
    )


def covers(one: Coverage, other: Coverage, ledger: Ledger) -> Cover:
    """How what two claims cover stands to each other, on all axes, in place and in time."""
    if one == other:
        return Cover.EQUAL
    return together(
        (
            *axes(one.scope, other.scope, ledger.vocabulary).values(),
            where(one.places, other.places, ledger),
            when(one.during, other.during),
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


def where(one: frozenset[Whereabouts], other: frozenset[Whereabouts], ledger: Ledger) -> Cover:
    """How the places of two claims stand to each other."""
    if one == other:
        return Cover.EQUAL
    if not one or not other:
        return Cover.INSIDE if one else Cover.AROUND
    found = {(a, b): _one_place(a, b, ledger) for a in one for b in other}
    if all(cover is Cover.APART for cover in found.values()):
        return Cover.APART
    below = {Cover.EQUAL, Cover.INSIDE}
    if all(any(found[a, b] in below for b in other) for a in one):
        return Cover.INSIDE
    if all(any(mirrored(found[a, b]) in below for a in one) for b in other):
        return Cover.AROUND
    return Cover.CROSSING


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


def when(one: Edtf | None, other: Edtf | None) -> Cover:
    """How the times of two claims stand to each other."""
    if one == other:
        return Cover.EQUAL
    if one is None or other is None:
        return Cover.INSIDE if one else Cover.AROUND
    if not one.known or not other.known:
        return Cover.CROSSING
    mine, theirs = one.usual, other.usual
    clocks = one.whole.clock, other.whole.clock
    if clocks[0] and clocks[1] and clocks[0].zoned == clocks[1].zoned:
        mine, theirs = clocks[0].usual, clocks[1].usual
    elif clocks[0] or clocks[1]:
        return _hour_and_day(one, other)
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


def _spelt_out(of: dict[str, str], vocabulary: Vocabulary) -> Scope:
    """Qualifiers by axis, a term that stands for several axes replaced by what it means."""
    found: dict[str, str] = {}
    for axis, term in of.items():
        known = vocabulary.axes.get(axis)
        means = known.terms[term].means if known and term in known.terms else {}
        found |= means or {axis: term}
    return tuple(sorted(found.items()))


def _narrowing(claim: Claim, ledger: Ledger) -> frozenset[Whereabouts]:
    """The places of a claim; none where they are but the incident's own."""
    incident = ledger.incidents.get(claim.key.subject)
    places = frozenset(claim.entry.places)
    if incident and incident.place and len(places) == 1:
        [only] = places
        around = only.relation == "in" and not only.label
        if (
            around
            and is_below(incident.place, only.place, above_place(ledger))
            and not _tells_of_another(claim, ledger)
        ):
            return frozenset()
    return places


def _tells_of_another(claim: Claim, ledger: Ledger) -> bool:
    """Whether the same statement tells of the same attribute at another place."""
    return any(
        other.entry.attribute == claim.entry.attribute
        and other.entry.at is not None
        and other.entry.places != claim.entry.places
        for name in claim.statements
        for other in ledger.in_statement.get(name, ())
        if other.key.subject == claim.key.subject
    )


def _within_date(entry: ClaimEntry, subject: str, ledger: Ledger) -> Edtf | None:
    """The time of a claim; none where it is but the incident's own, or around it."""
    incident = ledger.incidents.get(subject)
    during = entry.during
    if during is None or incident is None or incident.date is None or not during.known:
        return during
    if during.timed or not incident.date.known:
        return during
    return None if incident.date.usual.within(during.usual) else during
