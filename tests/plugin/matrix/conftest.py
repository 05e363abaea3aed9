"""One small dossier, built by the engine's own command for each cell of the matrix.

Plugins that others use are spread over the cells, so that each meets each engine, theme and form of
address.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import pytest

from factbook.exchange.new import start_dossier

BASE = "https://example.org/facts/"
NASTY = {
    "attribute": '" onload="x',
    "script": "</title><script>alert(1)</script>",
    "entity": "Fire &lt; smoke & <b>ash</b>",
}
THEMES = {
    "factbook": "{name: factbook}",
    "mkdocs": "{name: mkdocs, highlightjs: false}",
    "material": "{name: material, font: false, features: [navigation.footer]}",
}
MINIFY = "minify: {minify_html: true, htmlmin_opts: {remove_comments: true}}"
DATES = "git-revision-date-localized: {enable_creation_date: true}"
MACROS, NAV = "macros", "literate-nav"
PLUGINS = (MINIFY, DATES, MACROS, NAV)
# by theme and form of address; the second engine has what the first has not
SPREAD = {
    ("factbook", True): (MINIFY, MACROS),
    ("factbook", False): (DATES, NAV),
    ("mkdocs", True): (DATES, NAV, MINIFY),
    ("mkdocs", False): (MACROS,),
    ("material", True): (MACROS, NAV, DATES),
    ("material", False): (MINIFY, NAV),
}
QUIET = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}
OPENING = {"br", "hr", "img", "input", "link", "meta"}


class Cell(NamedTuple):
    """One combination."""

    engine: str
    theme: str
    folders: bool

    @property
    def plugins(self) -> tuple[str, ...]:
        own = SPREAD[self.theme, self.folders]
        return own if self.engine == "mkdocs" else tuple(one for one in PLUGINS if one not in own)


CELLS = [Cell(*one) for one in product(("mkdocs", "properdocs"), THEMES, (True, False))]


class Html(HTMLParser):
    """What a browser would make of a page, as far as the tests ask."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.targets: list[str] = []
        self.active: list[str] = []
        self.neighbours: list[tuple[str, str]] = []
        self.canonical: list[str] = []
        self.ids: set[str] = set()
        self.classes: set[str] = set()
        self.handlers: set[str] = set()
        self.texts: dict[str, list[str]] = {"title": [], "h1": [], "script": [], "a": []}
        self.open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.handlers |= {name for name in given if name.startswith("on")}
        self.ids |= {given["id"]} if "id" in given else set()
        self.classes |= set(given.get("class", "").split())
        href = given.get("href", given.get("src"))
        rel = given.get("rel", "")
        if href is not None and tag != "base":
            self.targets.append(href)
            self.canonical += [href] if rel == "canonical" else []
            self.neighbours += [(rel, href)] if rel in {"prev", "next"} else []
        if tag in self.texts:
            self.texts[tag].append("")
        if tag == "a" and href is not None:
            above = "".join(name for _, name in self.open[-1:])
            marked = f" {given.get('class', '')} {above} "
            lit = "aria-current" in given or " active " in marked or "__item--active " in marked
            self.active += [href] if lit and not href.startswith("#") else []
            self.links.append(("", href))
        if tag not in OPENING:
            self.open.append((tag, given.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.open}
        for tag in tags & self.texts.keys():
            self.texts[tag][-1] += data
        if "a" in tags and self.links:
            words, href = self.links[-1]
            self.links[-1] = (words + data, href)


class Built(NamedTuple):
    """The site of one cell."""

    cell: Cell
    site: Path
    pages: dict[str, Html]

    def file(self, section: str, name: str = "") -> str:
        if not name or self.cell.folders:
            return f"{section}/{name}/index.html".replace("//", "/")
        return f"{section}/{name}.html"

    def url(self, file: str) -> str:
        return f"{BASE}{file.removesuffix('index.html') if self.cell.folders else file}"

    def target(self, file: str, href: str) -> str:
        """The file that a relative link leads to."""
        path = unquote(urlsplit(href).path)
        there = ((self.site / file).parent / path) if path else self.site / file
        there = there / "index.html" if there.is_dir() else there
        return Path(os.path.relpath(there.resolve(), self.site.resolve())).as_posix()

    def lit(self, file: str) -> set[str]:
        """The files that active entries of a page's navigation lead to."""
        return {self.target(file, href) for href in self.pages[file].active}


def prepare(folder: Path, cell: Cell) -> None:
    """The starter, with titles that look like markup, in a repository of its own."""
    start_dossier(folder)
    for name, title in NASTY.items():
        text = f"title: {json.dumps(title)}\n"
        (folder / "facts" / "incidents" / f"{name}.yaml").write_text(text, encoding="utf-8")
    path = folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("theme:\n  name: factbook", f"theme: {THEMES[cell.theme]}")
    listed = "".join(f"  - {one}\n" for one in ("search", *cell.plugins))
    text = text.replace("plugins:\n", f"plugins:\n{listed}")
    text = text.replace(
        "  - Statements: statements/index.md\n",
        "  - The fire: incidents/2031-03-14-market-fire.md\n  - incidents/script.md\n"
        "  - Statements: statements/index.md\n",
    )
    more = "repo_url: https://example.org/repository\nedit_uri: edit/main/site_src/\n"
    address = f"site_url: {BASE}\nuse_directory_urls: {str(cell.folders).lower()}\n"
    path.write_text(f"{address}{more}{text}", encoding="utf-8")
    who = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
    for command in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "facts")):
        subprocess.run(["git", "-C", str(folder), *command], check=True)  # noqa: S603, S607


@pytest.fixture(scope="session", params=CELLS, ids=lambda cell: "-".join(map(str, cell)))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    cell: Cell = request.param
    folder = tmp_path_factory.mktemp("cell") / "dossier"
    prepare(folder, cell)
    done = subprocess.run(  # noqa: S603 - the engine under test
        [sys.executable, "-m", cell.engine, "build", "--strict", "-f", "mkdocs.yml"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **QUIET},
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert "Page skipped" not in done.stderr, "frames are no news"
    site = folder / "site"
    pages = {
        path.relative_to(site).as_posix(): Html(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    return Built(cell, site, pages)


@pytest.fixture
def spread() -> dict[str, list[set[object]]]:
    """The engines, themes and forms of address that each plugin meets."""
    found: dict[str, list[set[object]]] = {}
    for plugin in PLUGINS:
        cells = [cell for cell in CELLS if plugin in cell.plugins]
        found[plugin] = [
            {cell.engine for cell in cells},
            {cell.theme for cell in cells},
            {cell.folders for cell in cells},
        ]
    return found
