"""A place whose coordinates lie outside of the place it is within.

What it finds: coordinates that are farther from those of the place above than both precisions
allow.
Why it matters: one of the two is wrong, or the place lies within another.
How to mend: correct the coordinates (latitude first, in degrees), their precision (in kilometres),
or `within`.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.facts.model import Coordinates

EARTH = 6371.0  # mean radius in kilometres
MEND = "correct the coordinates, the precision of either place, or `within`"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each place that lies outside of the nearest place above with coordinates."""
    for name, place in ledger.places.items():
        above = _above(name, ledger)
        if place.coordinates is None or above is None:
            continue
        outer = ledger.places[above].coordinates
        if outer is None:
            continue
        apart = distance(place.coordinates, outer)
        if apart > place.coordinates.precision + outer.precision:
            spot = ledger.spot(name).at("coordinates").of_key()
            message = f"{name} lies {apart:.0f} km from {above}, in which it is said to be"
            yield Problem("misplaced-coordinates", message, spot, MEND)


def _above(name: str, ledger: Ledger) -> str | None:
    """The nearest place above that has coordinates."""
    seen = {name}
    step = ledger.places[name].within
    while step in ledger.places and step not in seen:
        if ledger.places[step].coordinates:
            return step
        seen.add(step)
        step = ledger.places[step].within
    return None


def distance(one: Coordinates, other: Coordinates) -> float:
    """Kilometres along the surface of the earth (haversine formula, a sphere)."""
    phi, psi = radians(one.latitude), radians(other.latitude)
    chord = (
        sin((psi - phi) / 2) ** 2
        + cos(phi) * cos(psi) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    )
    return 2 * EARTH * asin(sqrt(min(1.0, chord)))
