"""Places by their coordinates: which of them the coordinates cannot tell apart.

Coordinates are known to so many kilometres. Two places are near each other where the circles of
that size touch: closer than this nobody can say how far apart they are.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.facts.model import Place

RADIUS = 6371.0  # of the Earth, in kilometres
DEGREE = math.pi * RADIUS / 180  # of latitude, in kilometres


class Pin(NamedTuple):
    """A place with its coordinates in degrees, and how far off they can be, in kilometres."""

    latitude: float
    longitude: float
    precision: float
    name: str


class Near(NamedTuple):
    """A place nearby, and how many kilometres its coordinates lie away."""

    name: str
    distance: float


@dataclass(frozen=True, slots=True)
class Atlas:
    """All places that have coordinates, from south to north."""

    pins: tuple[Pin, ...]
    by_name: Mapping[str, Pin]
    least_precise: float

    def near(self, name: str) -> list[Near]:
        """The places whose circles touch that of this one, the closest first."""
        here = self.by_name.get(name)
        if here is None:
            return []
        reach = (here.precision + self.least_precise) / DEGREE
        first = bisect_left(self.pins, here.latitude - reach, key=_latitude)
        last = bisect_right(self.pins, here.latitude + reach, key=_latitude)
        found = [
            Near(one.name, away)
            for one in self.pins[first:last]
            if one.name != name and (away := distance(here, one)) <= here.precision + one.precision
        ]
        return sorted(found, key=lambda one: (one.distance, one.name))


def atlas(places: Mapping[str, Place]) -> Atlas:
    """The atlas of the places that have coordinates."""
    pins = sorted(
        Pin(where.latitude, where.longitude, where.precision, name)
        for name, place in places.items()
        if (where := place.coordinates)
    )
    least_precise = max((one.precision for one in pins), default=0.0)
    return Atlas(tuple(pins), {one.name: one for one in pins}, least_precise)


def distance(one: Pin, other: Pin) -> float:
    """The kilometres between two pins, along the Earth's surface."""
    first, second = math.radians(one.latitude), math.radians(other.latitude)
    turned = math.radians(other.longitude - one.longitude)
    half = (
        math.sin((second - first) / 2) ** 2
        + math.cos(first) * math.cos(second) * math.sin(turned / 2) ** 2
    )
    return 2 * RADIUS * math.asin(math.sqrt(min(1.0, half)))


def _latitude(pin: Pin) -> float:
    return pin.latitude
