from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factbook.pages.actor import ActorPage
from factbook.pages.addresses import Addresses
from factbook.pages.compose import Site, plans
from factbook.pages.conflict_page import ConflictPage
from factbook.pages.conflicts import ConflictsPage
from factbook.pages.incident import IncidentPage
from factbook.pages.links import Desk
from factbook.pages.listing import ListPage
from factbook.pages.place import PlacePage
from factbook.pages.source import SourcePage
from factbook.pages.statement import StatementPage
from factbook.pipeline import examine

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.pages.part import Part
    from factbook.pages.view import Page

P = TypeVar("P")


def page(pages: dict[str, Page], address: str, kind: type[P]) -> P:
    found = pages[address]
    assert isinstance(found, kind)
    return found


def part(page: ActorPage | StatementPage | PlacePage | SourcePage, anchor: str) -> Part:
    [found] = [one for one in page.parts if one.anchor == anchor]
    return found


def test_there_is_a_page_for_each_record_and_conflict_a_list_for_each_kind_a_timeline_and_a_home(
    pages: dict[str, Page],
) -> None:
    assert set(pages) == {
        *(
            "incidents/",
            "statements/",
            "actors/",
            "places/",
            "sources/",
            "",
            "conflicts/",
            "conflicts/severity--high/",
            "conflicts/kind--contradiction/",
            "conflicts/status--open/",
            "conflicts/by--subject/",
            "conflicts/by--speaker/",
            "conflicts/speaker--agency/",
            "conflicts/speaker--chief/",
            "conflicts/fire.casualties/",
            "timeline/",
            "weighing/",
            "data/",
            "search/",
            "checks/",
        ),
        *("incidents/fire/", "statements/said/", "statements/other/"),
        *("actors/chief/", "actors/brigade/", "actors/agency/"),
        *("places/hall/", "places/town/", "sources/paper/", "sources/leaflet/"),
    }


def test_an_address_tells_what_its_page_is(root: Path) -> None:
    dossier = examine(root)
    for addresses in (Addresses(), Addresses(directory_urls=False)):
        desk = Desk(dossier.ledger, dossier.weighing, addresses, "", dossier.evidence)
        for plan in plans(Site(desk)):
            view = plan.compose()
            told = (plan.address, plan.section, plan.id, plan.is_list, plan.is_framed)
            assert told == (view.address, view.section, view.id, view.is_list, view.is_framed)


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
        assert one.contested.href == "../../conflicts/fire.casualties/"
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
    [group] = page(pages, "conflicts/", ConflictsPage).groups
    [row] = group.rows
    assert (row.link.href, row.split) == ("../conflicts/fire.casualties/", "3, against 4")
    own = page(pages, "conflicts/fire.casualties/", ConflictPage)
    assert own.why
    assert own.grade.startswith("High severity")
    conflict = own.found
    assert conflict
    assert conflict.question == "How many people were injured?"
    assert [(one.value, one.origins, one.mark) for one in conflict.positions] == [
        ("3", "1 origin", 1),
        ("4", "1 origin", 2),
    ]
    assert conflict.reasons == ("injured: 3 / injured: 4. They share no possible number.",)
    assert conflict.figure
    assert [row.label for row in conflict.figure.rows] == ["Chief", "Agency"]
    assert conflict.subject.href == "../../incidents/fire/"


def test_an_actor_shows_what_it_says_and_what_is_said_of_it(pages: dict[str, Page]) -> None:
    chief = page(pages, "actors/chief/", ActorPage)
    assert [group.heading.text for group in part(chief, "said").groups] == ["Fire in the hall"]
    [role] = part(chief, "roles").groups
    assert role.heading.text == "Held responsible"
    [accusation] = role.claims
    assert (accusation.value, accusation.act) == ("Chief", "made this accusation")
    assert [speaker.text for speaker in accusation.speakers] == ["Agency"]
    [name] = part(chief, "names").names
    assert (name.name, [user.text for user in name.users]) == ("the boss", ["Agency, “A report”"])
    assert [row.link.text for row in part(chief, "statements").rows] == [
        "What the chief said",
        "What was said before",
    ]
    assert chief.grounds.citations[0].quote == "chief of the brigade"
    brigade = page(pages, "actors/brigade/", ActorPage)
    assert [row.link.text for row in part(brigade, "members").rows] == ["Chief"]
    agency = page(pages, "actors/agency/", ActorPage)
    assert [row.link.text for row in part(agency, "documents").rows] == ["A report"]


def test_statements_that_may_be_one_point_at_each_other(pages: dict[str, Page]) -> None:
    said = page(pages, "statements/said/", StatementPage)
    other = page(pages, "statements/other/", StatementPage)
    assert [row.link.text for row in part(said, "kin").rows] == ["What was said before"]
    assert [row.link.text for row in part(other, "kin").rows] == ["What the chief said"]
    assert [one.text for one in other.by] == ["Chief", "Agency"]
    assert [row.link.text for row in part(said, "documents").rows] == ["A report", "A leaflet"]
    assert said.carried_by == 2


def test_a_source_shows_only_its_own_words(pages: dict[str, Page]) -> None:
    leaflet = page(pages, "sources/leaflet/", SourcePage)
    assert leaflet.publisher is None
    assert leaflet.published == ""
    quotes = [
        one.quote
        for group in part(leaflet, "claims").groups
        for claim in group.claims
        for one in claim.citations
    ]
    assert quotes == ["three persons", "four people", "the chief"]


def test_a_source_says_where_others_say_otherwise(pages: dict[str, Page]) -> None:
    three, four = part(page(pages, "sources/leaflet/", SourcePage), "contested").rows
    assert three.link.text == "Injured: 3"
    assert three.facts == ("Fire in the hall", "against injured: 4 (Agency)")
    assert three.contested
    assert three.contested.href == "../../conflicts/fire.casualties/"
    assert four.facts == ("Fire in the hall", "against injured: 3 (Chief)")


def test_a_place_shows_what_happened_at_places_within(pages: dict[str, Page]) -> None:
    town = page(pages, "places/town/", PlacePage)
    assert [row.link.text for row in part(town, "incidents").rows] == ["Fire in the hall"]
    assert [row.link.text for row in part(town, "holds").rows] == ["Hall"]
    hall = page(pages, "places/hall/", PlacePage)
    assert hall.grounds.inferred == "from A report: it is called the town's hall"


def test_lists_put_the_latest_first_and_name_conflicts(pages: dict[str, Page]) -> None:
    statements = page(pages, "statements/", ListPage)
    assert [row.link.text for row in statements.rows] == [
        "What the chief said",
        "What was said before",
    ]
    [fire] = page(pages, "incidents/", ListPage).rows
    assert fire.contested
    assert (fire.contested.text, fire.contested.href) == (
        "1 conflict",
        "../conflicts/fire.casualties/",
    )
    assert fire.facts == ("20 December 2020", "Hall", "5 claims")
