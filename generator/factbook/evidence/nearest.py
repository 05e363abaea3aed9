"""The passage of a document that comes nearest to words which do not stand there.

Words of the quote vote for the places where they would have to begin; the few places with the most
votes are compared word by word. So a passage is found, too, in which several words differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.finding import ELLIPSIS
from factbook.evidence.folding import fold, fold_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.evidence.folding import Folded

# words with their marks; of scripts without spaces every letter; a sign; white space is between
_TOKEN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u309f\u3400-\u9fff]|"
    "(?:(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u309f\u3400-\u9fff])\\w[\u0300-\u036f]*)+|[^\\w\\s]"
)
TRIED = 6  # places that are compared word by word
FREQUENT = 400  # a word that stands more often says nothing about where
ALIKE = 0.35  # share of the words (and letters) that must agree
CLOSE = 0.7  # how alike two words are where one may be a slip for the other
_CHANGED, _NEW, _GONE = 0.75, 0.7, 1.3  # what letters count that differ, only there, only here
_LEEWAY = 4  # words by which two texts may have moved against each other, and more for long quotes


class Difference(NamedTuple):
    """Words that quote and document share, or that only one of the two has."""

    shared: str = ""
    quoted: str = ""
    there: str = ""
    is_apart: bool = True  # whether a space stands before it


class Nearest(NamedTuple):
    """The nearest passage: where it is in the original text, and how it differs from the quote."""

    start: int
    end: int
    differences: tuple[Difference, ...]

    @property
    def marked(self) -> str:
        """`[-three-]{+four+} rockets`: what only the quote has, and what only the document has."""
        told = ""
        for one in self.differences:
            quoted = f"[-{one.quoted}-]" if one.quoted else ""
            there = f"{{+{one.there}+}}" if one.there else ""
            told += (" " if one.is_apart and told else "") + one.shared + quoted + there
        return told


class _Word(NamedTuple):
    text: str
    start: int
    end: int


class Reader:
    """Looks for nearest passages in one text; what it needs to know of the text is found once."""

    def __init__(self, text: Folded) -> None:
        self._text = text

    @cached_property
    def _words(self) -> list[_Word]:
        return [_Word(one[0], *one.span()) for one in _TOKEN.finditer(self._text.text)]

    @cached_property
    def _plain(self) -> list[str]:
        return [word.text.casefold() for word in self._words]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word stands, among the words."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._plain):
            found[word].append(place)
        return dict(found)

    @cached_property
    def _by_size(self) -> dict[tuple[str, int], list[str]]:
        """The words of the text by their first letter and length."""
        found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._places:
            found[word[0], len(word)].append(word)
        return found

    def nearest(self, quote: str) -> Nearest | None:
        """The passage nearest to a quote; None where nothing in the text is like it."""
        folded = fold_quote(ELLIPSIS.sub(" ", quote))
        plain = [one[0].casefold() for one in _TOKEN.finditer(folded)]
        if not any(word.isalnum() for word in plain):
            return None
        most = (1 - ALIKE) * sum(map(len, plain))
        found = None
        for start, end in self._windows(plain):
            cost, low, high = _aligned(plain, self._plain[start:end])
            if cost < most and high > low:
                most, found = cost, (start + low, start + high)
        return self._compared(folded, *found) if found else None

    def _windows(self, plain: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Stretches of the text's words in which the quote may be meant, the likeliest first."""
        leeway = _LEEWAY + len(plain) // 4
        votes: Counter[int] = Counter()
        for at, word in enumerate(plain):
            for form in [word] if word in self._places else self._close(word):
                places = self._places[form]
                if len(places) > FREQUENT:
                    continue
                weight = 1000 // (len(places) + 4) * (len(word) if word.isalnum() else 1)
                for place in places:
                    votes[(place - at) // leeway] += weight
        together = {one: votes[one] + votes.get(one + 1, 0) for one in votes}
        likely = sorted(together, key=lambda one: (-together[one], one))[:TRIED]
        for one in likely:
            start = max(0, (one - 1) * leeway)
            yield start, min(len(self._words), (one + 2) * leeway + len(plain) + leeway)

    def _close(self, word: str) -> list[str]:
        """Words of the text for which one that it does not have may be a slip."""
        if len(word) < 2:
            return []
        sizes = range(max(1, len(word) - 2), len(word) + 3)
        same = [one for size in sizes for one in self._by_size.get((word[0], size), ())]
        found = get_close_matches(word, same, n=3, cutoff=CLOSE)
        if not found:
            others = (self._by_size[key] for key in self._by_size if abs(key[1] - len(word)) <= 1)
            some = [one for words in others for one in words if len(set(one) & set(word)) > 1]
            found = get_close_matches(word, some, n=3, cutoff=CLOSE)
        return found

    def _compared(self, folded: str, start: int, end: int) -> Nearest:
        """A quote and a passage side by side; the passage as the original writes it."""
        quoted = [_Word(one[0], *one.span()) for one in _TOKEN.finditer(folded)]
        there = self._words[start:end]
        matcher = SequenceMatcher(
            None, [one.text for one in quoted], [one.text for one in there], autojunk=False
        )
        told = []
        steps = matcher.get_opcodes()
        steps = steps[steps[0][0] == "insert" : len(steps) - (steps[-1][0] == "insert")]
        there, skipped = there[steps[0][3] : steps[-1][4]], steps[0][3]
        for tag, low, high, begun, ended in steps:
            first, last = begun - skipped, ended - skipped
            here = self._original(there[first:last])
            text, at = folded, quoted[low].start if high > low else 0
            if last > first:
                text, at = self._text.text, there[first].start
            is_apart = text[at - 1 : at] == " "
            if tag == "equal":
                told.append(Difference(shared=here, is_apart=is_apart))
            else:
                only = folded[quoted[low].start : quoted[high - 1].end] if high > low else ""
                told.append(Difference(quoted=only, there=here, is_apart=is_apart))
        begin, _ = self._text.span(there[0].start, there[0].end)
        _, finish = self._text.span(there[-1].start, there[-1].end)
        return Nearest(begin, finish, tuple(told))

    def _original(self, words: Sequence[_Word]) -> str:
        if not words:
            return ""
        start, end = self._text.span(words[0].start, words[-1].end)
        return " ".join(self._text.original[start:end].split())


def nearest(quote: str, text: str) -> Nearest | None:
    """The passage of a text nearest to a quote, for who looks for one only."""
    return Reader(fold(text)).nearest(quote)


def _aligned(plain: Sequence[str], there: Sequence[str]) -> tuple[float, int, int]:
    """The stretch of some words that a quote comes nearest to: letters that differ, start, end."""
    before = [(0.0, start) for start in range(len(there) + 1)]
    for word in plain:
        gone = _GONE * len(word) + 1
        row = [(before[0][0] + gone, 0)]
        for at, other in enumerate(there):
            cost, start = before[at]
            if word != other:
                cost += _unlike(word, other)
                without, begun = before[at + 1]
                if without + gone < cost:
                    cost, start = without + gone, begun
                more, begun = row[at]
                if more + _NEW * len(other) < cost:
                    cost, start = more + _NEW * len(other), begun
            row.append((cost, start))
        before = row
    cost, end = min((cost, end) for end, (cost, _) in enumerate(before))
    return cost, before[end][1], end


@lru_cache(maxsize=100_000)
def _unlike(one: str, other: str) -> float:
    """By how many letters two words differ, but for what they begin and end with."""
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    same = 0
    while same < shortest and one[same] == other[same]:
        same += 1
    last = 0
    while last < shortest - same and one[-1 - last] == other[-1 - last]:
        last += 1
    return _CHANGED * (longest - same - last)
