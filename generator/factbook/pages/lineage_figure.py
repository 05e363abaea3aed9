"""The drawing of a lineage: where each mark stands, in pixels, for the template to draw.

It is as wide as a phone shows, whatever the page, so that its letters never shrink.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factbook.weighing.lineage import Lineage

DOCUMENTS, STOPS, STATEMENTS, ORIGINS = 128, 152, 184, 222  # where the columns stand
TURN = STOPS + 12  # where lines leave the height of their document
_STOPS = ((), (STOPS,), (STOPS - 5, STOPS + 5))  # of none, of one, of more
STEP, TOP = 19, 26  # of a row, and of the first
LOZENGE = "l4.5 4.5-4.5 4.5-4.5-4.5z"
MOST_ROWS = 8
LONGEST, LONGEST_BOLD = 19, 16  # letters of a name that fit into a column, whatever the face
BRIEF = 12  # letters of the first of several who count as one, where they share a line
LINE = 14  # from one line of such a label to the next
OWN_VOICE, NOBODY, REST = "own voice", "nobody named", "…"


Way = tuple[str, tuple[int, ...]]  # a statement, and the origins it leads to


class Row(NamedTuple):
    """A document, or several that go the same way: by how many stops, which statement, to whom.

    `note` is said where it leads to nobody.
    """

    name: str
    stops: int
    statement: str
    origins: tuple[int, ...]
    note: str = ""


class Label(NamedTuple):
    """Words at a height; `full` are those that had to be shortened."""

    y: float
    words: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class LineageFigure:
    """All that is drawn: words, and the outlines of lines and marks as SVG paths.

    `bows` are dashed, between origins that may be one.
    """

    title: str
    height: int
    documents: tuple[Label, ...]
    origins: tuple[Label, ...]
    uncounted: tuple[Label, ...]
    lines: str
    stops: str
    statements: str
    dots: str
    bows: str


def figure_of(rows: Sequence[Row], names: Sequence[Sequence[str]], made: Lineage) -> LineageFigure:
    """The drawing of a lineage; `names` are, by origin, those who count as it."""
    shown = _summed_up(rows)
    placed = list(zip(range(TOP, TOP + STEP * len(shown), STEP), shown, strict=True))
    of_origin: dict[int, list[int]] = {}
    of_statement: dict[Way, list[int]] = {}
    for y, row in placed:
        if row.origins:
            of_origin.setdefault(row.origins[0], []).append(y)
        if row.statement:
            of_statement.setdefault((row.statement, row.origins), []).append(y)
    origins = {one: sum(heights) / len(heights) for one, heights in of_origin.items()}
    statements = {key: sum(heights) / len(heights) for key, heights in of_statement.items()}
    documents = len({row.name for row in rows})
    labels = tuple(_of_origins({one: (y, names[one]) for one, y in sorted(origins.items())}))
    return LineageFigure(
        title=f"From {counted(documents, 'document')} to {made.counted}",
        height=round(max([placed[-1][0] + 11, *(one.y + 9 for one in labels)])),
        documents=tuple(_label(y, row.name) for y, row in placed),
        origins=labels,
        uncounted=tuple(Label(y, row.note) for y, row in placed if not row.origins),
        lines="".join(_lines(placed, statements, origins)),
        stops="".join(_ring(x, y) for y, row in placed for x in _STOPS[min(row.stops, 2)]),
        statements="".join(f"M{STATEMENTS} {y - 4.5:g}{LOZENGE}" for y in statements.values()),
        dots="".join(_ring(ORIGINS, y, 4.5) for y in origins.values()),
        bows="".join(_bows(origins, made)),
    )


@lru_cache(maxsize=1024)
def _ring(x: float, y: float, radius: float = 3.5) -> str:
    """A circle, as a path."""
    half = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:g} {y:g}{half} {2 * radius:g} 0{half}{-2 * radius:g} 0"


def _bows(origins: Mapping[int, float], made: Lineage) -> Iterator[str]:
    for places in made.perhaps_one:
        for one, other in pairwise(place for place in places if place in origins):
            y, then = origins[one], origins[other]
            turn = ORIGINS - 20
            yield f"M{ORIGINS} {y:g}C{turn} {y:g} {turn} {then:g} {ORIGINS} {then:g}"


def _of_origins(placed: Mapping[int, tuple[float, Sequence[str]]]) -> Iterator[Label]:
    """Who each origin is; of several who count as one the second has a line where there is room."""
    heights = [y for y, _ in placed.values()]
    for y, (first, *more) in placed.values():
        if not more:
            yield _label(y, first, LONGEST_BOLD)
        elif any(one != y and abs(one - y) < 2 * LINE for one in heights):
            short = first if len(first) <= BRIEF else f"{first[:BRIEF]}…"
            yield Label(y, f"{short} +{len(more)}", ", ".join((first, *more)))
        else:
            yield _label(y - LINE / 2, first, LONGEST_BOLD)
            rest = more[0] if len(more) == 1 else f"{len(more)} more"
            yield _label(y + LINE / 2, f"+ {rest}", LONGEST_BOLD)


def _label(y: float, name: str, longest: int = LONGEST) -> Label:
    short = name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
    return Label(y, short, name if short != name else "")


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


def _lines(
    placed: Sequence[tuple[int, Row]],
    statements: Mapping[Way, float],
    origins: Mapping[int, float],
) -> dict[str, None]:
    """From each document past its stops to its statement, and on to each of its origins."""
    found: dict[str, None] = {}
    for height, row in placed:
        found[f"M{DOCUMENTS + 5} {height}H{TURN}"] = None
        x, y = TURN, float(height)
        key = row.statement, row.origins
        if key in statements:
            found[_curve(x, y, STATEMENTS, statements[key])] = None
            x, y = STATEMENTS, statements[key]
        for origin in row.origins:
            if origin in origins:
                found[_curve(x, y, ORIGINS, origins[origin])] = None
        if not row.origins:
            found[f"M{TURN} {height - 4}v8"] = None
    return found


@lru_cache(maxsize=1024)
def _curve(x: int, y: float, to: int, end: float) -> str:
    if y == end:
        return f"M{x} {y:g}H{to}"
    middle = (x + to) // 2
    return f"M{x} {y:g}C{middle} {y:g} {middle} {end:g} {to} {end:g}"
