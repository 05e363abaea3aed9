"""The page of a place: what it lies within, what happened there, and which claims name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.facts.dates import in_words
from factbook.pages.actor import names
from factbook.pages.claims import by_attribute, by_subject, described, grounds, prose
from factbook.pages.remarks import record_remarks
from factbook.pages.view import ClaimGroup, Grounds, Link, Page, Prose, Remark, Row
from factbook.weighing.comparing.hierarchy import above_place, is_below

if TYPE_CHECKING:
    from factbook.pages.links import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage(Page):
    """The view of a place."""

    template: ClassVar[str] = "place.html"
    kind: str
    within: Link | None
    holds: tuple[Link, ...]
    summary: Prose
    note: str
    details: tuple[Remark, ...]
    grounds: Grounds
    incidents: tuple[Row, ...]
    about: tuple[ClaimGroup, ...]
    groups: tuple[ClaimGroup, ...]


def place_page(name: str, desk: Desk) -> PlacePage:
    """The page of the place with this id."""
    place = desk.ledger.places[name]
    about = [claim for claim in desk.ledger.claims.values() if names(claim, name)]
    return PlacePage(
        id=name,
        section="places",
        address=desk.here,
        title=place.title,
        description=described(place.title, [*about, *desk.ledger.of_subject.get(name, ())]),
        kind=place.kind,
        within=desk.to(place.within) if place.within else None,
        holds=tuple(
            desk.to(key) for key, other in desk.ledger.places.items() if other.within == name
        ),
        summary=prose(place.summary, name, desk),
        note=place.note,
        details=record_remarks(place, desk.ledger),
        grounds=grounds(place, desk),
        incidents=_incidents(name, desk),
        about=by_subject(about, desk),
        groups=by_attribute(desk.ledger.of_subject.get(name, ()), desk),
    )


def _incidents(name: str, desk: Desk) -> tuple[Row, ...]:
    """What happened here, or at a place within."""
    parents = above_place(desk.ledger)
    return tuple(
        Row(desk.to(key), (in_words(incident.date),) if incident.date else ())
        for key, incident in desk.ledger.incidents.items()
        if incident.place and is_below(incident.place, name, parents)
    )
