"""One date in EDTF (Library of Congress, ISO 8601-2), levels 0 and 1: from text to sets of days.

A date is a set of days: the usual ones, and outermost ones. `~`, `?` and `%` stretch a date by one
unit to both sides (an hour, a day, a month, a year, ten years for 202X); a season stretches by a
month of itself, and since EDTF does not say on which half of the Earth it was, it means either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factbook.facts import days
from factbook.facts.sets import Range, Ranges

_POINT = re.compile(
    r"(?P<year>-?[0-9]{4}|-?[0-9]{3}X|-?[0-9]{2}XX|Y-?[0-9]{5,15})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)"
    r"(?:T(?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?P<zone>Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?)?)?"
    r"(?P<doubt>[~?%])?"
)
DAY, HOUR, MINUTE = 86_400, 3_600, 60  # in seconds
FARTHEST_ZONE = 14 * 60  # in minutes: UTC+14, on the Line Islands
EARLIEST_ZONE, LATEST_ZONE = -12 * 3_600, 14 * 3_600  # in seconds: from Baker Island on


class DateError(ValueError):
    """The text is no date; the message says so in the user's words."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as a span of seconds: since day 0 in UTC if `zoned`, else at the place.

    `universal` times are given in UTC, so that the day they are written with may be another one at
    the place.
    """

    zoned: bool
    usual: Range
    outermost: Range
    universal: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One EDTF date: its days as written, where it was written, and its time of day if given.

    `words` are for readers; `vague` dates are some day out of what the words say; `doubt` is the
    qualifier. An open end has the text `..` or none.
    """

    text: str
    usual: Ranges
    outermost: Ranges
    words: str
    doubt: str = ""
    vague: bool = False
    clock: Clock | None = None


def parse_point(text: str) -> Point:
    """The date written as `text`; raises DateError."""
    match = _POINT.fullmatch(text)
    if not match:
        raise DateError(f"{text or 'nothing'} is no date")
    year, month, day = match["year"], match["month"], match["day"]
    _check_order(text, match)
    doubt = match["doubt"] or ""
    if "X" in year or not month or month == "XX":
        return _years(text, year, doubt, vague="X" in f"{year}{month}")
    number = _plain_year(text, year)
    if int(month) in days.SEASONS:
        return _season(text, number, int(month), doubt)
    if not 1 <= int(month) <= 12:
        raise DateError(
            f"{text} is not in the calendar: months are 01 to 12, and seasons 21 to 24 "
            "(spring, summer, autumn, winter)"
        )
    if not day or day == "XX":
        return _month(text, number, int(month), doubt, vague=bool(day))
    length = days.month_length(number, int(month))
    if not 1 <= int(day) <= length:
        name = f"{days.MONTHS[int(month) - 1]} {year_in_words(number)}"
        raise DateError(f"{text} is not in the calendar: {name} has {length} days")
    return _day(text, (number, int(month), int(day)), match)


def _check_order(text: str, match: re.Match[str]) -> None:
    """Refuse forms that only level 2 has, and what makes no sense."""
    year, month, day = match["year"], match["month"], match["day"]
    if month and ("X" in year or year[0] == "Y"):
        raise DateError(f"{text} says a month of a year that is not given in four digits")
    if month == "XX" and day and day != "XX":
        raise DateError(f"{text} says a day, but not of which month")
    if day and month[0] == "2":
        raise DateError(f"{text} says a day of a season; write its month, 01 to 12")
    if match["clock"] and day == "XX":
        raise DateError(f"{text} says an hour, but not of which day")


def _plain_year(text: str, year: str) -> int:
    """The number of a year that is written in full."""
    number = int(year.removeprefix("Y"))
    if year[0] == "Y" and -10_000 < number < 10_000:
        raise DateError(f"{text} needs no Y; write {'-' if number < 0 else ''}{abs(number):04}")
    if year == "-0000":
        raise DateError("-0000 is no date; the year before 0001 is 0000")
    return number


