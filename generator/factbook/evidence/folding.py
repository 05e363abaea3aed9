"""Texts folded, so that the same words are the same characters, with the way back to the original.

What is folded: white space, quotation marks, dashes, Unicode forms of one letter, what has no width
(soft hyphens, joiners, marks of direction), and hyphens at line ends. What is not: capitals,
accents, and whatever tells one number or word from another. So superscripts (`10²` is not `102`),
fractions, digits in circles, other scripts' digits, and single and double marks stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SINGLE = frozenset("'`´‘’‚‛‹›❛❜＇ʼʹ′‵")
_DOUBLE = frozenset('"«»“”„‟❝❞〝〞〟＂「」『』﹁﹂﹃﹄｢｣⹂″‶🙶🙷🙸')
_HYPHENS = frozenset("-‐‑⁃֊־᠆－﹣")
_MINUS = "−"
_TATWEEL = "\u0640"  # draws an Arabic word out, to fill a line or for looks
_LONG = "—"  # stands for dashes that no word is divided with, until all dashes are one
# signs of the category "format" that are seen, or that part two numbers
_SEEN = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u2061\u2062\u2063\u2064"
)
# forms of one letter or digit; others (superscript, fraction, circle, square) make another number
_SAME = frozenset(
    {"<wide>", "<narrow>", "<font>", "<noBreak>", "<vertical>", "<small>"}
    | {"<initial>", "<medial>", "<final>", "<isolated>"}
)
_ODD = re.compile("\u00ad(?:\\s+(?=[^\\W\\d_]))?|`|[^\\x00-\\x7f\u00ad]+")
_LINE_END = r"[ \t]*(?:\r\n|[\n\r])?\f?(?<=[\n\r\f])[ \t]*"
_BLANKS = re.compile(rf"(?<=[^\W_])[-—]{_LINE_END}(?=[^\W_])|[-—]{{2,}}|—|\s{{2,}}|[^\S ]")
_LEFT = re.compile(r"[^\W\d_]{2,}\Z")
_RIGHT = re.compile(r"[^\W\d_]{2,}")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; character `i` of it stands for `original[starts[i]:ends[i]]`.

    A hyphen at a line's end can be read in several ways. At the positions `joined` none is in the
    text, since it most likely divides a word; at those of `kept` one is, without the line break.
    """

    text: str
    original: str
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range
    joined: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text, of at least one character, is in the original."""
        return self.starts[start], self.ends[end - 1]


class _Copy:
    """A text that is copied with changes, and where each character of it comes from."""

    def __init__(self, starts: Iterable[int], ends: Iterable[int]) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.length = 0
        self._from = list(starts), list(ends)

    def keep(self, text: str, start: int, end: int) -> None:
        """Copy a stretch of the text as it is."""
        self.parts.append(text[start:end])
        self.starts += self._from[0][start:end]
        self.ends += self._from[1][start:end]
        self.length += end - start

    def put(self, made: str, start: int, end: int) -> None:
        """Write something in place of a stretch."""
        self.parts.append(made)
        self.starts += [self._from[0][start]] * len(made)
        self.ends += [self._from[1][end - 1]] * len(made)
        self.length += len(made)


def fold(text: str) -> Folded:
    """The folded form of a text; that of a folded text is itself."""
    copy = _letters(text)
    joined: set[int] = set()
    kept: set[int] = set()
    copy = _blanks("".join(copy.parts), copy, joined, kept)
    made = "".join(copy.parts)
    first = len(made) - len(made.lstrip(" "))
    last = len(made.rstrip(" "))
    made, starts, ends = made[first:last], copy.starts[first:last], copy.ends[first:last]
    if not unicodedata.is_normalized("NFD", made):
        made, starts, ends = _ordered(made, starts, ends)
    return Folded(
        made,
        text,
        tuple(starts),
        tuple(ends),
        frozenset(place - first for place in joined),
        frozenset(place - first for place in kept),
    )


def fold_quote(words: str) -> str:
    """The folded form of a quote, in which a line break is a space and nothing else."""
    return fold(" ".join(words.split())).text


def _letters(text: str) -> _Copy:
    """Every character in its one form; white space and dashes are not yet put together."""
    copy = _Copy(range(len(text)), range(1, len(text) + 1))
    done = 0
    for match in _ODD.finditer(text):
        start, end = match.span()
        copy.keep(text, done, start)
        done = end
        if text[start] == "\u00ad":
            continue
        for place in range(start, end):
            copy.put(_form(text[place]), place, place + 1)
    copy.keep(text, done, len(text))
    return copy


@cache
def _form(char: str) -> str:
    """The one form of a character; none for what has no width."""
    if char in _SINGLE:
        return "'"
    if char in _DOUBLE:
        return '"'
    if char in _HYPHENS:
        return "-"
    category = unicodedata.category(char)
    if category == "Pd" or char == _MINUS:
        return _LONG
    if char in "\u0085\u2028\u2029":
        return "\n"
    if char.isspace():
        return " "
    if (category == "Cf" and char not in _SEEN) or "\ufe00" <= char <= "\ufe0f" or char == _TATWEEL:
        return ""
    return unicodedata.normalize("NFD", _compatible(char))


def _compatible(char: str) -> str:
    """What a form of presentation stands for; the character itself where that would say more."""
    kind, _, _ = unicodedata.decomposition(char).partition(" ")
    made = unicodedata.normalize("NFKC", char)
    if made == char or not kind.startswith("<"):
        return char
    if kind in _SAME:
        again = "".join(map(_form, made)) if made != char else made
        return again if again.strip() == again else char
    of_letters = unicodedata.category(char).startswith("L") and all(map(_is_letter, made))
    is_dots = char in "…‥"
    return made if kind == "<compat>" and (of_letters or is_dots) else char


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def _blanks(text: str, source: _Copy, joined: set[int], kept: set[int]) -> _Copy:
    """White space as single spaces, dashes as single hyphens; line ends within words taken out."""
    copy = _Copy(source.starts, source.ends)
    done = 0
    for match in _BLANKS.finditer(text):
        start, end = match.span()
        copy.keep(text, done, start)
        done = end
        if text[start] not in "-—":
            copy.put(" ", start, end)
        elif end - start == 1 or not text[end - 1].isspace():
            copy.put("-", start, end)
        elif _divides_word(text, start, end):
            joined.add(copy.length)
        else:
            kept.add(copy.length)
            copy.put("-", start, start + 1)
    copy.keep(text, done, len(text))
    return copy


def _divides_word(text: str, start: int, end: int) -> bool:
    """Whether a hyphen at a line's end is safe to take out: of one word, in small letters.

    Where the same document writes the word with its hyphen elsewhere, the hyphen is the word's own.
    """
    left = _LEFT.search(text, max(0, start - _LONGEST_WORD), start)
    right = _RIGHT.match(text, end, end + _LONGEST_WORD)
    if text[start] != "-" or left is None or right is None:
        return False
    is_small = left[0][-2:].islower() and right[0].islower()
    return is_small and f"{left[0]}-{right[0]}" not in text


def _ordered(text: str, starts: list[int], ends: list[int]) -> tuple[str, list[int], list[int]]:
    """Marks above and below a letter in their one order; such a letter is one with its marks."""
    made: list[str] = []
    starts, ends = list(starts), list(ends)
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        made.append(unicodedata.normalize("NFD", text[at:end]))
        if end - at > 2:
            starts[at:end] = [starts[at]] * (end - at)
            ends[at:end] = [ends[end - 1]] * (end - at)
        at = end
    return "".join(made), starts, ends
