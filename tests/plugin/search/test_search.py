"""Readers find pages by words of any language, below any path, with nothing from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlparse

import pytest
from playwright.sync_api import expect

from factbook.exchange.new import start_dossier
from factbook.outputs.search import files
from factbook.plugin.build import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier

    Served = Callable[[Path], AbstractContextManager[str]]
    Browser = Callable[..., AbstractContextManager[Page]]

FILES = {
    "incidents/crossing.yaml": """
title: Rockets near the crossing
date: 2030-05-01
place: border-crossing
claims:
  said: {attribute: killed, value: 3, says: brigade, cite: [{source: paper, quote: 3 killed}]}
  more: {attribute: killed, value: 9, says: council, cite: [{source: paper, quote: 9 killed}]}
  when: {attribute: date, value: 2030-05-01, cite: [{source: paper, quote: 1 May 2030}]}
  where: {attribute: place, value: border-crossing, cite: [{source: paper, quote: the crossing}]}
  wrong:
    attribute: injured
    value: 77
    withdrawn: {on: 2030-06-01, because: zyzzyva}
    cite: [{source: paper, quote: 77 abracadabra}]
  hidden: {redacted: {on: 2030-06-01, ground: minor}}
""",
    "incidents/hospital.yaml": """
title: سقوط صواريخ على مستشفى المدينة
date: 2029
claims:
  said: {attribute: injured, value: 4, says: council, cite: [{source: paper, quote: 4 injured}]}
  when: {attribute: date, value: 2029, cite: [{source: paper, quote: in 2029}]}
""",
    "actors/brigade.yaml": "title: Brigade\nnames: [{name: كتائب الأقصى, language: ar}]\n",
    "actors/council.yaml": "title: Conseil d'État\n",
    "places/border-crossing.yaml": "title: Crossing\nnames: [{name: معبر الشرطة}]\n",
    "sources/paper.yaml": "title: Paper\npublisher: unknown\npublished: 2030-05-02\n",
}


def silent(_dossier: Dossier, _problems: Sequence[Problem]) -> None:
    """A report nobody reads."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in two scripts, with a page written by hand."""
    folder = tmp_path_factory.mktemp("search") / "mine"
    start_dossier(folder)
    for path, text in FILES.items():
        (folder / "facts" / path).write_text(text, encoding="utf-8")
    page = "# About us\n\nWe count *armadillos*. <script>let hiddenword = 1</script>\n"
    (folder / "site_src" / "about.md").write_text(page, encoding="utf-8")
    assert build_site(folder, silent, strict=False) == folder / "site"
    return folder / "site"


@pytest.fixture(scope="module")
def page(site: Path, served: Served, browser: Browser) -> Iterator[Page]:
    """The search below a path, in a browser that may load nothing else."""
    with served(site.parent) as address, browser() as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda one: errors.append(one.text) if one.type == "error" else None)
        page.goto(f"{address}site/search/")
        yield page
        assert {urlparse(one).netloc for one in asked} == {urlparse(address).netloc}
        assert [one for one in errors if "favicon" not in one and "404" not in one] == []


def titles(page: Page, words: str, **chosen: str) -> list[str]:
    """The titles that are found for words typed into the page."""
    for name in ("type", "year", "order"):
        page.select_option(f"[name={name}]", chosen.get(name, ""))
    page.set_checked("[name=contested]", checked="contested" in chosen)
    page.fill("[name=words]", words)
    page.evaluate("document.getElementById('fbs-status').textContent = 'waiting'")
    page.press("[name=words]", "Enter")
    expect(page.locator("#fbs-status")).to_have_text(re.compile("^$|result|lists"))
    return page.locator("#fbs-results a").all_text_contents()


CROSSING, HOSPITAL = "Rockets near the crossing", "سقوط صواريخ على مستشفى المدينة"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("rocket", CROSSING),
        ("ROCKETS", CROSSING),
        ("صواريخ", HOSPITAL),
        ("الصواريخ", HOSPITAL),
        ("المدينه", HOSPITAL),
        ("مدينة", HOSPITAL),
        ("مُسْتَشْفَى", HOSPITAL),
        ("مستشفي", HOSPITAL),
        ("مستشفی", HOSPITAL),
        ("صـواريـخ", HOSPITAL),
        ("الاقصى", "Brigade"),
        ("کتائب", "Brigade"),
        ("شرطه", "Crossing"),
        ("etat", "Conseil d'État"),
        ("armadillo", "About us"),
        ("Killed 9", CROSSING),
    ],
)
def test_a_word_is_found_however_it_is_spelled(page: Page, words: str, title: str) -> None:
    assert title in titles(page, words)