def _years(text: str, year: str, doubt: str, *, vague: bool) -> Point:
    """A year, or ten or a hundred of them: 2020, 202X, 20XX; also some day in a year, 2020-XX."""
    if "X" not in year:
        first = last = _plain_year(text, year)
    else:
        first, last = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    size = last - first + 1
    words = year_in_words(first)
    if size > 1:
        words = f"the years {words} to {year_in_words(last)}"
    if size == 10 and first >= 1000:
        words = f"the {first}s"
    usual, further = days.years(first, last), days.years(first - size, last + size)
    return Point(text, (usual,), (further if doubt else usual,), words, doubt, vague)


def year_in_words(year: int) -> str:
    """`2020`, `AD 33`, `6 BC` for -5 (there was no year 0), `the year 170000002`."""
    if year < 1:
        return f"{1 - year} BC"
    if year < 1000:
        return f"AD {year}"
    return str(year) if year < 10_000 else f"the year {year}"


def _season(text: str, year: int, code: int, doubt: str) -> Point:
    words = f"{days.SEASONS[code][0]} {year_in_words(year)}"
    outermost = days.season(year, code, reach=3 if doubt else 1)
    return Point(text, days.season(year, code, reach=0), outermost, words, doubt)


def _month(text: str, year: int, month: int, doubt: str, *, vague: bool) -> Point:
    usual = days.months(year, month, month)
    further = days.months(year, month - 1, month + 1)
    words = f"{days.MONTHS[month - 1]} {year_in_words(year)}"
    return Point(text, (usual,), (further if doubt else usual,), words, doubt, vague)


def _day(text: str, day: tuple[int, int, int], match: re.Match[str]) -> Point:
    """A day, with or without a time of day."""
    year, month, of_month = day
    number = days.day_number(*day)
    words = f"{of_month} {days.MONTHS[month - 1]} {year_in_words(year)}"
    doubt = match["doubt"] or ""
    usual = Range(number, number)
    if not match["clock"]:
        return Point(text, (usual,), (usual.wider(1 if doubt else 0),), words, doubt)
    here = _on_clock(text, match["clock"])
    here = Range(number * DAY + here.low, number * DAY + here.high)
    reach = here.wider(HOUR if doubt else 0)
    zone = _zone(text, match["zone"])
    ahead = (zone or 0) * MINUTE
    clock = Clock(
        zoned=zone is not None,
        usual=Range(here.low - ahead, here.high - ahead),
        outermost=Range(reach.low - ahead, reach.high - ahead),
        universal=match["zone"] == "Z",
    )
    outermost = Range(reach.low // DAY, reach.high // DAY)
    words = f"{words}, {match['clock']}{_zone_in_words(zone)}"
    return Point(text, (usual,), (outermost,), words, doubt, clock=clock)


def _on_clock(text: str, written: str) -> Range:
    """The seconds since midnight: one, or the sixty of a minute."""
    hours, minutes, *second = map(int, written.split(":"))
    if (hours, minutes) == (24, 0):
        raise DateError(f"{text} is not on the clock; write 00:00 of the next day")
    if hours > 23 or minutes > 59 or (second and second[0] > 59):
        raise DateError(f"{text} is not on the clock: the day ends at 23:59:59")
    start = hours * HOUR + minutes * MINUTE
    return Range(start + second[0], start + second[0]) if second else Range(start, start + 59)


def _zone(text: str, written: str | None) -> int | None:
    """How many minutes a zone is ahead of UTC; None where no zone is given."""
    if not written or written == "Z":
        return 0 if written else None
    hours, _, minutes = written[1:].partition(":")
    ahead = int(hours) * 60 + int(minutes or 0)
    if ahead > FARTHEST_ZONE or int(minutes or 0) > 59:
        raise DateError(f"{text} has a time zone that does not exist; write Z, +03:00 or -04:30")
    return -ahead if written[0] == "-" else ahead


def _zone_in_words(ahead: int | None) -> str:
    """` UTC`, ` UTC+3`, ` UTC-4:30`; nothing where no zone is given."""
    if ahead is None:
        return ""
    hours, minutes = divmod(abs(ahead), 60)
    sign = "-" if ahead < 0 else "+"
    return " UTC" + (f"{sign}{hours}" if ahead else "") + (f":{minutes:02}" if minutes else "")
