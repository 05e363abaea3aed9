"""The drawing of a lineage: where each mark stands, in pixels, for the template to draw.

It is as wide as a phone shows, whatever the page, so that its letters never shrink.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factbook.weighing.lineage import Lineage

WIDTH = 344
DOCUMENTS, STOPS, STATEMENTS, ORIGINS = 128, 152, 184, 222  # where the columns stand
STEP, TOP = 19, 26  # of a row, and of the first
MOST_ROWS = 8
LONGEST, LONGEST_BOLD = 19, 16  # letters of a name that fit into a column, whatever the face
OWN_VOICE, NOBODY, REST = "own voice", "nobody named", "…"


class Row(NamedTuple):
    """A document, or several that go the same way: by how many stops, which statement, to whom.

    `note` is said where it leads to nobody.
    """

    name: str
    stops: int
    statement: str
    origins: tuple[int, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark or words at a height; `full` are the words that had to be shortened."""

    y: float
    words: str = ""
    full: str = ""
    x: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line from one height to another."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class LineageFigure:
    """All that is drawn: marks by their kinds, lines, and dashed bows between heights."""

    title: str
    height: float
    documents: tuple[Mark, ...]
    stops: tuple[Mark, ...]
    statements: tuple[Mark, ...]
    origins: tuple[Mark, ...]
    uncounted: tuple[Mark, ...]
    lines: tuple[Line, ...]
    bows: tuple[tuple[float, float], ...]


def figure_of(rows: Sequence[Row], names: Sequence[str], made: Lineage) -> LineageFigure:
    """The drawing of a lineage; `names` are those of its origins."""
    shown = _summed_up(rows)
    height = {place: TOP + STEP * place for place in range(len(shown))}
    of_origin: defaultdict[int, list[float]] = defaultdict(list)
    of_statement: defaultdict[tuple[str, tuple[int, ...]], list[float]] = defaultdict(list)
    for place, row in enumerate(shown):
        for origin in row.origins[:1]:
            of_origin[origin].append(height[place])
        if row.statement:
            of_statement[row.statement, row.origins].append(height[place])
    origins = {one: sum(heights) / len(heights) for one, heights in of_origin.items()}
    statements = {key: sum(heights) / len(heights) for key, heights in of_statement.items()}
    bows = [
        (origins[one], origins[other])
        for places in made.perhaps_one
        for one, other in pairwise([place for place in places if place in origins])
    ]
    documents = len({row.name for row in rows})
    return LineageFigure(
        title=f"From {counted(documents, 'document')} to {made.counted}",
        height=TOP + STEP * len(shown) - 8,
        documents=tuple(_mark(height[place], row.name) for place, row in enumerate(shown)),
        stops=tuple(_stops(shown, height)),
        statements=tuple(Mark(y, x=STATEMENTS) for y in statements.values()),
        origins=tuple(_mark(origins[one], names[one], LONGEST_BOLD) for one in sorted(origins)),
        uncounted=tuple(
            Mark(height[place], row.note) for place, row in enumerate(shown) if not row.origins
        ),
        lines=tuple(_lines(shown, height, statements, origins)),
        bows=tuple(bows),
    )


def _mark(y: float, name: str, longest: int = LONGEST) -> Mark:
    short = name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
    return Mark(y, short, name if short != name else "")


def _summed_up(rows: Sequence[Row]) -> list[Row]:
    """No more rows than fit: one for all that go the same way, and one for the rest."""
    if len(rows) <= MOST_ROWS:
        return list(rows)
    ways: defaultdict[tuple[int, str, tuple[int, ...], str], list[str]] = defaultdict(list)
    for row in rows:
        ways[row[1:]].append(row.name)
    made = [
        Row(names[0] if len(names) == 1 else counted(len(names), "document"), *way)
        for way, names in ways.items()
    ]
    if len(made) <= MOST_ROWS:
        return made
    more = made[MOST_ROWS - 1 :]
    return [
        *made[: MOST_ROWS - 1],
        Row(f"and {len(more)} more ways", 0, "", (), REST),
    ]


def _stops(rows: Sequence[Row], height: Mapping[int, float]) -> list[Mark]:
    """A ring for a stop; of more, two."""
    return [
        Mark(height[place], x=STOPS - 5 * (min(row.stops, 2) - 1) + 10 * number)
        for place, row in enumerate(rows)
        for number in range(min(row.stops, 2))
    ]


def _lines(
    rows: Sequence[Row],
    height: Mapping[int, float],
    statements: Mapping[tuple[str, tuple[int, ...]], float],
    origins: Mapping[int, float],
) -> dict[Line, None]:
    """From each document past its stops to its statement, and on to each of its origins."""
    found: dict[Line, None] = {}
    for place, row in enumerate(rows):
        y = height[place]
        x: float = STOPS + 12
        found[Line(DOCUMENTS + 5, y, x, y)] = None
        key = row.statement, row.origins
        if key in statements:
            found[Line(x, y, STATEMENTS, statements[key])] = None
            x, y = STATEMENTS, statements[key]
        for origin in row.origins:
            if origin in origins:
                found[Line(x, y, ORIGINS, origins[origin])] = None
    return found
