"""A document drawn very small: a line for each line of its text, what is cited of it set apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.pages.passages import Passages

WIDTH = 144  # of a line, in pixels
MARGIN = 22  # for numbers of paragraphs
PITCH = 5  # from line to line
GAP = 4  # between paragraphs
LETTERS = 60  # characters of a line; more in long documents
MOST = 240  # lines
TALL = 60  # lines of a column
FEWEST = 2  # lines of a paragraph that is numbered


@dataclass(frozen=True, slots=True)
class Column:
    """A column of lines: paths of what is not cited, what is, and what of it is contested.

    `numbers` are those of paragraphs in which something is cited, with their heights.
    """

    height: int
    plain: str
    cited: str
    contested: str
    numbers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A document in columns, and what they show in words."""

    columns: tuple[Column, ...]
    share: str
    in_words: str
    width: int = WIDTH
    margin: int = MARGIN


@dataclass(frozen=True, slots=True)
class _Row:
    """A line: from which to which character, and the number of the paragraph that begins here."""

    start: int
    end: int
    number: str
    is_first: bool


def facsimile(known: Passages) -> Facsimile:
    """A document with the passages that are known to be cited."""
    letters = max(LETTERS, -(-known.text.length // MOST))
    rows = list(_rows(known, letters))
    count = -(-len(rows) // TALL)
    tall = -(-len(rows) // count)
    columns = [rows[at : at + tall] for at in range(0, len(rows), tall)]
    return Facsimile(
        tuple(_column(some, known, letters) for some in columns), _share(known), _in_words(known)
    )


def _rows(known: Passages, letters: int) -> Iterator[_Row]:
    for place, one in enumerate(known.text.paragraphs):
        lines = range(one.start, one.end, letters)
        is_told = known.is_cited(place) and (len(lines) >= FEWEST or place == 0)
        for at in lines:
            number = str(one.number) if is_told and at == one.start else ""
            yield _Row(at, min(one.end, at + letters), number, at == one.start)


def _column(rows: list[_Row], known: Passages, letters: int) -> Column:
    height, plain, cited, contested = 0, [], [], []
    numbers = []
    for row in rows:
        height += PITCH + (GAP if row.is_first else 0)
        plain.append(_stroke(row.start, row.end, row, height, letters))
        cited += [_stroke(*one, row, height, letters) for one in _within(known.cited, row)]
        contested += [_stroke(*one, row, height, letters) for one in _within(known.contested, row)]
        if row.number:
            numbers.append((height + 3, row.number))
    return Column(
        height + PITCH, "".join(plain), "".join(cited), "".join(contested), tuple(numbers)
    )


def _within(stretches: tuple[tuple[int, int], ...], row: _Row) -> Iterator[tuple[int, int]]:
    for start, end in stretches:
        if start < row.end and row.start < end:
            yield max(start, row.start), min(end, row.end)


def _stroke(start: int, end: int, row: _Row, height: int, letters: int) -> str:
    """A stretch of a line, as a part of a path."""
    scale = WIDTH / letters
    return f"M{(start - row.start) * scale:.0f} {height}h{max(2, (end - start) * scale):.0f}"


def _share(known: Passages) -> str:
    """How much of the text is cited: `18% of the text is quoted, in 14 of 23 paragraphs`."""
    some, whole = known.characters
    held, every = known.paragraphs
    share = f"{some / whole:.0%}" if some * 100 >= whole else "less than 1%"
    return f"{share} of the text is quoted, in {held} of {counted(every, 'paragraph')}"


def _in_words(known: Passages) -> str:
    told = []
    for place, one in enumerate(known.text.paragraphs):
        if known.is_cited(place):
            page = f"page {one.page}, " if one.page else ""
            note = " (contested)" if known.is_cited(place, contested=True) else ""
            told.append(f"{page}{one.number}{note}")
    return f"{_share(known)}: paragraph{'s' if len(told) > 1 else ''} {', '.join(told)}."
