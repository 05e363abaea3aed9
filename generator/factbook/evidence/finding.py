"""Where the words of a quote stand in a document: as words, with an ellipsis, prefix and suffix.

"ten" does not stand in "often", nor "8" in "18", "8.5" or "1,800".
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.folding import fold_quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.evidence.folding import Folded

ELLIPSIS = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]")
REACH = 1000  # characters that an ellipsis may leave out: a long paragraph, or a few short ones
MOST = 500  # places that are looked at; who quotes one word of a book needs no more
# scripts that write no spaces between words; katakana is left out, since it is read word by word
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u309f\u3400-\u9fff]")
_SEPARATORS = frozenset(".,:/'⁄·٫٬")
_GROUPING = frozenset("\u00a0\u2009\u202f")  # spaces between the groups of a long number
_GROUP = re.compile(r"\d{3}(?!\d)")


class Place(NamedTuple):
    """Where a quote stands: its stretches of the folded text, more than one with an ellipsis."""

    parts: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.parts[-1][1]


class Found(NamedTuple):
    """All places of a quote's words, and those of them that its prefix and suffix fit."""

    every: list[Place]
    fitting: list[Place]


def find(text: Folded, quote: str, prefix: str = "", suffix: str = "") -> Found:
    """Where a quote stands in a folded text, in the order of the text."""
    every = _in_order(text, parts_of(quote))
    before, after = fold_quote(prefix), fold_quote(suffix)
    fitting = [
        one
        for one in every
        if _stands_before(before, text.text, one.start) and _stands_after(after, text.text, one.end)
    ]
    return Found(every, fitting)


def parts_of(quote: str) -> list[str]:
    """The folded words of a quote, parted where an ellipsis leaves something out."""
    return [part for part in map(fold_quote, ELLIPSIS.split(quote)) if part]


def _in_order(text: Folded, parts: list[str]) -> list[Place]:
    """Places of parts that follow each other within reach, each as close as it can be."""
    if not parts:
        return []
    found = [Place((one,)) for one in _stretches(text, parts[0])]
    for part in parts[1:]:
        nexts = list(_stretches(text, part))
        joined: dict[tuple[int, int], Place] = {}
        for place in found:
            following = next((one for one in nexts if one[0] >= place.end), None)
            if following and following[0] - place.end <= REACH:
                joined[following] = Place((*place.parts, following))  # the latest is the closest
        found = list(joined.values())
    return found


def _stretches(text: Folded, words: str) -> Iterator[tuple[int, int]]:
    """The stretches of a folded text that are these folded words, as words."""
    found = 0
    for start, end in _candidates(text, words):
        if _begins_word(text, start) and _ends_word(text, end):
            yield start, end
            found += 1
            if found == MOST:
                return


def _candidates(text: Folded, words: str) -> Iterator[tuple[int, int]]:
    if "-" in words and (text.joined or text.kept):
        yield from _with_hyphens(text, words)
        return
    start = text.text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.text.find(words, start + 1)


def _with_hyphens(text: Folded, words: str) -> Iterator[tuple[int, int]]:
    """Also where a hyphen of the quote stands at the end of one of the document's lines."""
    pieces = re.split(r"((?<=\w)- ?(?=\w))", words)
    pattern = "".join(
        f"(?P<h{number}>(?:- ?)?)" if number % 2 else re.escape(piece)
        for number, piece in enumerate(pieces)
    )
    for match in re.finditer(f"(?={pattern})", text.text):
        ends = match.start()
        fits = True
        for number, piece in enumerate(pieces):
            if number % 2:
                here, said = match[f"h{number}"], piece
                at = match.start(f"h{number}")
                joined = here == "" and at in text.joined
                fits = fits and (here == said or joined or (here == "-" and at in text.kept))
                ends += len(here)
            else:
                ends += len(piece)
        if fits:
            yield match.start(), ends


def _stands_before(prefix: str, text: str, start: int) -> bool:
    return not prefix or text[:start].rstrip(" ").endswith(prefix)


def _stands_after(suffix: str, text: str, end: int) -> bool:
    return not suffix or text.startswith(suffix, end) or text.startswith(suffix, end + 1)


def _begins_word(text: Folded, start: int) -> bool:
    """Whether what begins at a position is no later part of a word or number."""
    words = text.text
    if _is_mark(words[start]):
        return False
    if start == 0:
        return True
    before, here = words[start - 1], words[start]
    if _is_word(before) and _is_word(here):
        return _parts_words(before, here)
    if not here.isdigit():
        return True
    more = words[start - 2] if start > 1 else " "
    if before in _SEPARATORS and more.isdigit():
        return False
    if before in "-." and not _is_word(more):
        return False  # a number below zero, or below one
    return not (
        before == " "
        and more.isdigit()
        and _GROUP.match(words, start)
        and text.original[text.starts[start - 1] : text.ends[start - 1]] in _GROUPING
    )


def _ends_word(text: Folded, end: int) -> bool:
    """Whether what ends before a position is no earlier part of a word or number."""
    words = text.text
    if end == len(words):
        return True
    last, after = words[end - 1], words[end]
    if _is_mark(after):
        return False
    if _is_word(last) and _is_word(after):
        return _parts_words(last, after)
    if not last.isdigit() or end + 1 == len(words):
        return True
    if after in _SEPARATORS and words[end + 1].isdigit():
        return False
    return not (
        after == " "
        and _GROUP.match(words, end + 1)
        and text.original[text.starts[end] : text.ends[end]] in _GROUPING
    )


def _parts_words(one: str, other: str) -> bool:
    """Whether two words can meet without a space between them, and these two no numbers."""
    if not (_SPACELESS.match(one) or _SPACELESS.match(other)):
        return False
    return unicodedata.numeric(one, None) is None or unicodedata.numeric(other, None) is None


def _is_word(char: str) -> bool:
    return char == "_" or unicodedata.category(char)[0] in "LMN"


def _is_mark(char: str) -> bool:
    return char > "\x7f" and unicodedata.category(char)[0] == "M"
