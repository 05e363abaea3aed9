"""A search with many results: what it costs a browser, and the rules that are found among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from factbook.checks.manuals import manuals
from factbook.exchange.new import start_dossier
from factbook.outputs.search.rules import rules
from factbook.pages.addresses import Addresses
from factbook.plugin.build import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

SHOWN = 20
RULES, LONG = len(list(rules(Addresses()))), manuals()["long-quote"].title
COUNTED = """const post = Worker.prototype.postMessage;
window.searches = 0;
Worker.prototype.postMessage = function (message, ...rest) {
  window.searches += message.method === "search";
  return post.call(this, message, ...rest);
};"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many") / "mine"
    start_dossier(folder)
    assert build_site(folder, lambda *_: None, strict=False) == folder / "site"
    return folder / "site"


@pytest.fixture
def page(
    site: Path,
    served: Callable[[Path], AbstractContextManager[str]],
    browser: Callable[..., AbstractContextManager[Page]],
) -> Iterator[Page]:
    """The search, in a browser that counts what is searched."""
    with served(site) as address, browser() as page:
        page.add_init_script(COUNTED)
        page.goto(f"{address}search/")
        yield page


def found(page: Page, words: str, kind: str = "") -> list[str]:
    """The titles that are shown for some words, once all are counted."""
    page.select_option("[name=type]", kind)
    page.fill("[name=words]", words)
    page.evaluate("document.getElementById('fbs-status').textContent = 'waiting'")
    page.press("[name=words]", "Enter")
    expect(page.locator("#fbs-status")).to_have_text(re.compile("result|lists"))
    return page.locator("#fbs-results a").all_text_contents()


def test_many_results_cost_one_search_and_the_pages_that_are_shown(page: Page) -> None:
    loaded = set()
    page.on("request", lambda one: loaded.add(one.url) if "/fragment/" in one.url else None)
    assert len(found(page, "how we check")) == SHOWN
    assert int((page.text_content("#fbs-status") or "").split()[0]) > 2 * SHOWN
    assert page.evaluate("window.searches") == 1
    assert len(loaded) == SHOWN
    assert len(found(page, "how we check", "rule")) == SHOWN
    assert page.evaluate("window.searches") == 1
    page.click("#fbs-more")
    expect(page.locator("#fbs-results li")).to_have_count(2 * SHOWN)


def test_a_word_that_the_first_result_does_not_show_is_searched_alone(page: Page) -> None:
    assert found(page, "check platypus") == []
    assert page.evaluate("window.searches") == 2
    assert found(page, "platypus") == []
    assert page.evaluate("window.searches") == 3


def test_a_rule_is_found_and_its_result_leads_to_its_words(page: Page) -> None:
    option = page.locator("[name=type] option[value=rule]")
    assert option.text_content() == f"Rule ({RULES})"
    place = found(page, "long-quote", "rule").index(LONG)
    page.click(f"#fbs-results a >> nth={place}")
    assert page.url.endswith("/checks/#rule-long-quote")
    assert page.locator("#rule-long-quote h2").text_content() == LONG
