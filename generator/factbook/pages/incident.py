"""The page of an incident: at a glance, what is contested, and every claim with its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from factbook.facts.dates import in_words
from factbook.facts.sets import highest
from factbook.facts.values import Count
from factbook.pages.claims import by_attribute, claim_view, described, grounds, prose
from factbook.pages.conflict import conflict_view
from factbook.pages.holders import holders_in_words
from factbook.pages.judgement import declared_views
from factbook.pages.lineage import ways
from factbook.pages.listings import claims_by_role, records
from factbook.pages.part import Part, parts
from factbook.pages.position import with_denial
from factbook.pages.rows import conflicts_of
from factbook.pages.view import ClaimGroup, Grounds, Link, Page, Prose, Row
from factbook.pages.wording import counted, date_of_source, listed, value_in_words
from factbook.weighing.conflict import Conflict
from factbook.weighing.position import is_doubted, is_weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.facts.ledger import Claim
    from factbook.pages.contested import ConflictView, DeclaredView
    from factbook.pages.lineage import Way
    from factbook.pages.links import Desk
    from factbook.pages.part import Listing
    from factbook.weighing.conflict import Weighed
    from factbook.weighing.position import Position

FOREMOST = 3  # the weight from which an attribute is shown at a glance
MOST_VALUES = 5  # values named at a glance; more are counted


@dataclass(frozen=True, slots=True)
class Reported:
    """One value as it is reported: by whom, and whether that is contested."""

    value: str
    holders: str
    contested: Link | None


@dataclass(frozen=True, slots=True)
class Glance:
    """What is reported about one attribute, a line for each value; `more` are not told."""

    label: str
    values: tuple[Reported, ...]
    evidence: str  # the origins of the only one
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage(Page):
    """The view of an incident."""

    template: ClassVar[str] = "incident.html"
    kind: str
    date: str
    place: Link | None
    part_of: tuple[Link, ...]
    mention: bool
    extent: str  # on how much evidence: documents, statements, claims
    glance: tuple[Glance, ...]
    summary: Prose
    note: str
    conflicts: tuple[ConflictView, ...]
    declared: tuple[DeclaredView, ...]
    groups: tuple[ClaimGroup, ...]
    silent: tuple[str, ...]
    grounds: Grounds  # what makes it a part of something
    sources: tuple[Row, ...]
    parts: tuple[Part, ...]
    ways: tuple[Way, ...]


def incident_page(name: str, desk: Desk, *, whole: bool = False) -> IncidentPage:
    """The page of the incident with this id; `whole` with all of its lists, however long."""
    incident = desk.ledger.incidents[name]
    claims = desk.ledger.of_subject.get(name, ())
    carried = Counter(
        source for claim in claims for source in {one.source: 0 for one in claim.entry.cite}
    )
    conflicts = [one for one in conflicts_of(name, desk) if isinstance(one, Conflict)]
    return IncidentPage(
        id=name,
        section="incidents",
        address=desk.here,
        title=incident.title,
        description=described(incident.title, claims),
        kind=incident.kind,
        date=in_words(incident.date) if incident.date else "",
        place=desk.to(incident.place) if incident.place else None,
        part_of=tuple(map(desk.to, incident.part_of)),
        mention=incident.mention,
        extent=_extent(claims),
        glance=_glance(name, desk),
        summary=prose(incident.summary, name, desk),
        note=incident.note,
        conflicts=tuple(conflict_view(one, desk) for one in conflicts),
        declared=declared_views(name, desk),
        groups=by_attribute(claims, desk),
        silent=_silent(name, desk),
        grounds=grounds(incident, desk),
        sources=tuple(_source(*pair, desk) for pair in carried.items()),
        ways=ways(name, desk),
        parts=parts(incident_listings(name, desk), name, desk, whole=whole),
    )


def incident_listings(name: str, desk: Desk) -> tuple[Listing[Any], ...]:
    """The lists of the incident's page: what other files say of it."""
    found = desk.ledger.references
    return (
        records(
            "parts", "Incidents that are part of it", "incident", found.parts.get(name, ()), desk
        ),
        records("about", "Statements about it", "statement", found.about.get(name, ()), desk),
        claims_by_role("named", "Where it is named", found.naming.get(name, ()), desk),
    )


