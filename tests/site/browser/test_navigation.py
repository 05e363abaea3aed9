"""The theme's navigation on a phone: one row that scrolls, every entry of it within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import FloatRect, ViewportSize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page
    from tests.site.conftest import Built

ENTRIES = 'nav[aria-label="Sections"] a'
HEIGHT = 700
FADED = 16 * 3.6  # at the end of the row; a fade of the same make lies in the padding at its start


@pytest.fixture(params=[320, 390, 700])
def width(request: pytest.FixtureRequest) -> int:
    """Of a small phone, a phone, and a large phone on its side."""
    pixels: int = request.param
    return pixels


@pytest.fixture
def page(chromium: Browser, width: int) -> Iterator[Page]:
    """A page of a browser as wide as a phone, without scripts."""
    size = ViewportSize(width=width, height=HEIGHT)
    context = chromium.new_context(java_script_enabled=False, viewport=size)
    yield context.new_page()
    context.close()


@pytest.fixture
def entries(page: Page, sites: dict[str, Built]) -> list[Locator]:
    """The entries of the flagship's navigation, on the page of its last one."""
    page.goto((sites["flagship"].folder / "search/index.html").as_uri())
    return page.locator(ENTRIES).all()


def box(one: Locator) -> FloatRect:
    found = one.bounding_box()
    assert found is not None
    return found


def right(one: Locator) -> float:
    return box(one)["x"] + box(one)["width"]


def mask(page: Page) -> str:
    row = page.locator('nav[aria-label="Sections"]')
    return str(row.evaluate("one => getComputedStyle(one).maskImage"))


def test_it_is_one_row_below_the_name(page: Page, entries: list[Locator], width: int) -> None:
    tops = {round(box(one)["y"]) for one in entries}
    assert (len(entries), len(tops)) == (13, 1)
    assert box(page.locator("header.top"))["height"] < 90
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_section_that_is_open_takes_one_row_more(page: Page, entries: list[Locator]) -> None:
    before = box(page.locator("header.top"))["height"]
    page.evaluate(
        "const all = document.querySelector('header.top nav'), within = all.cloneNode(true);"
        "within.className = 'within'; all.after(within)"
    )
    rows = {round(box(one)["y"]) for one in page.locator("header.top nav a").all()}
    assert len(rows) == 2
    row = box(page.locator("header.top nav").first)["height"]
    assert box(page.locator("header.top"))["height"] == pytest.approx(before + row, abs=2)
    assert entries


def test_the_keyboard_reaches_every_entry_and_brings_it_into_view(
    page: Page, entries: list[Locator], width: int
) -> None:
    page.keyboard.press("Tab")  # to the content
    page.keyboard.press("Tab")  # the name
    for one in entries:
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.get_attribute("href") == one.get_attribute("href")
        assert box(focused)["x"] >= 0
        assert right(focused) <= width
        assert box(focused)["height"] >= 24
        assert mask(page) == "none"


def test_a_screen_reader_is_told_of_every_entry(page: Page, entries: list[Locator]) -> None:
    named = page.get_by_role("navigation", name="Sections").get_by_role("link")
    assert named.count() == len(entries)
    assert entries[-1].get_attribute("aria-current") == "page"


def test_what_goes_on_is_faded_and_not_cut_off_hard(
    page: Page, entries: list[Locator], width: int
) -> None:
    row = page.locator('nav[aria-label="Sections"]')
    assert row.evaluate("one => one.scrollWidth > one.clientWidth")
    assert "linear-gradient" in mask(page)
    row.evaluate("one => one.scrollTo(one.scrollWidth, 0)")
    assert right(entries[-1]) <= width - FADED + 1
