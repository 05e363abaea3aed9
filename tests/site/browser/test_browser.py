"""Each type of page in Chromium: no fault in it, in any theme, wide and narrow, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

TYPES = {
    "home": "",
    "hand-written": "about/",
    "list": "incidents/",
    "list, second page": "incidents/page--2/",
    "incident": "incidents/fire/",
    "incident, right to left": "incidents/hospital/",
    "incident, removed": "incidents/gone/",
    "statement": "statements/said/",
    "actor": "actors/chief/",
    "actor, second page": "actors/chief--said-2/",
    "actor with names": "actors/brigade/",
    "place": "places/hall/",
    "place, right to left": "places/town/",
    "source": "sources/paper/",
    "conflicts": "conflicts/",
    "conflicts of one speaker": "conflicts/speaker--chief/",
    "conflicts by speaker": "conflicts/by--speaker/",
    "conflict": "conflicts/fire.casualties/",
    "conflict, declared": "conflicts/fire.truce/",
    "difference": "conflicts/fire.wording/",
    "timeline": "timeline/",
    "search": "search/?words=hall",
    "data": "data/",
    "weighing": "weighing/",
    "checks": "checks/",
}
FEW = {"home", "incident", "actor", "conflicts", "conflict", "timeline", "search"}
THEIRS = {  # faults of other themes, wherever they are used
    "Cannot set properties of null (setting 'disabled')": "mkdocs, dark, without highlight.js",
}
GRAVE = {"serious", "critical"}
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


class Seen:
    """A page, and what its console tells."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.told: list[str] = []
        page.on("pageerror", lambda error: self.tell(str(error)))
        page.on("response", lambda one: self.told.append(one.url) if one.status >= 400 else None)
        page.on("console", lambda one: self.told.append(one.text) if one.type == "error" else None)

    def tell(self, error: str) -> None:
        self.told += [error] if error not in THEIRS else []

    def wider(self) -> list[str]:
        """How far the page is wider than the screen."""
        wider = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return [f"{wider} pixels too wide"] if wider > 0 else []


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Literal["light", "dark"]:
    """Either."""
    chosen: Literal["light", "dark"] = request.param
    return chosen


@pytest.fixture
def seen(chromium: Browser, scheme: Literal["light", "dark"]) -> Iterator[Seen]:
    context = chromium.new_context(color_scheme=scheme)
    yield Seen(context.new_page())
    context.close()


def test_no_page_has_an_error_or_is_wider_than_the_screen(seen: Seen, address: str) -> None:
    found = {}
    for kind, name in TYPES.items():
        seen.told.clear()
        for size in (WIDE, NARROW):
            seen.page.set_viewport_size({"width": size["width"], "height": size["height"]})
            seen.page.goto(f"{address}{name}")
            seen.told += seen.wider()
        found[kind] = list(seen.told)
    assert {kind: told for kind, told in found.items() if told} == {}


def test_axe_finds_no_grave_fault(seen: Seen, address: str, theme: str, scheme: str) -> None:
    """Of the whole page in our theme; in the others of what is ours, where it differs most.

    What is dark differs by its colours alone.
    """
    options = {"runOnly": ["color-contrast"]} if scheme == "dark" else None
    size = WIDE if scheme == "light" else NARROW
    seen.page.set_viewport_size({"width": size["width"], "height": size["height"]})
    found = []
    for kind, name in TYPES.items():
        if theme != "factbook" and kind not in FEW:
            continue
        seen.page.goto(f"{address}{name}")
        part = None if theme == "factbook" else ".fb"
        axe: dict[str, Any] = Axe().run(seen.page, part, options).response
        assert axe["violations"] is not None
        found += [
            (kind, one["id"], node["html"][:120])
            for one in axe["violations"]
            for node in one["nodes"][:2]
            if one["impact"] in GRAVE
        ]
    assert found == []
