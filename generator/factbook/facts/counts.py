"""Counts as people give them: `8`, `at least 8`, `nearly 30`, `5 to 12`, `several`, `none`.

A count is a set of whole numbers. Soft words have two: what they usually mean, and the outermost
they can be stretched to. Only counts whose outermost ranges are disjoint can contradict each other.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.sets import UNBOUNDED, Range, Ranges

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMS = (
    "write it in digits: 8, at least 8, at most 8, more than 5, fewer than 5, nearly 30, about 8, "
    "5 to 12, 5 or 7, none or unknown"
)
ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_NUMBER = r"(\d{1,12})"
_SOFT = re.compile(rf"(nearly|about) {_NUMBER}")
_BOUND = re.compile(rf"(at least|at most|more than|fewer than) {_NUMBER}")
_PAIR = re.compile(rf"{_NUMBER} (to|or) {_NUMBER}(?:, best {_NUMBER})?")


class CountError(ValueError):
    """The text is no count; the message says so in the user's words."""


class ReversedBoundsError(CountError):
    """The lower bound stands above the upper one."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a count can mean: usually, at the outermost, and the best estimate if one is given."""

    usual: Ranges
    outermost: Ranges
    best: int | None = None


def parse_count(text: str, words: Mapping[str, Numbers]) -> Numbers:
    """The numbers `text` means; `words` are the vocabulary's words for numbers.

    Raises CountError, or ReversedBoundsError for `12 to 5`.
    """
    if re.fullmatch(_NUMBER, text):
        return _exactly(int(text), int(text))
    if text == "none":
        return _exactly(0, 0)
    if text in words:
        return words[text]
    if text in ORDINALS:
        return _exactly(ORDINALS.index(text) + 1, UNBOUNDED)
    if match := _BOUND.fullmatch(text):
        return _bound(match[1], int(match[2]))
    if match := _SOFT.fullmatch(text):
        return _soft(match[1], int(match[2]))
    if match := _PAIR.fullmatch(text):
        return _pair(text, match)
    also = f", or one of: {', '.join(words)}" if words else ""
    raise CountError(f"{text} is no count; {FORMS}{also}")


def _exactly(low: float, high: float) -> Numbers:
    ranges = (Range(low, high),)
    return Numbers(ranges, ranges)


def _bound(word: str, number: int) -> Numbers:
    if word == "fewer than" and number == 0:
        raise ReversedBoundsError("fewer than 0 is not possible")
    low, high = {
        "at least": (number, UNBOUNDED),
        "at most": (0, number),
        "more than": (number + 1, UNBOUNDED),
        "fewer than": (0, number - 1),
    }[word]
    return _exactly(low, high)


def _soft(word: str, number: int) -> Numbers:
    """±10 % usually, ±50 % at the outermost, at least ±1; `nearly` usually stays below."""
    near = max(1, math.floor(number * 0.1))
    far = max(1, math.floor(number * 0.5))
    above = number if word == "nearly" else number + near
    usual = (Range(max(0, number - near), above),)
    return Numbers(usual, (Range(max(0, number - far), number + far),))


def _pair(text: str, match: re.Match[str]) -> Numbers:
    low, high = int(match[1]), int(match[3])
    best = int(match[4]) if match[4] else None
    if low > high or (best is not None and not low <= best <= high):
        raise ReversedBoundsError(f"{text} has its bounds the wrong way round")
    if best is not None and match[2] == "or":
        raise CountError(f"{text}: a best estimate goes with a range, {low} to {high}")
    ranges = (Range(low, high),) if match[2] == "to" else (Range(low, low), Range(high, high))
    return Numbers(ranges, ranges, best)