def _extent(claims: Sequence[Claim]) -> str:
    documents = {one.source for claim in claims for one in claim.entry.cite}
    statements = {claim.entry.stated_in for claim in claims} - {""}
    return listed(
        (
            counted(len(documents), "document"),
            counted(len(statements), "statement"),
            counted(len(claims), "claim"),
        )
    )


def _glance(name: str, desk: Desk) -> tuple[Glance, ...]:
    """The foremost attributes, each with the values that are reported."""
    found = []
    for attribute, entry in desk.ledger.vocabulary.attributes.items():
        if entry.weight < FOREMOST:
            continue
        family = desk.weighing.families.get((name, desk.ledger.vocabulary.root(attribute)), ())
        positions = [one for one in family if one.position.attribute == attribute]
        doubted = [
            one
            for one in desk.ledger.of_subject.get(name, ())
            if one.entry.attribute == attribute and is_doubted(one)
        ]
        if positions or doubted:
            found.append(_glance_at(entry.label, positions, doubted, desk))
    return tuple(found)


def _glance_at(label: str, positions: list[Weighed], doubted: list[Claim], desk: Desk) -> Glance:
    """The positions on an attribute, then what is said with doubt and so is in none."""
    told = [one for one in positions if not one.position.drift]
    lines = [_reported(one.position, desk) for one in told]
    lines += [_doubted(one, desk) for one in doubted]
    return Glance(
        label=label,
        values=tuple(lines[:MOST_VALUES]),
        evidence=str(told[0].origins) if told and len(lines) == 1 else "",
        more=max(0, len(lines) - MOST_VALUES),
    )


def _doubted(claim: Claim, desk: Desk) -> Reported:
    words = value_in_words(claim.value, claim.entry.of, desk.ledger)
    return Reported(
        value=f"{words} (with doubt: “{claim.entry.hedge}”)",
        holders=holders_in_words([claim_view(claim, desk)]),
        contested=None,
    )


def _reported(position: Position, desk: Desk) -> Reported:
    known = desk.weighing.conflict_of
    conflict = next((known[one.key] for one in position.claims if one.key in known), None)
    return Reported(
        value=with_denial(position, desk.ledger),
        holders=holders_in_words(claim_view(claim, desk) for claim in position.claims),
        contested=desk.to_conflict(conflict) if conflict else None,
    )


def _silent(name: str, desk: Desk) -> tuple[str, ...]:
    """What a reader would expect beside what is reported, and no claim speaks of.

    The whole of a family need not be reported where its parts are, and where somebody reports none
    of the whole, they speak of its parts.
    """
    vocabulary = desk.ledger.vocabulary
    claims = desk.ledger.of_subject.get(name, ())
    spoken = {claim.entry.attribute for claim in claims}
    nothing = {claim.entry.attribute for claim in claims if _reports_none(claim)}
    roots = {
        vocabulary.root(attribute) for attribute in spoken if attribute in vocabulary.attributes
    }
    return tuple(
        entry.label
        for attribute, entry in vocabulary.attributes.items()
        if entry.part_of
        and attribute not in spoken
        and vocabulary.root(attribute) in roots
        and not any(vocabulary.is_part(attribute, whole) for whole in nothing)
    )


def _reports_none(claim: Claim) -> bool:
    value = claim.value
    is_none = isinstance(value, Count) and highest(value.numbers.outermost) == 0
    return is_none and not claim.entry.of and is_weighed(claim)


def _source(name: str, carried: int, desk: Desk) -> Row:
    """A document that speaks of the incident, and how many of its claims it carries."""
    source = desk.ledger.sources.get(name)
    if source is None:
        return Row(Link(name))
    publisher = desk.to_source(name).text
    facts = (publisher, date_of_source(source), counted(carried, "claim"))
    is_told = source.title in facts  # a document that names no publisher goes by its own title
    told = tuple(fact for fact in facts if fact != source.title) if is_told else facts
    return Row(desk.to(name), told)
