"""Quantities with a unit: `5 km`, `about 20 kg`, `at least 1.5 t`, `10 to 12 m`.

A quantity is a set of numbers in the base unit of its dimension: 1.5 t and 1500 kg are one value.
The table of units is our own: it holds what reports of events give, and only units that are exact.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from factbook.facts.counts import Numbers
from factbook.facts.number_hints import better_amount
from factbook.facts.sets import UNBOUNDED, Range


class Unit(NamedTuple):
    """What a unit measures, and how many of the base unit of that it is."""

    dimension: str
    size: Fraction


def _units(dimension: str, sizes: str) -> dict[str, Unit]:
    pairs = (one.split("=") for one in sizes.split())
    return {name: Unit(dimension, Fraction(size)) for name, size in pairs}


UNITS = {
    **_units("length", "m=1 km=1000 cm=0.01 mm=0.001 mi=1609.344 ft=0.3048 nmi=1852"),
    **_units("mass", "kg=1 g=0.001 t=1000 lb=0.45359237"),
    **_units("time", "s=1 min=60 h=3600 d=86400"),
    **_units("area", "m2=1 km2=1000000 ha=10000"),
}
IN_WORDS = {
    "m": "metre meter metres meters", "km": "kilometre kilometer kilometres kilometers kms",
    "cm": "centimetre centimeter centimetres centimeters",
    "mm": "millimetre millimeter millimetres millimeters",
    "mi": "mile miles", "ft": "foot feet", "nmi": "nm",
    "kg": "kilo kilos kgs kilogram kilograms kilogramme kilogrammes",
    "g": "gram grams gramme grammes", "t": "tonne tonnes", "lb": "lbs pound pounds",
    "s": "sec secs second seconds", "min": "mins minute minutes", "h": "hr hrs hour hours",
    "d": "day days", "m2": "m² sqm", "km2": "km² sqkm", "ha": "hectare hectares",
}  # fmt: skip
_SYMBOL_OF = {word: unit for unit, words in IN_WORDS.items() for word in words.split()}
SHOWN = {"m2": "m²", "km2": "km²"}
FORMS = "write 5 km, about 20 kg, at least 1.5 t, less than 3 h, 10 to 12 m, none or unknown"

_NUMBER = r"([0-9]{1,12}(?:\.[0-9]{1,9})?)"
_UNIT = r"(?: (?P<unit>[^\s,0-9][^\s,]*))?"
_HEAD = r"(?:(at least|at most|more than|less than|nearly|about) )?"
_SINGLE = re.compile(rf"{_HEAD}{_NUMBER}{_UNIT}")
_PAIR = re.compile(rf"{_NUMBER} (to|or) {_NUMBER}{_UNIT}(?:, best {_NUMBER})?")


class QuantityError(ValueError):
    """The text is no quantity, or one of another kind; the message says so in the user's words."""


class ReversedQuantityError(QuantityError):
    """The lower bound stands above the upper one."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity: its numbers in the base unit of its dimension, and the unit it was given in.

    `rounding` is half a unit of the last digit written: 5.2 km may be anything about 5.15 to 5.25.
    """

    dimension: str
    numbers: Numbers
    unit: str = field(compare=False)
    rounding: float = field(compare=False)


def parse_quantity(text: str, default: str) -> Measure:
    """The quantity `text` means; `default` is the unit of a bare number, and says what is measured.

    Raises QuantityError, or ReversedQuantityError for `12 to 10 m`.
    """
    if default and default not in UNITS:
        raise QuantityError(f"{default} is no unit known here; known are {', '.join(UNITS)}")
    message = f"{text or 'nothing'} is no quantity; {FORMS}"
    try:
        found = _parsed(text, default)
    except ReversedQuantityError:
        raise
    except QuantityError as error:
        found, message = None, str(error)
    if found is not None:
        return found
    if better := _better(text, default):
        raise QuantityError(f"write {better}, not {text}")
    raise QuantityError(message)


def _better(text: str, default: str) -> str | None:
    """How to write the quantity meant by `text`; None where nothing comes to mind."""
    if _readable(_with_symbol(text), default):
        return _with_symbol(text)
    better = better_amount(text, lambda one: _readable(_with_symbol(one), default))
    return _with_symbol(better) if better else None


def _with_symbol(text: str) -> str:
    """`5 km` for `5 kilometres` and `5km`."""
    spaced = re.sub(r"([0-9])([^\s0-9.,])", r"\1 \2", text)
    words = (_SYMBOL_OF.get(word.rstrip("."), word) for word in spaced.split())
    return " ".join(words)


def _readable(text: str, default: str) -> Measure | None:
    try:
        return _parsed(text, default)
    except QuantityError:
        return None


def _parsed(text: str, default: str) -> Measure | None:
    """The quantity; None for what has no form of one."""
    if text == "none" and default:
        nothing = (Range(0, 0),)
        return Measure(UNITS[default].dimension, Numbers(nothing, nothing), default, 0)
    match = _SINGLE.fullmatch(text) or _PAIR.fullmatch(text)
    if match is None:
        return None
    name = match["unit"] or default
    unit = _unit(text, name, default)
    written = [one for one in match.groups() if one and one[0].isdigit()]
    numbers = [Fraction(one) * unit.size for one in written]
    if match.re is _SINGLE:
        found = _single(text, match[1] or "", numbers[0])
    else:
        found = _pair(text, match[2], numbers)
    digits = max(len(one.partition(".")[2]) for one in written)
    return Measure(unit.dimension, found, name, float(unit.size / 2 / 10**digits))


def _unit(text: str, name: str, default: str) -> Unit:
    """The unit called `name`, which must measure what the default unit measures."""
    if not name:
        raise QuantityError(f"{text} has no unit; known are {', '.join(UNITS)}")
    if name not in UNITS:
        raise QuantityError(f"{name} is no unit known here; known are {', '.join(UNITS)}")
    if default and UNITS[name].dimension != UNITS[default].dimension:
        raise QuantityError(
            f"{name} is a unit of {UNITS[name].dimension}; here {UNITS[default].dimension} is "
            f"measured, in {default}"
        )
    return UNITS[name]


def _single(text: str, word: str, number: Fraction) -> Numbers:
    """±10 % usually, ±50 % at the outermost for soft words; `nearly` usually stays below."""
    at = float(number)
    if word == "less than" and at == 0:
        raise ReversedQuantityError(f"{text} is not possible")
    if word in {"nearly", "about"}:
        near, far = number / 10, number / 2
        above = at if word == "nearly" else float(number + near)
        usual = (Range(float(number - near), above),)
        return Numbers(usual, (Range(float(number - far), float(number + far)),))
    low, high = {
        "": (at, at),
        "at least": (at, UNBOUNDED),
        "at most": (0.0, at),
        "more than": (math.nextafter(at, UNBOUNDED), UNBOUNDED),
        "less than": (0.0, math.nextafter(at, 0)),
    }[word]
    return Numbers((Range(low, high),), (Range(low, high),))


def _pair(text: str, word: str, numbers: list[Fraction]) -> Numbers:
    low, high, *best = map(float, numbers)
    if low > high or (best and not low <= best[0] <= high):
        raise ReversedQuantityError(f"{text} has its bounds the wrong way round")
    if best and word == "or":
        raise QuantityError(f"{text}: a best estimate goes with a range, 5 to 12 km, best 7")
    ranges = (Range(low, high),) if word == "to" else (Range(low, low), Range(high, high))
    return Numbers(ranges, ranges, best[0] if best else None)


def unit_in_words(unit: str) -> str:
    """`m²` for m2; other units as they are written."""
    return SHOWN.get(unit, unit)
