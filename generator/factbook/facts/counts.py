"""Counts as people give them: `8`, `at least 8`, `nearly 30`, `5 to 12`, `several`, `none`.

A count is a set of whole numbers. Soft words have two: what they usually mean, and the outermost
they can be stretched to. Only counts whose outermost ranges are disjoint can contradict each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.number_hints import ORDINALS, better_count
from factbook.facts.sets import UNBOUNDED, Range, Ranges, highest

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMS = (
    "write it in digits: 8, at least 8, at most 8, more than 5, fewer than 5, nearly 30, about 8, "
    "5 to 12, 5 or 7, none or unknown"
)
_NUMBER = r"([0-9]{1,12})"
_SOFT = re.compile(rf"(nearly|about) {_NUMBER}")
_BOUND = re.compile(rf"(at least|at most|more than|fewer than) {_NUMBER}")
_SPAN = re.compile(rf"{_NUMBER} to {_NUMBER}(?:, best {_NUMBER})?")
_ONE_OF = re.compile(rf"{_NUMBER}(?:, {_NUMBER})* or {_NUMBER}(, best {_NUMBER})?")
_ID = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
_MOST = re.compile(rf"most of ((?:{_ID}#)?{_ID})")


class CountError(ValueError):
    """The text is no count; the message says so in the user's words."""


class ReversedBoundsError(CountError):
    """The lower bound stands above the upper one."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a number can mean: usually, at the outermost, and the best estimate if one is given."""

    usual: Ranges
    outermost: Ranges
    best: float | None = None


def parse_count(text: str, words: Mapping[str, Numbers]) -> Numbers:
    """The numbers `text` means; `words` are the vocabulary's words for numbers.

    Raises CountError, or ReversedBoundsError for `12 to 5`.
    """
    found = _parsed(text, words)
    if found is not None:
        return found
    if better := better_count(text, lambda one: _readable(one, words)):
        raise CountError(f"write {better}, not {text}")
    if re.fullmatch(r".*[0-9][.,][0-9].*", text):
        raise CountError(f"{text} is no count: only whole numbers can be counted")
    if re.fullmatch(r"-[0-9]+", text):
        raise CountError(f"{text} is no count: nothing is counted below 0")
    also = f", or one of: {', '.join(words)}" if words else ""
    raise CountError(f"{text or 'nothing'} is no count; {FORMS}{also}")


def _readable(text: str, words: Mapping[str, Numbers]) -> Numbers | None:
    """As `_parsed`; None also for bounds the wrong way round."""
    try:
        return _parsed(text, words)
    except CountError:
        return None


def _parsed(text: str, words: Mapping[str, Numbers]) -> Numbers | None:
    """The numbers; None for what has no form of a count."""
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
    if match := _SPAN.fullmatch(text):
        return _span(text, int(match[1]), int(match[2]), match[3])
    return _one_of(text) if _ONE_OF.fullmatch(text) else None


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
    near = max(1, number // 10)
    far = max(1, number // 2)
    above = number if word == "nearly" else number + near
    usual = (Range(max(0, number - near), above),)
    return Numbers(usual, (Range(max(0, number - far), number + far),))


def _span(text: str, low: int, high: int, best: str | None) -> Numbers:
    if low > high or (best and not low <= int(best) <= high):
        raise ReversedBoundsError(f"{text} has its bounds the wrong way round")
    ranges = (Range(low, high),)
    return Numbers(ranges, ranges, int(best) if best else None)


def _one_of(text: str) -> Numbers:
    """`5 or 7`, `5, 7 or 9`: in order, each once."""
    if ", best" in text:
        raise CountError(f"{text}: a best estimate goes with a range, 5 to 12, best 7")
    numbers = [int(one) for one in re.findall(_NUMBER, text)]
    if len(set(numbers)) < len(numbers):
        raise CountError(f"{text} names one number twice")
    if numbers != sorted(numbers):
        raise ReversedBoundsError(f"{text} does not begin with the lowest")
    ranges = tuple(Range(one, one) for one in numbers)
    return Numbers(ranges, ranges)


def claim_of_most(text: str) -> str | None:
    """The id of the claim that `most of CLAIM` names (`SUBJECT#CLAIM` elsewhere); else None.

    Raises CountError where it names a number or nothing that can be an id.
    """
    if not re.match(r"most of\b", text):
        return None
    match = _MOST.fullmatch(text)
    if match is None:
        raise CountError(f"{text} names no claim; write most of and the id of the claim on all")
    if match[1].isdigit():
        most = int(match[1]) // 2 + 1
        raise CountError(f"{text} names no claim; write {most} to {match[1]}, or a claim's id")
    return match[1]


def most_of(whole: Numbers) -> Numbers:
    """More than half of what another claim counts, and at most all of it.

    Raises CountError where the other claim counts nothing.
    """
    if highest(whole.usual) == 0:
        raise CountError("most of none is no number")
    return Numbers(_mosts(whole.usual), _mosts(whole.outermost))


def _mosts(ranges: Ranges) -> Ranges:
    """For each n of the set all from n // 2 + 1 to n; none for 0, which has no greater half."""
    return tuple(Range(one.low // 2 + 1, one.high) for one in ranges if one.high > 0)
