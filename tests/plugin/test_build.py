"""The same dossier through `factbook build` and through `mkdocs build`."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from factbook.plugin.build import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier

    Pages = Callable[[Path], dict[str, str]]
    Option = Callable[[str], None]

HREF = re.compile(r'\b(?:href|src)="([^"]*)"')
ID = re.compile(r'\bid="([^"]*)"')
INCIDENT = "2031-03-14-market-fire"
CLAIM = """\
claims:
  when:
    attribute: date
    value: 2031-01
    cite: [{source: farrowquay-herald-2031-03-16, quote: in January 2031}]
"""


def silent(_dossier: Dossier, _problems: Sequence[Problem]) -> None:
    """A report nobody reads."""


def with_mkdocs(folder: Path, *, strict: bool = True) -> Path:
    config = load_config(str(folder / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return folder / "site"


def broken_links(site: Path, found: dict[str, str]) -> list[str]:
    """Every link of every page that leads to no file or no anchor of the site."""
    anchors = {name: set(ID.findall(text)) for name, text in found.items()}
    broken = []
    for name, text in found.items():
        if name == "404.html":
            continue  # its links are absolute: it is served from anywhere
        for link in HREF.findall(text):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (site / name).parent / unquote(parts.path) if parts.path else site / name
            file = target / "index.html" if target.is_dir() else target
            if not file.is_file():
                broken.append(f"{name}: {link}")
            elif parts.fragment:
                there = file.resolve().relative_to(site.resolve()).as_posix()
                if parts.fragment not in anchors[there]:
                    broken.append(f"{name}: {link}")
    return broken


def test_factbook_and_mkdocs_build_the_same_pages(mine: Path, pages: Pages) -> None:
    theirs = pages(with_mkdocs(mine))
    assert build_site(mine, silent, strict=True) == mine / "site"
    assert pages(mine / "site") == theirs
    assert f"incidents/{INCIDENT}/index.html" in theirs
    assert "conflicts/index.html" in theirs


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_no_link_or_anchor_is_broken_and_no_mark_is_left(
    mine: Path, directory_urls: str, pages: Pages, option: Option
) -> None:
    option(f"use_directory_urls: {directory_urls}")
    build_site(mine, silent, strict=True)
    site = mine / "site"
    assert broken_links(site, pages(site)) == []
    assert [name for name, text in pages(site).items() if "factbook" in name] == []
    assert not re.search(r"factbook \w+ mark|factbook%20", "".join(pages(site).values()))


def test_nothing_is_loaded_from_elsewhere(mine: Path, pages: Pages) -> None:
    build_site(mine, silent, strict=True)
    for name, text in pages(mine / "site").items():
        loaded = re.findall(r'<(?:link|script|img|iframe)[^>]+(?:href|src)="(https?:)', text)
        assert loaded == [], name
        own = ['<script defer src="../assets/search.js">'] if name == "search/index.html" else []
        assert re.findall(r"<script[^>]*>", text) == own, name


def test_the_section_lights_up_on_fact_pages_and_on_its_list(mine: Path) -> None:
    build_site(mine, silent, strict=True)
    for name in (f"incidents/{INCIDENT}/index.html", "incidents/index.html"):
        text = (mine / "site" / name).read_text(encoding="utf-8")
        assert re.findall(r'aria-current="\w+">([^<]+)', text) == ["Incidents"], name


def test_the_site_map_holds_fact_pages_and_no_frame(mine: Path, option: Option) -> None:
    option("site_url: https://example.org/facts/")
    build_site(mine, silent, strict=True)
    found = (mine / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>https://example.org/facts/incidents/{INCIDENT}/</loc>" in found
    assert "factbook" not in found
    page = (mine / "site" / "incidents" / INCIDENT / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="https://example.org/facts/incidents/{INCIDENT}/">' in page


def set_theme(folder: Path, theme: str) -> None:
    path = folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert "name: factbook" in text
    path.write_text(text.replace("name: factbook", f"name: {theme}"), encoding="utf-8")


def test_a_theme_of_mkdocs_frames_fact_pages_too(mine: Path) -> None:
    set_theme(mine, "mkdocs")
    assert build_site(mine, silent, strict=True) == mine / "site"
    page = (mine / "site" / "incidents" / INCIDENT / "index.html").read_text(encoding="utf-8")
    assert page.count("<h1") == 1
    assert "assets/factbook.css" in page


def test_a_theme_that_puts_titles_into_a_script_is_refused(
    mine: Path, caplog: pytest.LogCaptureFixture
) -> None:
    set_theme(mine, "readthedocs")
    assert isinstance(build_site(mine, silent, strict=True), str)
    assert "the theme cannot frame fact pages" in caplog.text


def test_problems_stop_either_build_before_the_old_site_is_touched(
    mine: Path, caplog: pytest.LogCaptureFixture, pages: Pages
) -> None:
    build_site(mine, silent, strict=True)
    before = pages(mine / "site")
    incident = mine / "facts" / "incidents" / f"{INCIDENT}.yaml"
    incident.write_text("title: T\nplcae: x\n", encoding="utf-8")
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        with_mkdocs(mine)
    assert f"facts/incidents/{INCIDENT}.yaml:2:1: error: there is no key plcae" in caplog.text
    assert isinstance(build_site(mine, silent, strict=False), str)
    assert pages(mine / "site") == before


def test_a_faulty_template_stops_the_build_with_its_place(mine: Path) -> None:
    (mine / "templates" / "site").mkdir(parents=True)
    (mine / "templates" / "site" / "list.html").write_text("{{ page.nothing }}")
    seen: list[Problem] = []
    built = build_site(mine, lambda _, problems: seen.extend(problems), strict=False)
    assert isinstance(built, str)
    assert [problem.rule for problem in seen if problem.severity == "error"] == ["template"]


def test_what_templates_cannot_draw_is_told_at_once_and_the_old_site_stays(mine: Path) -> None:
    built = build_site(mine, silent, strict=True)
    assert built == mine / "site"
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    for kind in ("place", "actor"):
        template = mine / f"templates/site/{kind}.html"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text(f"<p>{{{{ page.no_{kind}s }}}}</p>", encoding="utf-8")
    told: list[Problem] = []
    failed = build_site(mine, lambda _, found: told.extend(found), strict=False)
    assert failed == "nothing was built: 2 errors"
    errors = (one for one in told if one.severity == "error")
    faults = sorted((one.spot.path, one.message) for one in errors)
    assert [path for path, _ in faults] == [
        str(mine / f"templates/site/{kind}.html") for kind in ("actor", "place")
    ]
    assert "no_actors" in faults[0][1]
    after = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    assert after == before


def test_two_builds_give_the_same_bytes(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    build_site(mine, silent, strict=True)
    first = {p: p.read_bytes() for p in sorted((mine / "site").rglob("*")) if p.is_file()}
    build_site(mine, silent, strict=True)
    second = {p: p.read_bytes() for p in sorted((mine / "site").rglob("*")) if p.is_file()}
    assert {p for p in first if first[p] != second.get(p)} <= {mine / "site" / "sitemap.xml.gz"}
    assert first.keys() == second.keys()


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_a_dossier_without_a_home_page_gets_one(
    mine: Path, directory_urls: str, pages: Pages, option: Option
) -> None:
    (mine / "site_src" / "index.md").unlink()
    option(f"use_directory_urls: {directory_urls}")
    assert build_site(mine, silent, strict=True) == mine / "site"
    found = pages(mine / "site")
    assert "Where the sources disagree most" in found["index.html"]
    assert broken_links(mine / "site", found) == []


def test_a_home_page_that_people_wrote_stands(mine: Path, pages: Pages) -> None:
    assert build_site(mine, silent, strict=True) == mine / "site"
    assert "Where the sources disagree most" not in pages(mine / "site")["index.html"]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_pages_of_long_lists_have_the_frame_of_their_section(
    mine: Path, pages: Pages, option: Option, *, directory_urls: bool
) -> None:
    for number in range(120):
        path = mine / "facts" / "incidents" / f"fire-{number}.yaml"
        path.write_text(f"title: Fire {number}\ndate: 2031-01\n{CLAIM}", encoding="utf-8")
    option(f"use_directory_urls: {str(directory_urls).lower()}\nsite_url: https://example.org/f/")
    assert build_site(mine, silent, strict=False) == mine / "site"
    found = pages(mine / "site")
    end = "/index.html" if directory_urls else ".html"
    for section in ("incidents", "timeline"):
        second = found[f"{section}/page--2{end}"]
        there = f"https://example.org/f/{section}/page--2{'/' if directory_urls else '.html'}"
        assert f'<link rel="canonical" href="{there}">' in second
        assert 'aria-current="true">' in second or section == "timeline"
        assert there in (mine / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert broken_links(mine / "site", found) == []
