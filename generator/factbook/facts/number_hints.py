"""How people write numbers, and how they are written here: `over 1,000` is more than 1000.

These are guesses for error messages only: each step mends one habit, and whoever offers the result
to a user must first see whether it can be read.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

from factbook.facts.number_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    Step = Callable[[str], str]

LONGEST = 60  # characters; what is longer is prose
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
SPELLED = {
    word: number
    for word, number in WORDS.items()
    if word not in (*ORDINALS, "dozen") and "-" not in word
}
LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_WORD = "|".join([*SPELLED, *LARGE])
_SPELLED = re.compile(
    rf"\b(?:an? (?=dozen|hundred|thousand|million))?(?:{_WORD})(?:[- ](?:and )?(?:{_WORD}))*\b"
)
_SEPARATED = re.compile(
    r"(?<![\d.,])\d{1,3}(?:([,.'\u2019_ \u00a0\u202f])\d{3})(?:\1\d{3})*(?![\d.,])"
)
_N = r"(\d+(?:\.\d+)?)"

# What is said in other words, and the words for it here; the first that fits decides.
SAYINGS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (rf"(?:>=|≥|no fewer than|no less than|minimum|min\.?) ?{_N}(.*)", r"at least \1\2"),
        (rf"{_N} ?\+(.*)", r"at least \1\2"),
        (rf"{_N}(.*?) or (?:more|above|over)", r"at least \1\2"),
        (rf"(?:<=|≤|up to|no more than|not more than|maximum|max\.?) ?{_N}(.*)", r"at most \1\2"),
        (rf"{_N}(.*?) or (?:fewer|less|under)", r"at most \1\2"),
        (rf"(?:>|over|above|upwards of|exceeding) ?{_N}(.*)", r"more than \1\2"),
        (rf"(?:<|under|below|less than|fewer than) ?{_N}(.*)", r"fewer than \1\2"),
        (rf"(?:almost|close to|just under) {_N}(.*)", r"nearly \1\2"),
        (rf"(?:around|approximately|roughly|circa|ca?\.|some|~|≈) ?{_N}(.*)", r"about \1\2"),
        (rf"(?:between|from) {_N} (?:and|to) {_N}(.*)", r"\1 to \2\3"),
        (rf"{_N} ?[-\u2013\u2014] ?{_N}(.*)", r"\1 to \2\3"),
        (rf"exactly {_N}(.*)", r"\1\2"),
        (r"(?:zero|no|nobody|no one|nil|nothing)(?: \w+)?", "none"),
    )
)  # fmt: skip
_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_WITH_NOUN = re.compile(r"(.*\d)(?: [a-z]+)+")

T = TypeVar("T")


def better_count(text: str, read: Callable[[str], T | None]) -> str | None:
    """How to write the count meant by `text`, so that `read` can read it; None if unknown."""
    return _mended(text, read, (_ordinal, _without_noun))


def better_amount(text: str, read: Callable[[str], T | None]) -> str | None:
    """How to write the amount of some unit; here `fewer than` is `less than`."""
    return _mended(text, read, (lambda said: said.replace("fewer than", "less than"),))


def _mended(text: str, read: Callable[[str], T | None], last: tuple[Step, ...]) -> str | None:
    """The text after the first step that makes it readable."""
    if len(text) > LONGEST:
        return None
    mended = text
    for step in (_plain, _joined, _in_digits, _said, *last):
        mended = step(mended)
        if mended != text and read(mended) is not None:
            return mended
    return None


def _plain(text: str) -> str:
    """Lower-case, with digits of other scripts as 0 to 9."""
    digits = (str(unicodedata.decimal(one, one)) for one in text)
    return " ".join("".join(digits).lower().split())


def _joined(text: str) -> str:
    return _SEPARATED.sub(lambda match: re.sub(r"\D", "", match[0]), text)


def _in_digits(text: str) -> str:
    return _SPELLED.sub(lambda match: str(_worth(match[0])), text)


def _worth(words: str) -> int:
    """`two hundred and five` is 205."""
    total = current = 0
    for word in re.split(r"[- ]", words):
        current += SPELLED.get(word, 0)
        if word in LARGE:
            current = max(current, 1) * LARGE[word]
        if LARGE.get(word, 0) >= 1000:
            total, current = total + current, 0
    return total + current


def _said(text: str) -> str:
    for pattern, words in SAYINGS:
        if match := pattern.fullmatch(text):
            return match.expand(words).strip()
    return text


def _ordinal(text: str) -> str:
    match = _NUMBERED.fullmatch(text)
    return ORDINALS[int(match[1]) - 1] if match and 1 <= int(match[1]) <= len(ORDINALS) else text


def _without_noun(text: str) -> str:
    """What is counted is said by the attribute: `8 rockets` is 8."""
    match = _WITH_NOUN.fullmatch(text)
    return match[1] if match else text
