from __future__ import annotations

import pytest

from factbook.facts.atlas import Near, atlas
from factbook.facts.model import Coordinates, Place


def place(latitude: float, longitude: float, precision: float) -> Place:
    where = Coordinates(latitude=latitude, longitude=longitude, precision=precision)
    return Place(title="T", coordinates=where)


PLACES = {
    "here": place(0, 0, 1),
    "there": place(0, 0.01, 0.2),  # 1.1 km to the east
    "away": place(0, 0.1, 0.2),
    "vague": place(1, 0, 120),  # 111 km to the north
    "nowhere": Place(title="T"),
    "east": place(10, 179.999, 1),
    "west": place(10, -179.999, 1),
}


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("here", ["there", "vague"]),
        ("there", ["here", "vague"]),
        ("away", ["vague"]),
        ("vague", ["here", "there", "away"]),
        ("nowhere", []),
        ("unknown", []),
        ("east", ["west"]),
    ],
)
def test_places_are_near_whose_circles_touch(name: str, near: list[str]) -> None:
    assert [one.name for one in atlas(PLACES).near(name)] == near


def test_distances_are_along_the_surface() -> None:
    [first, _] = atlas(PLACES).near("here")
    assert isinstance(first, Near)
    assert first.distance == pytest.approx(1.112, abs=0.001)