@pytest.mark.parametrize("words", ["zyzzyva", "abracadabra", "77", "hiddenword", "⁂"])
def test_what_no_reader_may_see_is_not_found(page: Page, words: str) -> None:
    assert CROSSING not in titles(page, words)
    assert "About us" not in titles(page, words)


@pytest.mark.parametrize("words", ["rockets platypus", "axolotl", "crossings axolotl"])
def test_a_word_that_is_nowhere_finds_nothing(page: Page, words: str) -> None:
    assert titles(page, words) == []


def test_every_word_must_be_there(page: Page) -> None:
    assert titles(page, "rockets crossings") == [CROSSING]
    assert titles(page, "crossing armadillos") == []


def test_results_are_filtered_and_sorted(page: Page) -> None:
    assert titles(page, "armadillo", type="page") == ["About us"]
    incidents = titles(page, "", type="incident", order="latest")
    assert incidents.index(CROSSING) < incidents.index(HOSPITAL)
    earliest = titles(page, "", type="incident", order="earliest")
    assert earliest == incidents[::-1]
    assert titles(page, "", year="2029") == [HOSPITAL]
    assert titles(page, "conseil crossing", contested="1") == [CROSSING]


def test_a_result_shows_kind_date_words_and_that_it_is_contested(page: Page) -> None:
    assert titles(page, "crossing", type="incident") == [CROSSING]
    about = page.locator("#fbs-results .fbs-about").first
    assert about.text_content() == "Incident · 1 May 2030contested"
    assert page.locator("#fbs-results mark").first.text_content()
    assert "⁂" not in (page.locator("#fbs-results").text_content() or "")


def test_a_result_leads_to_its_page_and_a_search_can_be_sent(page: Page) -> None:
    titles(page, "crossing", type="incident")
    here = page.url
    assert here.endswith("/site/search/?words=crossing&type=incident")
    page.click("#fbs-results a")
    assert page.url.endswith("/site/incidents/crossing/")
    page.goto(here)
    page.wait_for_selector("#fbs-results a")
    assert page.input_value("[name=words]") == "crossing"
    assert page.locator("#fbs-results a").all_text_contents() == [CROSSING]


def test_the_keyboard_reaches_everything_and_every_field_has_a_name(page: Page) -> None:
    titles(page, "crossing", type="incident")
    page.focus("[name=words]")
    names = []
    for _ in range(7):
        names.append(page.evaluate("document.activeElement.name || document.activeElement.tagName"))
        page.keyboard.press("Tab")
    assert names == ["words", "BUTTON", "type", "year", "order", "contested", "A"]
    for name in ("words", "type", "year", "order", "contested"):
        assert page.evaluate(f"document.forms[0].elements['{name}'].labels.length") == 1
    assert page.get_attribute("#fbs-status", "role") == "status"


def test_without_a_script_the_lists_serve(site: Path, served: Served, browser: Browser) -> None:
    with served(site.parent) as address, browser(script=False) as page:
        page.goto(f"{address}site/search/")
        assert page.is_hidden("#fbs-form")
        assert "needs JavaScript" in page.inner_text("main")
        page.click(".fbs-lists a")
        assert page.url.endswith("/site/incidents/")


def test_from_a_folder_on_a_disk_the_page_says_so(site: Path, browser: Browser) -> None:
    with browser() as page:
        page.goto((site / "search" / "index.html").as_uri())
        assert "where the site is served" in page.inner_text("#fbs-status")
        assert page.is_hidden("#fbs-form")


def test_a_search_in_several_shards_finds_what_is_in_each(
    site: Path, served: Served, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST", 5)
    assert build_site(site.parent, silent, strict=False) == site
    assert (site / "search" / "3" / "facets.json").is_file()
    with served(site.parent) as address, browser() as page:
        page.goto(f"{address}site/search/")
        for words, title in (
            ("rockets", CROSSING),
            ("المدينه", HOSPITAL),
            ("armadillo", "About us"),
        ):
            assert title in titles(page, words)
        dated = titles(page, "", type="incident", order="latest")
        assert dated.index(CROSSING) < dated.index(HOSPITAL)


def test_a_build_may_leave_the_search_out(site: Path, served: Served, browser: Browser) -> None:
    root = site.parent
    assert build_site(root, silent, strict=False, searched=False) == site
    assert not (site / "search" / "index.json").exists()
    with served(root) as address, browser() as page:
        page.goto(f"{address}site/search/")
        expect(page.locator("#fbs-status")).to_contain_text("without an index")
