from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest

from factbook.pages.actor import ActorPage
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pages.conflicts import ConflictsPage
from factbook.pages.incident import IncidentPage
from factbook.pages.listing import ListPage
from factbook.pages.place import PlacePage
from factbook.pages.source import SourcePage
from factbook.pages.statement import StatementPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier
    from factbook.pages.view import Page

P = TypeVar("P")
TEXT = """
--- incidents/fire.yaml
title: Fire in the hall
kind: fire
date: 2020-12-20
place: hall
summary: Three by one count [@three], four by another [@four]; three [@three].
claims:
  day: {attribute: date, value: 2020-12-20, cite: [{source: paper, quote: on Sunday}]}
  where: {attribute: place, value: hall, cite: [{source: paper, quote: in the hall}]}
  three:
    attribute: injured
    value: 3
    stated_in: said
    cite:
      - {source: paper, quote: three people, named_as: the boss, tie: adjacent}
      - {source: leaflet, quote: three persons, via: [agency], rendering: translation}
  four: {attribute: injured, value: 4, says: agency, cite: [{source: leaflet, quote: four people}]}
  who: {attribute: held_responsible, value: chief, act: accuses, says: agency, cite: [{source: leaflet, quote: the chief}]}
--- statements/said.yaml
title: What the chief said
by: chief
on: 2020-12-20
channel: speech
about: [fire]
perhaps_same: [{statement: other, certainty: possible, because: same figure}]
--- statements/other.yaml
title: What was said before
by: [chief, agency]
on: unknown
cite: [{source: paper, quote: before}]
--- actors/chief.yaml
title: Chief
kind: person
part_of: [brigade]
cite: [{source: paper, quote: chief of the brigade}]
--- actors/brigade.yaml
title: Brigade
kind: organisation
--- actors/agency.yaml
title: Agency
kind: outlet
--- places/hall.yaml
title: Hall
within: town
inferred: {from: [paper], because: it is called the town's hall}
--- places/town.yaml
title: Town
--- sources/paper.yaml
title: A report
publisher: agency
published: 2020-12-21
language: en
snapshot: {sha256: "0000000000000000000000000000000000000000000000000000000000000000", bytes: 10}
--- sources/leaflet.yaml
title: A leaflet
publisher: unknown
published: unknown
note: It names no date.
"""


@pytest.fixture
def pages(dossier: Callable[[str], Dossier]) -> dict[str, Page]:
    made = dossier(TEXT)
    assert [problem.message for problem in made.problems] == []
    return {page.address: page for page in compose(made.ledger, made.weighing, Addresses())}


def page(pages: dict[str, Page], address: str, kind: type[P]) -> P:
    found = pages[address]
    assert isinstance(found, kind)
    return found


def test_there_is_a_page_for_each_record_a_list_for_each_kind_and_one_of_conflicts(
    pages: dict[str, Page],
) -> None:
    assert set(pages) == {
        *(
            "incidents/",
            "statements/",
            "actors/",
            "places/",
            "sources/",
            "conflicts/",
            "weighing/",
            "data/",
            "search/",
            "checks/",
        ),
        *("incidents/fire/", "statements/said/", "statements/other/"),
        *("actors/chief/", "actors/brigade/", "actors/agency/"),
        *("places/hall/", "places/town/", "sources/paper/", "sources/leaflet/"),
    }


def test_an_incident_shows_at_a_glance_what_is_contested(pages: dict[str, Page]) -> None:
    fire = page(pages, "incidents/fire/", IncidentPage)
    assert fire.date == "20 December 2020"
    assert fire.extent == "2 documents, 1 statement and 5 claims"
    assert fire.place
    assert (fire.place.text, fire.place.href) == ("Hall", "../../places/hall/")
    injured, responsible = fire.glance
    assert [(one.value, one.holders) for one in injured.values] == [
        ("3", "Chief"),
        ("4", "Agency"),
    ]
    for one in injured.values:
        assert one.contested
        assert one.contested.href == "../../conflicts/#conflict-fire.casualties"
    assert [(one.value, one.contested) for one in responsible.values] == [("Chief", None)]
    assert responsible.evidence == "1 origin"
    assert fire.silent == ("Killed",)


