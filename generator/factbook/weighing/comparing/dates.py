"""Dates as sets of days, or of seconds where both sides give the time.

Dates of what happened are local to its place, and a day apart contradicts; only dates of statements
and publications tolerate a day where a time zone is missing. Two spans that lasted are compared by
their ends.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from factbook.facts.edtf import DAY, EARLIEST_ZONE, LATEST_ZONE
from factbook.facts.sets import Range, meet, wider
from factbook.weighing.comparing.cover import (
    AROUND,
    CROSSING,
    EQUAL,
    INSIDE,
    OPEN,
    Compared,
    Cover,
)
from factbook.weighing.comparing.numbers import compare_sets

if TYPE_CHECKING:
    from factbook.facts.dates import Edtf
    from factbook.facts.edtf import Clock, Point

NO_DAY = Compared(Cover.APART, "They share no day.")
NO_DAY_IN_ANY_ZONE = Compared(Cover.APART, "They share no day, in whatever time zone.")
OTHER_TIME = Compared(Cover.APART, "They are different times.")
NO_ZONE = Compared(Cover.OPEN, "One of the two times lacks a time zone.")
ZONE_MAY_EXPLAIN = Compared(Cover.OPEN, "A time zone is missing, and can make up the difference.")
UNIVERSAL = Compared(
    Cover.OPEN, "One gives universal time; which day that was at the place is not said."
)


def compare_dates(one: Edtf, other: Edtf, tolerance: int = 0) -> Compared:
    """How two dates stand to each other.

    `tolerance` is by how many days two dates may differ where one lacks a time zone: none for what
    happened, which is dated at its place; one for statements and publications.
    """
    if not one.known or not other.known:
        return OPEN
    if not one.lasted or not other.lasted:
        return _points(one.whole, other.whole, tolerance)
    ends = zip(one.points, other.points, ("beginnings", "ends"), strict=True)
    found = [
        Compared(Cover.APART, f"Their {name} lie apart.") if each.cover is Cover.APART else each
        for a, b, name in ends
        if (each := _points(a, b, tolerance)) != EQUAL
    ]
    for cover in (Cover.APART, Cover.OPEN):
        if first := next((each for each in found if each.cover is cover), None):
            return first
    if not found:
        return EQUAL
    return found[0] if len({each.cover for each in found}) == 1 else CROSSING


def _points(one: Point, other: Point, tolerance: int) -> Compared:
    """By the clock where both give a time on the same clock, else by the days as written."""
    if one.clock and other.clock:
        return _clocks(one, other, one.clock, other.clock, tolerance)
    compared = compare_sets((one.usual, one.outermost), (other.usual, other.outermost), NO_DAY)
    if compared is EQUAL and (one.clock or other.clock):
        return INSIDE if one.clock else AROUND  # the hour refines the day
    if compared is NO_DAY and (_can_be_on(one, other) or _can_be_on(other, one)):
        return UNIVERSAL
    return _or_tolerated(compared, one, other, tolerance)


def _can_be_on(timed: Point, day: Point) -> bool:
    """Whether a time in UTC can fall on a day, as days are counted somewhere on Earth."""
    if timed.clock is None or not timed.clock.universal:
        return False
    here = timed.clock.outermost
    first, last = _day(here.low + EARLIEST_ZONE), _day(here.high + LATEST_ZONE)
    return meet((Range(first, last),), day.outermost)


def _day(second: float) -> float:
    return second if math.isinf(second) else second // DAY


def _clocks(one: Point, other: Point, mine: Clock, theirs: Clock, tolerance: int) -> Compared:
    """Two times: with zones they are instants, without they are both taken as of the place."""
    if mine.zoned != theirs.zoned:
        near = _near(one, other, max(1, tolerance))
        return NO_ZONE if near else NO_DAY_IN_ANY_ZONE
    compared = compare_sets(
        ((mine.usual,), (mine.outermost,)), ((theirs.usual,), (theirs.outermost,)), OTHER_TIME
    )
    return compared if mine.zoned else _or_tolerated(compared, one, other, tolerance)


def _or_tolerated(compared: Compared, one: Point, other: Point, tolerance: int) -> Compared:
    """What was found, unless a time zone that is missing may make up the difference."""
    if compared.cover is Cover.APART and tolerance and _near(one, other, tolerance):
        return ZONE_MAY_EXPLAIN
    return compared


def _near(one: Point, other: Point, days: int) -> bool:
    """Whether two dates are at most so many days apart."""
    return meet(wider(one.outermost, days), other.outermost)
