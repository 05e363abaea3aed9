"""Every engine with every theme, with a folder for each page and without: fact pages fit in."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from tests.plugin.matrix.conftest import Built

INCIDENT = "2031-03-14-market-fire"
ATTRIBUTE = '" onload="x'
MARK = re.compile(r"factbook (?:title|description|address|body) mark|factbook%20", re.IGNORECASE)
TITLES = {
    "attribute": ATTRIBUTE,
    "script": "</title><script>alert(1)</script>",
    "entity": "Fire &lt; smoke & <b>ash</b>",
}


def test_no_mark_is_left_in_any_file(built: Built) -> None:
    for path in built.site.rglob("*"):
        assert not MARK.search(path.name), path
        if path.suffix in {".html", ".xml", ".json", ".js", ".txt"}:
            assert not MARK.search(path.read_text(encoding="utf-8")), path


def test_the_section_lights_up(built: Built) -> None:
    listing = built.file("incidents")
    for name in ("attribute", "entity"):
        file = built.file("incidents", name)
        assert listing in built.lit(file), file
    assert listing in built.lit(listing)
    assert built.lit(built.file("statements")) == {built.file("statements")}


def test_a_fact_page_in_the_navigation_lights_up_itself(built: Built) -> None:
    file = built.file("incidents", INCIDENT)
    assert built.lit(file) == {file}
    shown = {
        text for text, href in built.pages["index.html"].links if href and "market-fire" in href
    }
    assert "The fire" in shown


def test_every_link_and_asset_is_there(built: Built) -> None:
    missing = []
    for file, page in built.pages.items():
        for href in page.targets if file != "404.html" else []:
            if urlsplit(href).scheme or urlsplit(href).netloc:
                continue
            there = built.target(file, href)
            anchor = unquote(urlsplit(href).fragment)
            known = built.pages[there].ids if there in built.pages else set()
            if not (built.site / there).is_file():
                missing.append(f"{file}: {href}")
            elif anchor and there in built.pages and not anchor.startswith("__"):
                missing += [f"{file}: {href}"] if anchor not in known else []
    assert missing == []


def test_no_link_leads_out_to_edit_what_nobody_wrote(built: Built) -> None:
    for file, page in built.pages.items():
        if file.startswith("incidents/"):
            assert [href for href in page.targets if "/edit/" in href] == [], file


def test_the_page_for_what_is_not_found_works_at_any_depth(built: Built) -> None:
    targets = built.pages["404.html"].targets
    assert any(href.startswith("/facts/assets/") for href in targets)
    for href in targets:
        if not urlsplit(href).scheme and not href.startswith("#"):
            path = urlsplit(href).path
            assert path.startswith("/facts/"), href
            there = built.site / unquote(path).removeprefix("/facts/")
            assert (there / "index.html" if there.is_dir() else there).is_file(), href


def test_the_site_map_has_every_page_once_and_no_frame(built: Built) -> None:
    text = (built.site / "sitemap.xml").read_text(encoding="utf-8")
    found = re.findall(r"<loc>([^<]*)</loc>", text)
    files = [file for file in built.pages if file != "404.html"]
    assert sorted(found) == sorted(built.url(file) for file in files)


def test_titles_stay_text(built: Built) -> None:
    plain = built.pages[built.file("incidents", "entity")]
    for name, title in TITLES.items():
        page = built.pages[built.file("incidents", name)]
        assert page.handlers == set()
        assert len(page.texts["script"]) == len(plain.texts["script"])
        assert title in page.texts["h1"]
        if name != "script":  # in the navigation, where its title is drawn by the theme
            assert page.texts["title"][0].startswith(title)
    for page in built.pages.values():
        assert "alert(1)" not in "".join(page.texts["script"])
        assert page.handlers == set()


def test_titles_and_canonical_links_are_each_page_s_own(built: Built) -> None:
    # the theme of MkDocs shows a page under the name that the navigation gives it
    named = "The fire" if built.cell.theme == "mkdocs" else "Fire in the market hall of Telmora"
    for section, name, title in (
        ("incidents", "attribute", ATTRIBUTE),
        ("incidents", INCIDENT, named),
        ("incidents", "", "Incidents"),
        ("actors", "telmora-courier", "Telmora Courier"),
    ):
        file = built.file(section, name)
        page = built.pages[file]
        assert page.texts["title"][0].startswith(title), file
        assert page.texts["title"][0].endswith("The Telmora market fire")
        assert page.canonical == [built.url(file)]


def test_the_theme_s_own_search_knows_no_frame(built: Built) -> None:
    path = built.site / "search" / "search_index.json"
    entries = json.loads(path.read_text(encoding="utf-8"))["docs"]
    assert any("Two newspapers" in entry["text"] for entry in entries)
    assert [entry for entry in entries if entry["location"].startswith("incidents/")] == []


def test_previous_and_next_follow_the_navigation(built: Built) -> None:
    order = [
        built.file("incidents"),
        built.file("incidents", INCIDENT),
        built.file("incidents", "script"),
        built.file("statements"),
    ]
    for file, page in built.pages.items():
        for rel, href in page.neighbours:
            there = built.target(file, href)
            assert there in built.pages, f"{file}: {rel} {href}"
            if file in order[1:3]:
                assert there == order[order.index(file) + (1 if rel == "next" else -1)]
        if file == built.file("incidents", "attribute"):
            assert page.neighbours == []
    if built.cell.theme != "factbook":
        assert {rel for rel, _ in built.pages[order[1]].neighbours} == {"prev", "next"}


def test_no_page_is_dated_by_the_making_of_its_frame(built: Built) -> None:
    for file, page in built.pages.items():
        if file.startswith("incidents/"):
            assert not [one for one in page.classes if one.startswith("git-revision")], file
