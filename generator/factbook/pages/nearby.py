"""What happened near a place: where the coordinates cannot tell the one place from the other.

A city may have a thousand places that all are near each other, so only the closest incidents are
shown: listed in full on each page, they would be as many pages as places squared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.paging import LINES
from factbook.pages.part import Listing, Shown
from factbook.pages.rows import date_of, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.facts.atlas import Near
    from factbook.pages.links import Desk

Happening = tuple[str, "Near"]  # an incident, and how near its place is
LEAD = (
    "At places so close that the coordinates, known only to so many kilometres, cannot tell "
    "them from this one."
)


def nearby_listing(name: str, told: set[str], desk: Desk) -> Listing[Happening]:
    """Incidents at places near this one, the closest first; those `told` of otherwise left out."""
    found = desk.ledger.references
    happenings: list[Happening] = [
        (incident, near)
        for near in found.atlas.near(name)
        if near.name not in told
        for incident in found.happened.get(near.name, ())
    ]
    more = len(happenings) - LINES

    def draw(some: Sequence[Happening], at: Desk) -> Shown:
        return Shown(
            rows=tuple(row(incident, at, _how_far(name, near, at)) for incident, near in some)
        )

    return Listing(
        anchor="near",
        heading="What happened near",
        unit="incident",
        items=happenings[:LINES],
        size=LINES,
        draw=draw,
        lead=LEAD if more <= 0 else f"{LEAD} These are the closest; there are {more} more.",
        date_of=lambda one: date_of(one[0], desk.ledger),
    )


def _how_far(name: str, near: Near, desk: Desk) -> str:
    """`2.3 km away, give or take 4 km`: with no more digits than the coordinates carry."""
    pins = desk.ledger.references.atlas.by_name
    doubt = pins[name].precision + pins[near.name].precision
    return f"{_kilometres(near.distance)} km away, give or take {_kilometres(doubt)} km"


def _kilometres(number: float) -> str:
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}".removesuffix(".0")
