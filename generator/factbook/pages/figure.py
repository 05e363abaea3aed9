"""The number line of a conflict.

A position is a mark where it names a number, a bar where it is a range, an arrow where it has no
upper end.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from factbook.facts.sets import highest, lowest
from factbook.facts.values import Count
from factbook.pages.contested import Figure, FigureRow
from factbook.pages.holders import holders_in_words
from factbook.weighing.comparing.coverage import WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.pages.contested import PositionView
    from factbook.weighing.conflict import Weighed

MOST_TICKS = 11
WIDE_LABEL = 3  # characters; wider labels need more room
MARGIN = 4.0  # percent kept free at both ends


def figure(
    positions: Sequence[tuple[Weighed, PositionView]], question: str, unit: str
) -> Figure | None:
    """The figure of a conflict, where a number line says something true.

    Only counts without qualifiers lie on it: soldiers and civilians do not share a line. At least
    two of them must disagree.
    """
    counts = [
        (one.position.value, view)
        for one, view in positions
        if isinstance(one.position.value, Count)
        and not one.position.denied
        and one.position.coverage == WHOLE
    ]
    bounds = [bound for value, _ in counts for bound in _bounds(value) if math.isfinite(bound)]
    if len({view.mark for _, view in counts if view.mark}) < 2 or max(bounds) < 2:
        return None
    ticks = MOST_TICKS if len(f"{max(bounds):,.0f}") <= WIDE_LABEL else MOST_TICKS // 2
    step = _round_step(max(bounds) / (ticks - 2))
    top = (math.floor(max(bounds) / step) + 2) * step
    rows = tuple(_row(value, view, top) for value, view in counts)
    labels = tuple((_percent(number, top), f"{number:,}") for number in range(0, top + 1, step))
    said = (f"{row.label}: {view.value}" for row, (_, view) in zip(rows, counts, strict=True))
    return Figure(labels, rows, f"{question} {'; '.join(said)}", unit)


def _round_step(least: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 … that is no smaller."""
    power = int(10 ** math.floor(math.log10(max(1.0, least))))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least)


def _bounds(value: Count) -> tuple[float, float]:
    return lowest(value.numbers.usual), highest(value.numbers.usual)


def _row(value: Count, view: PositionView, top: int) -> FigureRow:
    low, high = _bounds(value)
    is_open = math.isinf(high)
    is_one_of = len(value.numbers.usual) > 1
    return FigureRow(
        label=_label(view),
        points=tuple(_percent(number, top) for number in _points(value)),
        start=_percent(low, top),
        end=_percent(low, top)
        if is_one_of
        else 100.0 - MARGIN / 2
        if is_open
        else _percent(high, top),
        open_end=is_open,
        mark=view.mark,
    )


def _points(value: Count) -> list[float]:
    """The numbers that a count names: itself, its bound, each of two, its best estimate."""
    low, high = _bounds(value)
    if value.numbers.best is not None:
        return [value.numbers.best]
    if len(value.numbers.usual) > 1:
        return [one.low for one in value.numbers.usual]
    if low == high or math.isinf(high):
        return [low]
    if low == 0:
        return [high]
    is_soft = value.numbers.usual != value.numbers.outermost
    return [(low + high) / 2] if is_soft else []


def _label(view: PositionView) -> str:
    """Who speaks, and of what if that is not what the conflict asks."""
    words = holders_in_words(view.claims)
    return f"{words} ({view.attribute.lower()})" if view.attribute else words


def _percent(number: float, top: int) -> float:
    return round(MARGIN + number / top * (100 - 2 * MARGIN), 2)
