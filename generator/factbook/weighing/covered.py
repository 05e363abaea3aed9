"""What each claim of a subject covers: its qualifiers spelt out, and whether it names everything.

To name the incident's own place or date, or one around it, is to name all of the incident; unless
the same statement tells of the same attribute at another place or time: then it counts a part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.comparing.coverage import WHOLE, Coverage, Scope
from factbook.weighing.comparing.hierarchy import above_place, is_below

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from factbook.facts.entries import Whereabouts
    from factbook.facts.ledger import Claim, Ledger
    from factbook.facts.vocabulary import Vocabulary


class Covered:
    """The coverages of the claims of one subject."""

    def __init__(self, claims: Iterable[Claim], ledger: Ledger) -> None:
        """`claims` are all that the subject has; those that were taken back tell nothing."""
        self._ledger = ledger
        self._told: dict[tuple[str, str], tuple[set[Hashable], set[Hashable]]] = {}
        for claim in claims:
            entry = claim.entry
            if (entry.at is None and entry.during is None) or not entry.stands:
                continue
            for name in statements_of(claim):
                places, times = self._told.setdefault((name, entry.attribute), (set(), set()))
                if entry.at is not None:
                    places.add(_in_order(entry.places))
                if entry.during is not None:
                    times.add(entry.during.meaning)

    def of(self, claim: Claim) -> Coverage:
        """What a claim covers."""
        entry = claim.entry
        if not entry.of and entry.at is None and entry.during is None:
            return WHOLE
        return Coverage(
            scope=scope_of(claim, self._ledger.vocabulary),
            places=_in_order(entry.places),
            during=entry.during,
            all_places=entry.at is not None and self._is_everywhere(claim),
            all_time=entry.during is not None and self._is_always(claim),
        )

    def _tells_more(self, claim: Claim, which: int) -> bool:
        """Whether a statement of the claim tells of the attribute at other places, or times."""
        key = claim.entry.attribute
        return any(len(self._told[name, key][which]) > 1 for name in statements_of(claim))

    def _is_everywhere(self, claim: Claim) -> bool:
        """Whether the only place of a claim is the incident's own, or around it."""
        incident = self._ledger.incidents.get(claim.key.subject)
        if incident is None or not incident.place or len(claim.entry.places) != 1:
            return False
        [only] = claim.entry.places
        around = only.relation == "in" and not only.label
        return (
            around
            and is_below(incident.place, only.place, above_place(self._ledger))
            and not (claim.entry.stands and self._tells_more(claim, 0))
        )

    def _is_always(self, claim: Claim) -> bool:
        """Whether the time of a claim is the incident's own, or around it."""
        incident, during = self._ledger.incidents.get(claim.key.subject), claim.entry.during
        if incident is None or incident.date is None or during is None:
            return False
        if during.timed or not (during.known and incident.date.known):
            return False
        always = incident.date.usual.within(during.usual)
        return always and not (claim.entry.stands and self._tells_more(claim, 1))


def _in_order(places: Iterable[Whereabouts]) -> tuple[Whereabouts, ...]:
    """Places with their relations, each once, in whatever order they were written."""
    every = {one.spelt_out() for one in places}
    return tuple(sorted(every, key=lambda one: (one.place, one.relation, one.label, one.within)))


def statements_of(claim: Claim) -> tuple[str, ...]:
    """The statements a claim stands in; a document that speaks for itself is one."""
    return claim.statements or tuple(f"the document {one.source}" for one in claim.entry.cite)


def scope_of(claim: Claim, vocabulary: Vocabulary) -> Scope:
    """The qualifiers of a claim by axis."""
    return _spelt_out(claim.entry.of, vocabulary) if claim.entry.of else ()


def _spelt_out(of: dict[str, str], vocabulary: Vocabulary) -> Scope:
    """Qualifiers by axis, a term that stands for several axes replaced by what it means."""
    found: dict[str, str] = {}
    for axis, term in of.items():
        known = vocabulary.axes.get(axis)
        means = known.terms[term].means if known and term in known.terms else {}
        found |= means or {axis: term}
    return tuple(sorted(found.items()))
