"""Long lists in pages: addresses that no record can take, and nothing lost between two pages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from factbook.facts.dates import parse_date
from factbook.facts.decoding import is_id
from factbook.pages.actor import ActorPage
from factbook.pages.addresses import Addresses, part_id, sheet_id
from factbook.pages.compose import compose
from factbook.pages.conflicts import ConflictsPage
from factbook.pages.listing import ListPage
from factbook.pages.paging import CLAIMS, LINES, LongList, paging, stretch
from factbook.pages.part import PartPage
from factbook.pages.view import Link
from factbook.rendering.page import Drawn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier
    from factbook.pages.view import Page

MANY = 2 * LINES + 1
IDS_OF_NUMBERS = ("2", "page", "page-2", "page_2", "chief-said-2")


def many(number: int = MANY) -> str:
    """So many incidents in as many years; of each the chief says two things that disagree."""
    files = ["--- actors/chief.yaml\ntitle: Chief\nkind: person\n"]
    names = [*IDS_OF_NUMBERS, *(f"fire-{one}" for one in range(number - len(IDS_OF_NUMBERS)))]
    for year, name in enumerate(names, start=1800):
        files.append(
            f"--- incidents/{name}.yaml\ntitle: Fire {name}\ndate: {year}\nclaims:\n"
            "  a: {attribute: killed, value: 3, says: chief, cite: [{source: p, quote: three}]}\n"
            "  b: {attribute: killed, value: 4, says: y, cite: [{source: p, quote: four}]}\n"
        )
    return "".join(files)


def composed(made: Dossier, addresses: Addresses) -> dict[str, Page]:
    pages = list(compose(made.ledger, made.weighing, addresses))
    assert len({addresses.file(one.address) for one in pages}) == len(pages)
    return {page.address: page for page in pages}


@pytest.fixture
def pages(dossier: Callable[[str], Dossier]) -> dict[str, Page]:
    return composed(dossier(many()), Addresses())


def test_no_record_can_have_the_address_of_a_page_of_a_list() -> None:
    for taken in (sheet_id(2), sheet_id(1, "kind--dispute"), part_id("chief", "said", 2)):
        assert not is_id(taken)
        assert "." not in taken  # as there is in the id of every conflict


def test_a_list_goes_on_in_pages_and_loses_nothing(pages: dict[str, Page]) -> None:
    sheets = [pages[one] for one in ("incidents/", "incidents/page--2/", "incidents/page--3/")]
    lists = [one for one in sheets if isinstance(one, ListPage)]
    assert [len(one.rows) for one in lists] == [LINES, LINES, 1]
    assert len({row.link.text for one in lists for row in one.rows}) == MANY
    assert [one.is_list for one in lists] == [True, False, False]
    first, second, third = (one.paging for one in lists)
    assert (first.first, first.last, first.total, first.pages) == (1, LINES, f"{MANY} incidents", 3)
    assert (first.previous, first.start, second.years) == (None, None, "1801 to 1900")
    assert first.following
    assert first.following.href == "../incidents/page--2/"
    assert second.previous
    assert second.previous.href == "../../incidents/"
    assert (third.following, third.end) == (None, None)
    assert "incidents/page--4/" not in pages


def test_records_called_like_pages_have_their_own(pages: dict[str, Page]) -> None:
    for name in IDS_OF_NUMBERS:
        assert pages[f"incidents/{name}/"].title == f"Fire {name}"


def test_without_folders_all_pages_lie_beside_each_other(
    dossier: Callable[[str], Dossier],
) -> None:
    pages = composed(dossier(many()), Addresses(directory_urls=False))
    assert pages["incidents/page--2.html"].title == "Incidents, page 2"
    assert pages["incidents/page-2.html"].title == "Fire page-2"
    second = pages["actors/chief--said-2.html"]
    assert isinstance(second, PartPage)
    assert second.record.href == "../actors/chief.html"
    assert second.part.paging.previous
    assert second.part.paging.previous.href == "../actors/chief.html#said"


def test_what_an_actor_says_goes_on_page_by_page(pages: dict[str, Page]) -> None:
    chief = pages["actors/chief/"]
    assert isinstance(chief, ActorPage)
    [said] = [one for one in chief.parts if one.anchor == "said"]
    shown = [said]
    while shown[-1].paging.following:
        there = pages[f"actors/chief--said-{len(shown) + 1}/"]
        assert isinstance(there, PartPage)
        shown.append(there.part)
    subjects = [
        claim.subject.href for one in shown for group in one.groups for claim in group.claims
    ]
    assert len(subjects) == len(set(subjects)) == MANY
    assert {sum(len(group.claims) for group in one.groups) for one in shown[:-1]} == {CLAIMS}
    for before, after in pairwise(one.paging for one in shown):
        assert after.first == before.last + 1


def test_conflicts_are_listed_in_pages_and_by_what_readers_look_for(pages: dict[str, Page]) -> None:
    found = [one for one in pages.values() if isinstance(one, ConflictsPage)]
    ways = ("", "severity--high", "kind--contradiction", "status--open", "by--subject")
    for some in (*ways, "speaker--chief"):
        of_one = [one for one in found if one.address.startswith(f"conflicts/{some or 'page'}")]
        of_one += [pages["conflicts/"]] if not some else []  # type: ignore[list-item]
        rows = {row.link.href for one in of_one for group in one.groups for row in group.rows}
        assert len({href.rsplit("/", 2)[-2] for href in rows}) == MANY
    assert pages["conflicts/severity--high--5/"].title == "Conflicts, severity high, page 5"


def test_every_page_is_drawn_and_stays_small(
    dossier: Callable[[str], Dossier], tmp_path: Path
) -> None:
    drawn, problems = dossier(many()).drawn(tmp_path, Addresses())
    assert problems == []
    for page in drawn:
        assert isinstance(page, Drawn)
        assert len(page.body) < 100_000 or page.section in {"weighing", "checks"}
    second = next(one for one in drawn if one.address == "incidents/page--2/")
    assert re.search(r'<a href="[^"]+page--3/" rel="next">', second.body)
    assert re.search(r'<a href="[^"]+" rel="prev">', second.body)


@pytest.mark.parametrize(
    ("dates", "years", "jumps"),
    [
        ([], "", []),
        (["2020", "2019"], "2019 to 2020", []),
        (["2020-03", "2020-02-01", "2020/2021", "2019"], "2020", ["2020", "2019"]),
        (["2021/..", "2020", "unknown"], "2020", []),
        (["-0005", "-0006", "-0007"], "7 BC to 6 BC", ["6 BC", "7 BC", "8 BC"]),
        (
            [f"{year:04}" for year in range(1900, 1400, -1)],
            "1899 to 1900",
            ["1900s", "1800s", "1700s", "1600s", "1500s", "1400s"],
        ),
    ],
)
def test_years_are_never_closer_than_the_dates(
    dates: list[str], years: str, jumps: list[str]
) -> None:
    items = [parse_date(one) for one in dates]
    found = paging(LongList(items, 2, "date", lambda date: date), 1, lambda page: Link(str(page)))
    assert found.years == years
    assert [one.text for one in found.jumps] == jumps
    assert [*stretch(items, 1, 2)] == items[:2]
