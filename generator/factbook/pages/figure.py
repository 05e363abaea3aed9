"""The number line of a conflict.

Each position is a mark, with a bar where it is a range and an arrow where it has no upper end.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from factbook.facts.sets import highest, lowest
from factbook.facts.values import Count
from factbook.pages.view import Figure, FigureRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.pages.view import PositionView
    from factbook.weighing.weigh import Weighed

MOST_TICKS = 11
MOST_NAMES = 2
MARGIN = 4.0  # percent kept free at both ends


def figure(positions: Sequence[tuple[Weighed, PositionView]]) -> Figure | None:
    """The figure of a conflict, where a number line says something true.

    Only counts without qualifiers lie on it: soldiers and civilians do not share a line. At least
    two of them must disagree.
    """
    counts = [
        (one.position.value, view)
        for one, view in positions
        if isinstance(one.position.value, Count)
        and not one.position.denied
        and not one.position.scope
    ]
    bounds = [bound for value, _ in counts for bound in _bounds(value) if math.isfinite(bound)]
    if sum(view.mark > 0 for _, view in counts) < 2 or max(bounds) < 2:
        return None
    step = max(1, math.ceil(max(bounds) / (MOST_TICKS - 2)))
    top = (math.floor(max(bounds) / step) + 2) * step
    rows = tuple(_row(value, view, top) for value, view in counts)
    ticks = tuple((_percent(number, top), str(number)) for number in range(0, top + 1, step))
    said = (f"{row.label}: {view.value}" for row, (_, view) in zip(rows, counts, strict=True))
    return Figure(ticks, rows, "; ".join(said))


def _bounds(value: Count) -> tuple[float, float]:
    return lowest(value.numbers.usual), highest(value.numbers.usual)


def _row(value: Count, view: PositionView, top: int) -> FigureRow:
    low, high = _bounds(value)
    is_open = math.isinf(high)
    return FigureRow(
        label=_label(view),
        start=_percent(low, top),
        end=100.0 - MARGIN / 2 if is_open else _percent(high, top),
        open_end=is_open,
        mark=view.mark,
    )


def _label(view: PositionView) -> str:
    """Who speaks, and of what if that is not what the conflict asks."""
    names = [speaker.text for claim in view.claims for speaker in claim.speakers]
    named = list(dict.fromkeys(names)) or ["A document itself"]
    more = len(named) - MOST_NAMES
    words = " and ".join(named) if more <= 0 else f"{named[0]} and {more + 1} more"
    return f"{words} ({view.attribute.lower()})" if view.attribute else words


def _percent(number: float, top: int) -> float:
    return round(MARGIN + number / top * (100 - 2 * MARGIN), 2)
