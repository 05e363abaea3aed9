"""Every address that a site names leads somewhere, and nothing is loaded from elsewhere."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.site.conftest import Built

URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
ELSEWHERE = re.compile(r"(?:https?:|wss?:)?//[\w.-]+\.[a-z]{2,}", re.IGNORECASE)
ADDRESSES = {"address", "file", "href", "page", "schema", "url"}  # keys of our JSON files
NAMESPACES = {  # names that nothing loads
    "http://www.w3.org",
    "https://example.com",  # against it Pagefind parses relative addresses
}
# what no link leads to, and why
UNLINKED = {
    r"404\.html": "servers show it in place of what is missing",
    r"sitemap\.xml(\.gz)?": "for the robots of search engines, which know its name",
    r"\.factbook-files": "for who checks a copy; its name is in the manual",
    r"\.nojekyll": "for GitHub Pages",
    r"search/index\.json": "loaded by the script of the search",
    r"search/\d+/.*": "loaded by the script of the search",
    r"images/briefing\.png": "the picture in README.md",
    r"assets/search\.css": "the same for all sites; its page is always there",
    r"assets/redirect\.js": "loaded by redirects, which are not linked either",
    r"(.+/)?index\.json|.+\.json": "beside the page of the same name, as the page Data says",
}
ALONE = ("404.html",)


def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(built: Built) -> None:
    broken = []
    for name, page in built.pages.items():
        for link in page.links:
            found = built.target(name, link.href)
            if found is None:
                continue
            file, anchor = found
            there = built.pages.get(file)
            if file not in built.files or (anchor and (not there or anchor not in there.ids)):
                broken.append((name, link.href))
    assert broken == []
    assert sum(len(page.links) for page in built.pages.values()) > 500


def test_no_link_but_those_of_the_page_for_what_is_missing_names_the_host(built: Built) -> None:
    found = []
    for name, page in built.pages.items():
        for link in page.links:
            if link.rel == "canonical" or built.target(name, link.href) is None:
                continue
            absolute = link.href.startswith("/") or "://" in link.href
            if name in ALONE:
                assert link.href.startswith((built.mount, "#")), "it is shown at any depth"
            elif absolute:
                found.append((name, link.href))
    assert found == []


def test_a_page_names_its_own_address(built: Built) -> None:
    for name, page in built.pages.items():
        if name in built.redirects:
            assert not page.canonical.startswith("http")
        elif name not in ALONE:
            assert page.canonical == built.address(name)


def test_nothing_is_loaded_from_elsewhere(built: Built) -> None:
    loaded = [
        (name, link.href)
        for name, page in built.pages.items()
        for link in page.links
        if link.loads and built.target(name, link.href) is None
    ]
    assert loaded == []
    assert any(link.loads for page in built.pages.values() for link in page.links)


def test_styles_and_scripts_name_nothing_elsewhere(built: Built) -> None:
    read = 0
    for name in sorted(built.files):
        if name.endswith((".css", ".js")):
            text = (built.folder / name).read_text(encoding="utf-8")
            read += 1
            for found in URL.finditer(text) if name.endswith(".css") else ():
                target = built.target(name, found[1] or found[2])
                assert target is not None, name
                assert target[0] in built.files, name
            assert set(ELSEWHERE.findall(text)) <= NAMESPACES, name
    assert read >= 4


def test_no_page_holds_code_or_the_mark_of_a_frame(built: Built) -> None:
    for name, page in built.pages.items():
        assert page.code == [], name
        assert page.inline == [], name
        assert "factbook title mark" not in page.text
        assert "factbook%20" not in page.text
        assert not re.search(r"factbook \w+ mark", page.text), name


def test_the_addresses_in_data_lead_to_pages_and_anchors(built: Built) -> None:
    seen = 0
    for name in sorted(built.files):
        if not name.endswith((".json", ".jsonl")) or name.startswith(("data/schemas/", "search/0")):
            continue
        text = (built.folder / name).read_text(encoding="utf-8")
        for line in text.splitlines() if name.endswith("l") else [text]:
            for address in addresses(json.loads(line)):
                seen += 1
                file, anchor = built.target("index.html", address) or ("", "")
                assert file in built.files, (name, address)
                assert not anchor or anchor in built.pages[file].ids, (name, address)
    assert seen > 50


def addresses(data: Any, key: str = "") -> Iterator[str]:  # noqa: ANN401 - any JSON
    """The addresses in a JSON file that lead into the site."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from addresses(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from addresses(value, key)
    elif key in ADDRESSES and isinstance(data, str) and "://" not in data:
        yield data


def test_the_list_of_data_files_is_complete_and_true(built: Built) -> None:
    listed = json.loads((built.folder / "data" / "index.json").read_text(encoding="utf-8"))
    files = {one["name"]: one["bytes"] for one in listed["files"]}
    there = {name for name in built.files if name.startswith("data/")}
    assert set(files) == there - {"data/index.html", "data/index.json"}
    assert all((built.folder / name).stat().st_size == size for name, size in files.items())


def test_the_site_map_lists_every_page_but_those_that_lead_on(built: Built) -> None:
    tree = ET.fromstring((built.folder / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314 - ours
    listed = [element.text for element in tree.iter() if element.tag.endswith("}loc")]
    wanted = {built.address(name) for name in built.pages if name not in {*ALONE, *built.redirects}}
    assert sorted(map(str, listed)) == sorted(wanted)


def test_everything_can_be_reached_from_the_home_page(built: Built) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for link in built.pages[name].links:
            file, _ = built.target(name, link.href) or ("", "")
            if file in built.files and file not in reached:
                reached.add(file)
                waiting += [file] if file in built.pages else []
    left = sorted(built.files - reached - built.redirects)
    assert [name for name in left if not any(re.fullmatch(one, name) for one in UNLINKED)] == []


def test_former_addresses_lead_on_to_the_record(sites: dict[str, Built]) -> None:
    built = sites["everything"]
    assert {"incidents/market/index.html", "incidents/old-hall/index.html"} < built.redirects
    assert "conflicts/market.wording/index.html" in built.redirects, "a difference has a page too"
    for name in built.redirects:
        [onward] = {link.href for link in built.pages[name].links if link.rel == "refresh"}
        file, _ = built.target(name, onward) or ("", "")
        assert "/fire" in file


def test_from_a_disk_every_link_names_its_file(sites: dict[str, Built]) -> None:
    """A browser that reads a folder shows a list of files where a server shows its page."""
    built = sites["files"]
    for name, page in built.pages.items():
        for link in page.links if name not in ALONE else ():
            file, _ = built.target(name, link.href) or ("", "")
            path = link.href.partition("#")[0]
            if file and path and link.rel != "canonical":
                assert file.rpartition("/")[2] == path.rpartition("/")[2], (name, link.href)
