"""How people write dates, and what they would be in EDTF: `20 December 2020` is 2020-12-20.

These are guesses for error messages only. Whoever offers one to a user must first see whether it is
a date; where two are possible, as with 05/06/2020, both are given.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from factbook.facts.days import MONTHS, SEASONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Guess = Callable[[re.Match[str]], Iterator[str]]
    Forms = tuple[tuple[re.Pattern[str], Guess], ...]

LONGEST = 60  # characters; what is longer is prose
_DATE = r"[0-9]{4}(?:-[0-9]{2}){0,2}"


def better_dates(text: str) -> list[str]:
    """What `text` may be in EDTF, the likeliest reading first; nothing if nothing comes to mind."""
    if len(text) > LONGEST:
        return []
    return list(dict.fromkeys(one for one in _guesses(_plain(text)) if one != text))


def _guesses(text: str) -> Iterator[str]:
    """The text itself, and what the first form that it has would be, of one date or of two."""
    yield from _dates(text)
    yield from _first(text, SPANS)


def _dates(text: str) -> Iterator[str]:
    """The text itself, and what it would be as one date.

    The two dates of a span are read by this and not by `_guesses`: spans within spans would be
    guessed at for hours.
    """
    yield text
    yield from _first(text, DATES)


def _first(text: str, forms: Forms) -> Iterator[str]:
    for form, guess in forms:
        if match := form.fullmatch(text):
            yield from guess(match)
            return


def _plain(text: str) -> str:
    """Digits and dashes of other scripts as those of EDTF, no weekday, no doubled spaces."""
    digits = (str(unicodedata.decimal(one, one)) for one in text)
    plain = re.sub("[\u2010-\u2015\u2212]", "-", "".join(digits))
    plain = re.sub(r"^(?:on )?[A-Za-z]{3,6}day,? ", "", plain)
    return re.sub(r"\s+", " ", plain).strip()


def _written(year: str, month: str, day: str = "") -> str:
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _month(name: str) -> str:
    """`12` for December or Dec, `21` for spring; nothing for another word."""
    name = name.lower().rstrip(".")
    codes = {word.lower(): code for code, word in enumerate(MONTHS, start=1)}
    codes |= {word: code for code, (word, _) in SEASONS.items()} | {"fall": 23}
    found = [code for word, code in codes.items() if len(name) >= 3 and word.startswith(name)]
    return str(found[0]) if found else ""


def _by_name(match: re.Match[str]) -> Iterator[str]:
    """`20 December 2020`, `December 20, 2020`, `spring 2020`."""
    parts = match.groupdict()
    if month := _month(parts["month"]):
        yield _written(parts["year"], month, parts.get("day") or "")


def _by_numbers(match: re.Match[str]) -> Iterator[str]:
    yield _written(*match.groups(default=""))


def _day_first(match: re.Match[str]) -> Iterator[str]:
    """31.12.2020 puts the day first; 12/20/2020 may put the month first."""
    first, mark, second, year = match.groups()
    yield _written(year, second, first)
    if mark != ".":
        yield _written(year, first, second)


def _time(match: re.Match[str]) -> Iterator[str]:
    """`2020-12-20 9:30 +3`: the date may itself need mending."""
    day, hour, minute, second, zone = match.groups()
    clock = f"{int(hour):02}:{minute}" + (f":{second}" if second else "")
    for one in _dates(day):
        yield f"{one}T{clock}{_zone(zone or '')}"


def _zone(written: str) -> str:
    if not written or written.upper() in {"Z", "UTC", "GMT"}:
        return "Z" if written else ""
    digits = written[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{written[0]}{int(hours):02}:{minutes}"


def _about(match: re.Match[str]) -> Iterator[str]:
    yield from (f"{one}~" for one in _dates(match[1]))


def _both(form: str) -> Guess:
    """A guess for two dates in one text, each of which may need mending."""

    def guess(match: re.Match[str]) -> Iterator[str]:
        for first in _dates(match[1]):
            for last in _dates(match[2]):
                yield form.format(first, last)

    return guess


def _one(form: str, by: int | None = None) -> Guess:
    """A guess for a date after a word; `by` shifts a year, since `before 2020` leaves 2020 out."""

    def guess(match: re.Match[str]) -> Iterator[str]:
        if by is None:
            yield from (form.format(one) for one in _dates(match[1]))
        else:
            yield form.format(f"{int(match[1]) + by:04}")

    return guess


def _letters(match: re.Match[str]) -> Iterator[str]:
    """`202x`, `2020-12-??`, `2020-12-20t21:30z`: the right shape in other letters."""
    yield re.sub(r"[U?_*]", "X", match[0].upper())
    yield match[0].upper()


def _form(pattern: str, guess: Guess) -> tuple[re.Pattern[str], Guess]:
    return re.compile(pattern, re.ASCII | re.IGNORECASE), guess


# Of the forms of one date, and of those of a span, the first that fits decides.
DATES: Forms = (
    _form(r"(?:about|around|approximately|circa|ca?\.?|~) ?(.+)", _about),
    _form(
        r"(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<month>[a-z]+)\.?,? (?P<year>\d{4})", _by_name
    ),
    _form(r"(?P<month>[a-z]+)\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>\d{4})", _by_name),
    _form(r"(?:in |the )*(?P<month>[a-z]+)\.?(?:,| of)? (?P<year>\d{4})", _by_name),
    _form(r"(\d{4})[-/. ](\d\d?)(?:[-/. ](\d\d?))?", _by_numbers),
    _form(r"(\d{4})(\d\d)(\d\d)", _by_numbers),
    _form(r"(\d\d?)([-/. ])(\d\d?)\2(\d{4})", _day_first),
    _form(r"(\d{5,15})", _one("Y{}", by=0)),
    _form(r"Y(-?\d{1,4})", _one("{}", by=0)),
    _form(r"(.+?)(?:~\?|\?~)", _one("{}%")),
    _form(r"(?:the |in )*(\d{3})0s", _one("{}X")),
    _form(
        r"(.+?)(?: at |, ?| |T)(\d\d?)[:.](\d\d)(?:[:.](\d\d))? ?(z|utc|gmt|[-+]\d\d?(?::?\d\d)?)?",
        _time,
    ),
    _form(r"[-\dxut?_*:z+]+", _letters),
)
SPANS: Forms = (
    _form(r"before (\d{4})", _one("[..{}]", by=-1)),
    _form(r"after (\d{4})", _one("[{}..]", by=1)),
    _form(r"(?:until|till|up to) (.+)", _one("../{}")),
    _form(r"since (.+)", _one("{}/..")),
    _form(r"between (.+) and (.+)", _both("[{}..{}]")),
    _form(r"[\[{](.+?) ?(?:,|\.\.|or) ?(.+)[\]}]", _both("[{}..{}]")),
    _form(r"(?:from )?(.+?)(?: to | until | till | - |--|\.\.+)(.+)", _both("{}/{}")),
    _form(rf"({_DATE})-({_DATE})", _both("{}/{}")),
)
