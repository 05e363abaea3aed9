"""What happened at a place, within it and near it; and when, never closer than it is dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pages.home import HomePage, OwnWords
from factbook.pages.place import PlacePage
from factbook.pages.timeline import TimelinePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier
    from factbook.pages.part import Part
    from factbook.pages.view import Page

TEXT = """
--- places/land.yaml
title: Land
--- places/city.yaml
title: City
within: land
coordinates: {latitude: 33.3, longitude: 44.4, precision: 20, cite: [{source: map, quote: the city}]}
--- places/hall.yaml
title: Hall
within: city
names: [{name: القاعة, language: ar, cite: [{source: map, quote: القاعة}]}]
coordinates: {latitude: 33.30, longitude: 44.40, precision: 0.5}
--- places/bridge.yaml
title: Bridge
within: city
coordinates: {latitude: 33.31, longitude: 44.40, precision: 1}
--- places/tower.yaml
title: Tower
within: land
coordinates: {latitude: 33.4, longitude: 44.4, precision: 1}
--- incidents/fire.yaml
title: Fire
place: hall
date: 2020-12-20
claims:
  a: {attribute: date, value: 2020-12-20, says: x, cite: [{source: map, quote: q}]}
  b: {attribute: date, value: 2020-12-22, says: y, cite: [{source: map, quote: q}]}
  c: {attribute: injured, value: 1, says: x, at: {place: bridge, relation: near}, cite: [{source: map, quote: q}]}
--- incidents/flood.yaml
title: Flood
place: bridge
date: 2020-12
--- incidents/storm.yaml
title: Storm
place: city
date: 2020-11/2021-02
--- incidents/quake.yaml
title: Quake
place: tower
mention: true
date: 2020-12-01
--- incidents/rain.yaml
title: Rain
--- statements/said.yaml
title: What was said
by: x
on: 2020-12-20
--- actors/x.yaml
title: X
--- actors/y.yaml
title: Y
--- sources/map.yaml
title: A map
publisher: unknown
published: unknown
language: ar
"""


@pytest.fixture
def pages(dossier: Callable[[str], Dossier]) -> dict[str, Page]:
    made = dossier(TEXT)
    own = OwnWords("Events", "What happened in the land.")
    found = compose(made.ledger, made.weighing, Addresses(), own=own)
    return {page.address: page for page in found}


def place(pages: dict[str, Page], name: str) -> dict[str, Part]:
    page = pages[f"places/{name}/"]
    assert isinstance(page, PlacePage)
    return {one.anchor: one for one in page.parts}


def test_a_place_shows_what_happened_at_it_and_in_it(pages: dict[str, Page]) -> None:
    assert [row.link.text for row in place(pages, "land")["incidents"].rows] == [
        "Fire",
        "Flood",
        "Quake",
        "Storm",
    ]
    assert [row.link.text for row in place(pages, "hall")["incidents"].rows] == ["Fire"]
    [claim] = place(pages, "bridge")["located"].groups[0].claims
    assert claim.value == "1"


def test_what_is_told_of_a_larger_place_may_have_happened_here(pages: dict[str, Page]) -> None:
    [row] = place(pages, "hall")["around"].rows
    assert row.link.text == "City"
    assert row.facts[-2:] == ("1 incident", "told of it and no closer: it may have been here")
    page = pages["places/hall/"]
    assert isinstance(page, PlacePage)
    assert [one.text for one in page.within] == ["City", "Land"]


def test_near_is_what_the_coordinates_cannot_tell_apart(pages: dict[str, Page]) -> None:
    [near] = place(pages, "hall")["near"].rows
    assert (near.link.text, near.facts[-1]) == ("Flood", "1.1 km away, give or take 1.5 km")
    assert "near" not in place(pages, "land")  # it has no coordinates
    [far] = place(pages, "tower")["near"].rows  # 11 km off, but the city's are good to 20 km only
    assert (far.link.text, far.facts[-1]) == ("Storm", "11 km away, give or take 21 km")


def test_a_name_shows_its_language_and_the_words_that_use_it(pages: dict[str, Page]) -> None:
    [name] = place(pages, "hall")["names"].names
    assert (name.name, name.language, name.citations[0].source.text) == ("القاعة", "ar", "A map")
    city = pages["places/city/"]
    assert isinstance(city, PlacePage)
    assert city.located.citations[0].quote == "the city"


def test_the_timeline_dates_as_precisely_as_sources_do(pages: dict[str, Page]) -> None:
    timeline = pages["timeline/"]
    assert isinstance(timeline, TimelinePage)
    told = [
        (year.title, one.date, one.link.text) for year in timeline.years for one in year.moments
    ]
    assert told == [
        ("2020 to 2021", "November 2020 to February 2021", "Storm"),
        ("2020", "December 2020", "Flood"),
        ("2020", "1 December 2020", "Quake"),
        ("2020", "20 December 2020", "Fire"),
        ("2020", "20 December 2020", "What was said"),
    ]
    assert timeline.undated == "1 incident or statement"


def test_the_timeline_tells_mentions_and_contested_dates(pages: dict[str, Page]) -> None:
    timeline = pages["timeline/"]
    assert isinstance(timeline, TimelinePage)
    moments = {one.link.text: one for year in timeline.years for one in year.moments}
    assert {name for name, one in moments.items() if one.mark} == {"Quake"}
    assert {name for name, one in moments.items() if one.contested} == {"Fire"}
    assert moments["Fire"].contested
    assert moments["Fire"].contested.href == "../conflicts/fire.date/"


def test_a_home_page_says_what_the_dossier_is_and_on_how_much_it_rests(
    pages: dict[str, Page],
) -> None:
    home = pages[""]
    assert isinstance(home, HomePage)
    assert (home.title, home.about) == ("Events", "What happened in the land.")
    assert home.evidence == "3 claims, 2 named speakers and 1 document"
    assert [row.link.text for row in home.incidents] == ["Fire", "Flood", "Storm", "Rain"]
    assert [row.link.href for row in home.conflicts] == ["conflicts/fire.date/"]
    assert [link.text for link, _ in home.lists] == [
        "Incidents",
        "Statements",
        "Actors",
        "Places",
        "Sources",
    ]
