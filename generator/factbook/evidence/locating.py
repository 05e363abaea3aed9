"""Where in a document something stands, in the words of readers: page and paragraph.

A paragraph is a block between empty lines, the headline being the first; pages begin at form feeds,
and each counts its paragraphs from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE = r"(?:\r\n|\n|\r(?!\n))"
_BETWEEN = re.compile(rf"{_LINE}[^\S\n\r\f]*{_LINE}\s*")
_WORD_OF_PAGE = r"(?:pages?|pp?\.?)"
_WORD_OF_PARAGRAPH = r"(?:paragraphs?|paras?\.?|par\.|¶+)"
_NUMBERS = r"\s*(\d+)(?:\s*(?:-|\u2013|to|and)\s*(\d+))?"
_PAGE = re.compile(rf"(?<!\w){_WORD_OF_PAGE}{_NUMBERS}", re.IGNORECASE)
_PARAGRAPH = re.compile(rf"(?<!\w){_WORD_OF_PARAGRAPH}{_NUMBERS}", re.IGNORECASE)


class Locator(NamedTuple):
    """Page and paragraphs, from 1; page 0 in a document without pages."""

    page: int
    first: int
    last: int

    def __str__(self) -> str:
        """`paragraph 4`, `page 2, paragraphs 3 to 4`."""
        page = f"page {self.page}, " if self.page else ""
        if self.first == self.last:
            return f"{page}paragraph {self.first}"
        return f"{page}paragraphs {self.first} to {self.last}"


class Paragraph(NamedTuple):
    """A paragraph of a text: where it begins and ends, on which page, which of it."""

    start: int
    end: int
    page: int
    number: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, pages being divided by form feeds."""
    pages = list(re.finditer(r"[^\f]+", text))
    has_pages = "\f" in text.strip()
    found = []
    number_of = {start: number for number, start in enumerate(_starts(text), start=1)}
    for page in pages:
        page_number = number_of[page.start()] if has_pages else 0
        for number, (start, end) in enumerate(_blocks(page), start=1):
            found.append(Paragraph(start, end, page_number, number))
    return tuple(found)


def _starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"\f", text))]


def _blocks(page: re.Match[str]) -> list[tuple[int, int]]:
    """The blocks of a page without the white space around them."""
    found, start = [], 0
    text = page[0]
    ends = [*((gap.start(), gap.end()) for gap in _BETWEEN.finditer(text)), (len(text), len(text))]
    for end, following in ends:
        block = text[start:end]
        if stripped := block.strip():
            first = start + block.index(stripped[0])
            found.append((page.start() + first, page.start() + first + len(stripped)))
        start = following
    return found


def located(start: int, end: int, every: tuple[Paragraph, ...]) -> Locator:
    """Where a stretch of a text stands, by the text's paragraphs; it begins on the page named."""
    starts = [one.start for one in every]
    first = every[max(0, bisect_right(starts, start) - 1)]
    last = every[max(0, bisect_right(starts, end - 1) - 1)]
    return Locator(
        first.page, first.number, last.number if last.page == first.page else first.number
    )


def read_locator(written: str) -> tuple[int, int] | None:
    """The first page and paragraph that a locator names, 0 for either; None for other words."""
    page, paragraph = _PAGE.search(written), _PARAGRAPH.search(written)
    if not (page or paragraph):
        return None
    return int(page[1]) if page else 0, int(paragraph[1]) if paragraph else 0


def contradicts(written: str, found: Locator) -> bool:
    """Whether a locator that somebody wrote names another page or paragraph.

    What it names in other words ("headline", "caption") contradicts nothing. A number of a page of
    a text that has none does not either: it is that of the printed document.
    """
    page, paragraph = _PAGE.search(written), _PARAGRAPH.search(written)
    if page and found.page and not _within(page, found.page, found.page):
        return True
    if not paragraph or (found.page and not page):
        return False
    return not _within(paragraph, found.first, found.last)


def _within(said: re.Match[str], first: int, last: int) -> bool:
    low = int(said[1])
    return low <= last and first <= int(said[2] or low)
