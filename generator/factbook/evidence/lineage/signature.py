"""What of a text stays the same in any language: its figures, and the names the dossier knows.

Figures are read in digits of any script and in English words; names are those of actors and places,
in each language that the dossier gives them in. Of each only the first mention counts.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factbook.evidence.lineage.shingles import Numbers, words
from factbook.facts.number_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.evidence.lineage.shingles import Word
    from factbook.facts.ledger import Ledger
    from factbook.facts.model import Actor, Place

Item = int | str  # a figure, or the id of who or what is named
Name = tuple[tuple[int, ...], str]
_FIGURES = {word: number for word, number in WORDS.items() if number != 1 or word == "one"}


class Signatures:
    """Reads the figures and names of texts, for one dossier."""

    def __init__(self, ledger: Ledger) -> None:
        """Take up the names of the dossier's actors and places, the longest first."""
        self.numbers = Numbers()
        self.names: defaultdict[int, list[Name]] = defaultdict(list)
        records: dict[str, Actor | Place] = {**ledger.actors, **ledger.places}
        for name, record in records.items():
            for spelled in (record.title, *(one.name for one in record.names)):
                spelling = tuple(one.number for one in words(spelled, self.numbers))
                if spelling:
                    self.names[spelling[0]].append((spelling, name))
        for spellings in self.names.values():
            spellings.sort(key=lambda one: -len(one[0]))

    def of(self, text: str) -> tuple[Item, ...]:
        """The figures and names of a text in the order of their first mentions."""
        return tuple(dict.fromkeys(self._items(text)))

    def _items(self, text: str) -> Iterator[Item]:
        found = words(text, self.numbers)
        reached = 0
        for place, word in enumerate(found):
            if place < reached:
                continue
            for spelling, name in self.names.get(word.number, ()):
                if _follows(spelling, found, place):
                    reached = place + len(spelling)
                    yield name
                    break
            else:
                figure = _figure(text[word.start : word.end])
                if figure is not None:
                    yield figure


def _follows(spelling: tuple[int, ...], found: Sequence[Word], place: int) -> bool:
    there = found[place : place + len(spelling)]
    return tuple(word.number for word in there) == spelling


def _figure(word: str) -> int | None:
    digits = word.replace(",", "").replace(".", "")
    if digits.isdecimal() and len(digits) < 16:
        return int(digits)
    return _FIGURES.get(word.casefold())


def in_order(one: Sequence[Item], other: Sequence[Item]) -> tuple[Item, ...]:
    """The items that stand in both, as many of them as come in the same order."""
    places = {item: place for place, item in enumerate(other)}
    best: list[tuple[Item, ...]] = []  # by where they end in the other: the longest so far
    ends: list[int] = []
    for item in one:
        place = places.get(item)
        if place is None:
            continue
        before = [chain for chain, end in zip(best, ends, strict=True) if end < place]
        best.append((*max(before, key=len, default=()), item))
        ends.append(place)
    return max(best, key=len, default=())


def is_telling(shared: Sequence[Item], one: Sequence[Item], other: Sequence[Item]) -> bool:
    """Whether two texts that differ in every word may be one, by what they have in common.

    They name nearly the same, three at least, in the same order, and a figure among them, or four
    without one.
    """
    least = 3 if any(isinstance(item, int) for item in shared) else 4
    return len(shared) >= least and len(shared) >= 0.8 * min(len(one), len(other))
