"""Numbers as English writes them: which whole numbers a text names, in digits or in words.

Used to see whether a quote yields a value, and whether prose names a number that no claim holds.
"""

from __future__ import annotations

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
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
    "eleventh",
    "twelfth",
]
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **{
        f"{ten}-{one}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, start=2)
        for ones, one in enumerate(_ONES[1:10], start=1)
    },
    **{word: number for number, word in enumerate(_ORDINALS, start=1)},
    "both": 2,
    "dozen": 12,
}
_TOKEN = re.compile(r"\d+(?:,\d{3})+|\d+|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
_ANY = re.compile(
    rf"\d|{'|'.join({word.partition('-')[0] for word in (*WORDS, *_SCALES)})}", re.IGNORECASE
)


def numbers_in(text: str) -> set[int]:
    """Every whole number that a text names, in digits or in English words.

    "two hundred" names 2, 100 and 200; "5,000" names 5000.
    """
    found: set[int] = set()
    if not _ANY.search(text):
        return found
    last: int | None = None
    for token in _TOKEN.findall(text):
        word = token.lower()
        if token[0].isdigit():
            last = int(token.replace(",", "")) if len(token) < 16 else None
        elif word in _SCALES:
            scale = _SCALES[word]
            last = (last or 1) * scale
        else:
            last = WORDS.get(word)
        if last is not None:
            found.add(last)
    return found