def test_notes_are_numbered_in_the_order_of_first_citation(pages: dict[str, Page]) -> None:
    summary = page(pages, "incidents/fire/", IncidentPage).summary
    assert summary.numbers == {"[@three]": 1, "[@four]": 2}
    assert [note.claim.value for note in summary.notes] == ["3", "4"]


def test_a_claim_leads_to_speaker_words_route_and_document(pages: dict[str, Page]) -> None:
    [injured] = [
        group
        for group in page(pages, "incidents/fire/", IncidentPage).groups
        if group.heading.text == "Injured"
    ]
    three = injured.claims[0]
    assert [speaker.href for speaker in three.speakers] == ["../../actors/chief/"]
    assert three.statement
    assert three.statement.text == "What the chief said"
    first, second = three.citations
    assert (first.quote, first.source.text, first.published) == (
        "three people",
        "Agency",
        "21 December 2020",
    )
    assert first.manner == ("named as “the boss”", "speaker named in a neighbouring sentence")
    assert [stop.text for stop in second.route] == ["Agency"]
    assert (second.source.text, second.published, second.lead) == (
        "A leaflet",
        "undated",
        "in translation",
    )


def test_a_conflict_lays_its_positions_side_by_side(pages: dict[str, Page]) -> None:
    [conflict] = page(pages, "conflicts/", ConflictsPage).conflicts
    assert conflict.question == "How many people were injured?"
    assert [(one.value, one.origins, one.mark) for one in conflict.positions] == [
        ("3", "1 origin", 1),
        ("4", "1 origin", 2),
    ]
    assert conflict.reasons == ("injured: 3 / injured: 4. They share no possible number.",)
    assert conflict.figure
    assert [row.label for row in conflict.figure.rows] == ["Chief", "Agency"]
    assert conflict.subject.href == "../incidents/fire/"


def test_an_actor_shows_what_it_says_and_what_is_said_of_it(pages: dict[str, Page]) -> None:
    chief = page(pages, "actors/chief/", ActorPage)
    assert [group.heading.text for group in chief.said] == ["Fire in the hall"]
    assert [claim.value for group in chief.about for claim in group.claims] == ["Chief"]
    assert chief.named_as == ("the boss",)
    assert [row.link.text for row in chief.statements] == [
        "What was said before",
        "What the chief said",
    ]
    assert chief.grounds.citations[0].quote == "chief of the brigade"
    brigade = page(pages, "actors/brigade/", ActorPage)
    assert [part.text for part in brigade.parts] == ["Chief"]
    agency = page(pages, "actors/agency/", ActorPage)
    assert [document.text for document in agency.documents] == ["A report"]


def test_statements_that_may_be_one_point_at_each_other(pages: dict[str, Page]) -> None:
    said = page(pages, "statements/said/", StatementPage)
    other = page(pages, "statements/other/", StatementPage)
    assert [kin.statement.text for kin in said.perhaps_same] == ["What was said before"]
    assert [kin.statement.text for kin in other.perhaps_same] == ["What the chief said"]
    assert [one.text for one in other.by] == ["Chief", "Agency"]
    assert [one.text for one in said.documents] == ["A report", "A leaflet"]


def test_a_source_shows_only_its_own_words(pages: dict[str, Page]) -> None:
    leaflet = page(pages, "sources/leaflet/", SourcePage)
    assert leaflet.publisher is None
    assert leaflet.published == ""
    quotes = [
        one.quote for group in leaflet.groups for claim in group.claims for one in claim.citations
    ]
    assert quotes == ["three persons", "four people", "the chief"]


def test_a_place_shows_what_happened_at_places_within(pages: dict[str, Page]) -> None:
    town = page(pages, "places/town/", PlacePage)
    assert [row.link.text for row in town.incidents] == ["Fire in the hall"]
    assert [held.text for held in town.holds] == ["Hall"]
    hall = page(pages, "places/hall/", PlacePage)
    assert hall.grounds.inferred == "from A report: it is called the town's hall"


def test_lists_put_the_latest_first_and_name_conflicts(pages: dict[str, Page]) -> None:
    statements = page(pages, "statements/", ListPage)
    assert [row.link.text for row in statements.rows] == [
        "What the chief said",
        "What was said before",
    ]
    [fire] = page(pages, "incidents/", ListPage).rows
    assert fire.contested == "1 conflict"
    assert fire.facts == ("20 December 2020", "Hall", "5 claims")
