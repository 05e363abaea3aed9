"""What every page has: a title, a description, a language, one heading above all, ids of its own."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site.conftest import Built


def test_ids_are_unique_on_each_page(built: Built) -> None:
    twice = {
        name: [one for one, number in Counter(page.ids).items() if number > 1]
        for name, page in built.pages.items()
    }
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_every_page_has_a_title_a_language_and_a_description(built: Built) -> None:
    for name, page in built.pages.items():
        assert page.title.strip(), name
        assert page.language, name
        assert page.description.strip() or name in built.redirects, name


def test_no_two_pages_have_one_title(built: Built) -> None:
    pages = {name: page for name, page in built.pages.items() if name not in built.redirects}
    titles = Counter(page.title for page in pages.values())
    assert [title for title, number in titles.items() if number > 1] == []


def test_every_page_has_one_main_heading_and_skips_none(built: Built) -> None:
    for name, page in built.pages.items():
        if name in built.redirects:
            continue
        assert page.headings.count(1) == 1, name
        assert page.headings[0] == 1, name
        skipped = [pair for pair in pairwise(page.headings) if pair[1] > pair[0] + 1]
        assert skipped == [], name
