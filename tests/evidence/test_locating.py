from __future__ import annotations

import pytest

from factbook.evidence.locating import Locator, contradicts, located, paragraphs

BLOCKS = "Headline\n\nFirst line\nof a paragraph.\n \t\n\n\nThe last.\n"
LINES = "One paragraph\nover three\nlines."
PAGES = "One.\n\nTwo.\f\fThree\nlong.\n\nFour."


def said(text: str, words: str) -> str:
    start = text.index(words)
    return str(located(start, start + len(words), paragraphs(text)))


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        (BLOCKS, "Headline", "paragraph 1"),
        (BLOCKS, "line\nof", "paragraph 2"),
        (BLOCKS, "The last", "paragraph 3"),
        (BLOCKS, "paragraph.\n \t\n\n\nThe", "paragraphs 2 to 3"),
        (BLOCKS.replace("\n", "\r\n"), "The last", "paragraph 3"),
        (LINES, "lines", "paragraph 1"),
        (PAGES, "Two", "page 1, paragraph 2"),
        (PAGES, "Three", "page 3, paragraph 1"),
        (PAGES, "Four", "page 3, paragraph 2"),
        (PAGES, "Two.\f\fThree", "page 1, paragraph 2"),
    ],
)
def test_paragraphs_and_pages_are_counted_as_readers_count_them(
    text: str, words: str, where: str
) -> None:
    assert said(text, words) == where


def test_paragraphs_are_the_text_without_the_white_space_between() -> None:
    assert [BLOCKS[one.start : one.end] for one in paragraphs(BLOCKS)] == [
        "Headline",
        "First line\nof a paragraph.",
        "The last.",
    ]
    assert paragraphs("") == paragraphs(" \n\f\n") == ()


@pytest.mark.parametrize(
    ("written", "found", "wrong"),
    [
        ("paragraph 4", Locator(0, 4, 4), False),
        ("Paragraph 5", Locator(0, 4, 4), True),
        ("para. 4", Locator(0, 4, 4), False),
        ("¶ 5", Locator(0, 4, 4), True),
        ("paragraphs 3–4", Locator(0, 4, 4), False),
        ("paragraph 4", Locator(0, 3, 4), False),
        ("page 2, paragraph 3", Locator(2, 3, 3), False),
        ("page 2, paragraph 4", Locator(2, 3, 3), True),
        ("p. 3", Locator(2, 3, 3), True),
        ("pp. 1-2", Locator(2, 3, 3), False),
        ("page 117", Locator(0, 3, 3), False),
        ("paragraph 9", Locator(2, 3, 3), False),
        ("caption", Locator(0, 3, 3), False),
        ("headline, top 4", Locator(0, 3, 3), False),
    ],
)
def test_a_written_locator_contradicts_only_what_it_names(
    written: str, found: Locator, *, wrong: bool
) -> None:
    assert contradicts(written, found) is wrong
