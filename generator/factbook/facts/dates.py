"""Dates as people know them: to the day, to the month, about, from-to, one of.

The notation is EDTF (Library of Congress, ISO 8601-2), levels 0 and 1 as far as reports of events
need them, and `[a..b]` for one date out of a span. A date is a set of days: the usual one, and an
outermost one that `~` and `?` stretch by one unit (a day, a month, a year) to both sides.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from factbook.facts.sets import UNBOUNDED, Range

FORMS = "write 2020-12-20, 2020-12, 2020, 2020-12-20~, 2020-11/2020-12 or [2020-12-27..2020-12-31]"
_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<time>\d\d:\d\d(?::\d\d)?)(?P<zone>Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?(?P<doubt>[~?%])?"
)


class DateError(ValueError):
    """The text is no date; the message says so in the user's words."""


@dataclass(frozen=True, slots=True)
class Point:
    """One EDTF date: its usual and outermost days (proleptic ordinals), and its unit."""

    text: str
    usual: Range
    outermost: Range
    unit: str
    doubtful: bool
    time: str = ""


class Edtf:
    """A date expression: one point, or two with `lasted` (from-to) or without (one of).

    `points` is empty for `unknown`. A plain class rather than a dataclass, because msgspec would
    decode a dataclass from a mapping, where users write text.
    """

    __slots__ = ("lasted", "points", "text")

    def __init__(self, text: str, points: tuple[Point, ...], *, lasted: bool = False) -> None:
        self.text = text
        self.points = points
        self.lasted = lasted

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edtf) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"

    @property
    def known(self) -> bool:
        """Whether the date is more than `unknown`."""
        return bool(self.points)

    @property
    def timed(self) -> bool:
        """Whether a time of day is given."""
        return any(point.time for point in self.points)

    @property
    def usual(self) -> Range:
        """All days the expression means, taken at its word."""
        return _spanning([point.usual for point in self.points])

    @property
    def outermost(self) -> Range:
        """All days the expression can be stretched to."""
        return _spanning([point.outermost for point in self.points])


UNKNOWN_DATE = Edtf("unknown", ())


def as_date_text(written: object) -> str | None:
    """The text of a date as YAML hands it over; None for what can be none.

    `[2020-12-27..2020-12-31]` is EDTF for one day out of a span, and YAML for a list of one item.
    """
    if isinstance(written, str):
        return written
    match written:
        case [str(only)] if ".." in only:
            return f"[{only}]"
    return None


def parse_date(text: str) -> Edtf:
    """The date written as `text`; raises DateError with what is wrong and how to write it."""
    text = text.strip()
    if not text:
        raise DateError(f"there is nothing here; {FORMS}")
    if text == "unknown":
        return UNKNOWN_DATE
    if text.startswith("[") and text.endswith("]") and ".." in text:
        return _pair(text, *text[1:-1].split("..", 1), lasted=False)
    if "/" in text:
        return _pair(text, *text.split("/", 1), lasted=True)
    return Edtf(text, (_point(text),))


def _pair(text: str, first: str, last: str, *, lasted: bool) -> Edtf:
    points = (_end(first, last, text), _end(last, first, text))
    if points[0].usual.low > points[1].usual.high:
        raise DateError(f"{text} ends before it begins")
    return Edtf(text, points, lasted=lasted)


def _end(text: str, other: str, whole: str) -> Point:
    """One end of a pair; `..` or nothing is an open end."""
    if text.strip() not in {"", ".."}:
        return _point(text.strip())
    if other.strip() in {"", ".."}:
        raise DateError(f"{whole} has no end on either side; {FORMS}")
    everything = Range(-UNBOUNDED, UNBOUNDED)
    return Point("..", everything, everything, "open", doubtful=False)


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise DateError(f"{text} is no date; {FORMS}")
    year, month, day = (int(match[part]) if match[part] else 0 for part in ("year", "month", "day"))
    unit = "day" if match["day"] else "month" if match["month"] else "year"
    try:
        usual = _days(year, month, day)
        wider = _with_neighbours(year, month, day) if match["doubt"] else usual
    except (ValueError, OverflowError) as error:
        raise DateError(f"{text} is not in the calendar") from error
    time = (match["time"] or "") + (match["zone"] or "")
    _check_time(match["time"], text)
    return Point(text, usual, wider, unit, bool(match["doubt"]), time)


def _check_time(time: str | None, text: str) -> None:
    hours, minutes, seconds = ([*map(int, time.split(":")), 0][:3]) if time else (0, 0, 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        raise DateError(f"{text} is not on the clock")


def _days(year: int, month: int, day: int) -> Range:
    """The days of a year, of a month of it (month > 0), or the one day (day > 0)."""
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    return Range(first.toordinal(), last.toordinal())


def _with_neighbours(year: int, month: int, day: int) -> Range:
    """The unit with the one before and the one after."""
    return Range(_shifted(year, month, day, -1).low, _shifted(year, month, day, 1).high)


def _shifted(year: int, month: int, day: int, by: int) -> Range:
    """The unit before or after: the neighbouring day, month or year."""
    if day:
        ordinal = date(year, month, day).toordinal() + by
        return Range(ordinal, ordinal)
    if not month:
        return _days(year + by, 0, 0)
    months = year * 12 + month - 1 + by
    return _days(months // 12, months % 12 + 1, 0)


def _spanning(ranges: list[Range]) -> Range:
    """From the first bound to the last; an open end stays open."""
    bounded = [one for one in ranges if one.low > -UNBOUNDED or one.high < UNBOUNDED]
    low = ranges[0].low if ranges else -UNBOUNDED
    high = ranges[-1].high if ranges else UNBOUNDED
    return Range(low, high) if bounded else Range(-UNBOUNDED, UNBOUNDED)


def in_words(written: Edtf) -> str:
    """`20 December 2020`, `about December 2020`, `2019 to 2020`: for readers."""
    if not written.known:
        return "date unknown"
    words = [_point_in_words(point) for point in written.points]
    if len(words) == 1:
        return words[0]
    return f"{words[0]} to {words[1]}" if written.lasted else f"between {words[0]} and {words[1]}"


def _point_in_words(point: Point) -> str:
    if point.unit == "open":
        return "an unknown date"
    first = date.fromordinal(int(point.usual.low))
    month = f"{_MONTHS[first.month - 1]} {first.year}"
    words = {"day": f"{first.day} {month}", "month": month, "year": str(first.year)}[point.unit]
    clock = f", {point.time.replace('Z', ' UTC')}" if point.time else ""
    return ("about " if point.doubtful else "") + words + clock


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
