"""The page of a place: what happened there, at places around it, and which claims name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from factbook.pages.claims import by_attribute, citation_view, described, grounds, prose
from factbook.pages.conflict_rows import rows_of_conflicts
from factbook.pages.listings import claims_by_role, claims_by_subject, records
from factbook.pages.names import names_listing
from factbook.pages.nearby import nearby_listing
from factbook.pages.paging import LINES
from factbook.pages.part import Listing, Part, Shown, parts
from factbook.pages.remarks import inference, record_remarks
from factbook.pages.rows import row
from factbook.pages.view import ClaimGroup, Grounds, Link, Page, Prose, Remark, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.facts.model import Place
    from factbook.pages.links import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage(Page):
    """The view of a place; `within` goes from the next larger place to the largest."""

    template: ClassVar[str] = "place.html"
    kind: str
    within: tuple[Link, ...]
    summary: Prose
    note: str
    details: tuple[Remark, ...]
    grounds: Grounds
    located: Grounds  # what carries the coordinates
    contested: tuple[Row, ...]
    groups: tuple[ClaimGroup, ...]
    parts: tuple[Part, ...]


def place_page(name: str, desk: Desk, *, whole: bool = False) -> PlacePage:
    """The page of the place with this id; `whole` with all of its lists, however long."""
    ledger = desk.ledger
    place = ledger.places[name]
    own = ledger.of_subject.get(name, ())
    named = ledger.references.naming.get(name, ())
    return PlacePage(
        id=name,
        section="places",
        address=desk.here,
        title=place.title,
        description=described(place.title, [*named, *own]),
        kind=place.kind,
        within=tuple(map(desk.to, around(name, desk))),
        summary=prose(place.summary, name, desk),
        note=place.note,
        details=record_remarks(place, desk.ledger),
        grounds=grounds(place, desk),
        located=_located(place, desk),
        contested=rows_of_conflicts(name, desk),
        groups=by_attribute(own, desk),
        parts=parts(place_listings(name, desk), name, desk, whole=whole),
    )


def place_listings(name: str, desk: Desk) -> tuple[Listing[Any], ...]:
    """The lists of the place's page."""
    ledger = desk.ledger
    found, wider = ledger.references, around(name, desk)
    inside = found.within(name)
    here = [key for place in inside for key in found.happened.get(place, ())]
    return (
        records("incidents", "What happened here", "incident", here, desk),
        nearby_listing(name, {*inside, *wider}, desk),
        _around(wider, desk),
        claims_by_subject(
            "located",
            "Told of this place",
            found.located.get(name, ()),
            lead="Claims that are not about a whole incident, but about what happened here.",
        ),
        claims_by_role("named", "Claims that name it", found.naming.get(name, ()), desk),
        records("about", "Statements about it", "statement", found.about.get(name, ()), desk),
        records("holds", "Places in it", "place", found.inside.get(name, ()), desk),
        names_listing(ledger.places[name]),
    )


def _around(wider: list[str], desk: Desk) -> Listing[str]:
    """The larger places of which something is told and no closer: it may have happened here."""
    happened = desk.ledger.references.happened

    def draw(some: Sequence[str], at: Desk) -> Shown:
        told = "told of it and no closer: it may have been here"
        return Shown(rows=tuple(row(name, at, told) for name in some))

    return Listing(
        anchor="around",
        heading="Told of a larger place",
        unit="place",
        items=[name for name in wider if name in happened],
        size=LINES,
        draw=draw,
    )


def around(name: str, desk: Desk) -> list[str]:
    """The places that a place lies within, from the next to the largest."""
    found: list[str] = []
    place: Place | None = desk.ledger.places.get(name)
    while place and place.within and place.within not in (name, *found):
        found.append(place.within)
        place = desk.ledger.places.get(place.within)
    return found


def _located(place: Place, desk: Desk) -> Grounds:
    where = place.coordinates
    if where is None:
        return Grounds((), "")
    cited = tuple(citation_view(one, desk) for one in where.cite)
    return Grounds(cited, inference(where.inferred, desk.ledger))
