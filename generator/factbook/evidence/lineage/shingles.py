"""The words of a text with their offsets, and the shingles by which texts are compared.

A shingle is the hash of five words in a row, however they are written: case, accents, apostrophes,
soft hyphens and the full stops of abbreviations are folded, and punctuation between them says
nothing. Of every four in a row the smallest is kept, so that whatever eight words two texts share,
they share one of those. Hashes are the same in every run.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHINGLE = 5
WINDOW = 4
# Scripts without spaces (kana, Han, Thai, Lao, Khmer) are compared sign by sign. Elsewhere a word
# begins with a letter or digit; marks above and below letters, apostrophes and soft hyphens may
# follow, and "U.S." is one word.
_SIGN = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
# How many signs make a word, roughly: four in Thai, Lao and Khmer, two in kana and Han.
_WEIGHTS = {
    **dict.fromkeys((0x0E, 0x17), 0.25),
    **dict.fromkeys(range(0x30, 0xA0), 0.5),
}
_APOSTROPHES = "'\u2019"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad"
_WORD = re.compile(
    rf"[{_SIGN}]|(?:[A-Za-z]\.){{2,}}|\d+(?:[.,]\d+)*"
    rf"|[^\W_{_SIGN}](?:[{_APOSTROPHES}]?[^\W_{_SIGN}]|[{_MARKS}])*"
)
_SILENT = re.compile(rf"[.,{_APOSTROPHES}{_MARKS}]")
_ARABIC = str.maketrans("أإآٱىة", "اااايه")


class Word(NamedTuple):
    """Where a word stands, and the number that it has however it is written."""

    start: int
    end: int
    number: int


class Numbers(dict[str, int]):
    """The number of each word as it is written."""

    def __missing__(self, word: str) -> int:
        """Words that are written alike but for case and signs have one number."""
        self[word] = number = crc32(plain(word).encode())
        return number


def plain(word: str) -> str:
    """A word without case, accents and what is written silently within it."""
    parts = unicodedata.normalize("NFKD", word.translate(_ARABIC)).casefold()
    return _SILENT.sub("", parts)


def words(text: str, numbers: Numbers) -> list[Word]:
    """The words of a text, in order, with exact offsets."""
    return [Word(*one.span(), numbers[one[0]]) for one in _WORD.finditer(text)]


def weight(sign: str) -> float:
    """How much of a word begins with a sign: in scripts without spaces it takes several."""
    return _WEIGHTS.get(ord(sign) >> 8, 1.0)


def numbered(text: str, numbers: Numbers) -> list[int]:
    """The numbers of the words of a text, in order."""
    return list(map(numbers.__getitem__, _WORD.findall(text)))


def shingles(of: Sequence[int], size: int = SHINGLE) -> list[int]:
    """The shingles of a text's word numbers: one for each word that begins one."""
    return list(map(hash, zip(*(of[start:] for start in range(size)), strict=False)))


def fingerprints(of: Sequence[int]) -> frozenset[int]:
    """The shingles that stand for a text: the smallest of every few in a row."""
    found = shingles(of)
    if len(found) < WINDOW:
        return frozenset(found and (min(found),))
    return frozenset(map(min, *(found[start:] for start in range(WINDOW))))


def digest(texts: Iterable[str]) -> str:
    """A short name for some texts, by their words alone."""
    spelled = (" ".join(plain(one) for one in _WORD.findall(text)) for text in texts)
    return f"{crc32(chr(10).join(spelled).encode()):08x}"
