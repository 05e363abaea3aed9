"""How far two places lie from each other, by their coordinates (WGS 84)."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.facts.model import Coordinates

EARTH = 6371.0088  # mean radius in kilometres (IUGG)


def far_apart(one: Coordinates | None, other: Coordinates | None) -> bool:
    """Whether two places lie farther apart than both their coordinates together are unsure."""
    if one is None or other is None:
        return False
    return kilometres(one, other) > one.precision + other.precision


def kilometres(one: Coordinates, other: Coordinates) -> float:
    """The way along the surface, in kilometres, by the haversine formula (Sinnott 1984)."""
    north, south = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
