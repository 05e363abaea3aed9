"""Days, months, years and seasons as ranges of day numbers, for any year of the calendar.

Day 1 is the first of January of the year 1, as in Python's `date.toordinal`; unlike there, years
before 1 and after 9999 are counted too. The calendar is the Gregorian one, carried on both ways.
"""

from __future__ import annotations

import math

from factbook.facts.sets import Range, Ranges, joined

MONTHS = (
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
# The month a season begins in, north and south of the equator; month 0 is December of the year
# before, since "winter 2020" may be the one that ended in 2020 or the one that began in it.
SEASONS = {
    21: ("spring", (3, 9)),
    22: ("summer", (0, 6, 12)),
    23: ("autumn", (3, 9)),
    24: ("winter", (0, 6, 12)),
}
_LENGTH = 3  # months of a season


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day; `month` is 1 to 12."""
    # Years are counted from March, so that the leap day is the last of a year.
    march_year = year - (month <= 2)
    since_march = (month + 9) % 12
    leap_days = march_year // 4 - march_year // 100 + march_year // 400
    return 365 * march_year + leap_days + (since_march * 306 + 5) // 10 + day - 306


def year_of(day: float) -> int:
    """The year a day lies in."""
    year = int((day - 1) // 365.2425) + 1
    while day_number(year, 1, 1) > day:
        year -= 1
    while day_number(year + 1, 1, 1) <= day:
        year += 1
    return year


def years(first: int, last: int) -> Range:
    """All days of some years."""
    return Range(day_number(first, 1, 1), day_number(last, 12, 31))


def months(year: int, first: int, last: int) -> Range:
    """All days of some months; 0 is December of the year before, 13 January of the next."""
    return Range(_first_day(year, first), _first_day(year, last + 1) - 1)


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    return _first_day(year, month + 1) - _first_day(year, month)


def season(year: int, code: int, reach: int) -> Ranges:
    """All days that a season can mean, wherever it is told of, and `reach` months further."""
    _, starts = SEASONS[code]
    return joined(
        tuple(months(year, start - reach, start + _LENGTH - 1 + reach) for start in starts)
    )


def _first_day(year: int, month: int) -> int:
    return day_number(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def iso_day(number: float) -> str | None:
    """`2020-12-20` for the number of a day; None where there is no bound.

    Years before 1 and after 9999 are written as they are counted: `-0043-03-15`, `12000-01-01`.
    """
    if math.isinf(number):
        return None
    era, of_era = divmod(int(number) + 305, 146097)
    of_year = of_era - of_era // 1460 + of_era // 36524 - of_era // 146096
    year = of_year // 365
    day = of_era - (365 * year + year // 4 - year // 100)
    march = (5 * day + 2) // 153
    month = march + 3 if march < 10 else march - 9
    year += era * 400 + (month <= 2)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day - (153 * march + 2) // 5 + 1:02}"
