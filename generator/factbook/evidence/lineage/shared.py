"""What documents share with each other, nearly word for word, and what that is worth.

A passage that stands in many documents is boilerplate, unless two share much else: it is the foot
of a page, or a phrase that everybody has. But a long one in the midst of many is a report that all
of them used. What is left are words that two documents can have only from each other or from a
third.

Example: the same foot below the pages of eight outlets: boilerplate.
Example: three paragraphs of an agency within the reports of eight outlets: shared.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.lineage.candidates import candidates
from factbook.evidence.lineage.passages import Chain, Passage, Placed, agreeing, chains, passage
from factbook.evidence.lineage.shingles import Numbers, fingerprints, numbered, words

if TYPE_CHECKING:
    from collections.abc import Mapping

MANY = 3  # documents that hold a passage, from which it says nothing of two of them
MUCH = 0.5  # of the shorter document: who shares so much, shares no boilerplate alone
LONG = 60  # words that are no phrase, in the midst of documents however many
EDGE = 2  # words by which the head or the foot of a page may fail to reach its end
WORDING, IN_A_ROW = 12, 7  # words that agree in a passage of two hands
KEPT = 4000  # documents whose words are kept at hand


class Shared(NamedTuple):
    """What two documents share: their names, the passages, how many words the shorter one has."""

    one: str
    other: str
    passages: tuple[Passage, ...]
    size: int

    @property
    def part(self) -> float:
        """How much of the shorter document stands in the other, nearly word for word."""
        return sum(one.agreeing for one in self.passages) / max(1, self.size)

    @property
    def is_telling(self) -> bool:
        """Whether a passage is longer than a name with its titles, or a phrase that all have."""
        return any(is_wording(one) for one in self.passages)


def is_wording(passage: Passage) -> bool:
    """Whether so many words agree that two hands hardly wrote them."""
    longest = max(run.length for run in passage.runs)
    return passage.agreeing >= WORDING and longest >= IN_A_ROW


def shared_passages(texts: Mapping[str, str]) -> list[Shared]:
    """What each two of some documents share, in their order; those that share nothing are left out.

    Offsets count the characters of the texts as they are handed in.
    """
    numbers = Numbers()
    found = candidates(texts, numbers)
    numbered_ones = _Numbered(texts, numbers)
    shared = []
    for one, other in found.pairs:
        left, right = numbered_ones[one], numbered_ones[other]
        made = chains(left, right)
        size = min(len(left), len(right))
        if sum(map(agreeing, made)) < MUCH * size:
            common = (_is_common(chain, left, found.holders) for chain in made)
            made = [
                chain
                for chain, often in zip(made, common, strict=True)
                if not often or (agreeing(chain) >= LONG and _is_amidst(chain, left, right))
            ]
        if made:
            both = [Placed(texts[name], words(texts[name], numbers)) for name in (one, other)]
            shared.append(Shared(one, other, tuple(passage(one, *both) for one in made), size))
    return shared


class _Numbered(dict[str, list[int]]):
    """The numbers of the words of texts, kept for those that are compared next."""

    def __init__(self, texts: Mapping[str, str], numbers: Numbers) -> None:
        self.texts = texts
        self.numbers = numbers

    def __missing__(self, name: str) -> list[int]:
        if len(self) >= KEPT:
            del self[next(iter(self))]
        self[name] = made = numbered(self.texts[name], self.numbers)
        return made


def _is_amidst(chain: Chain, left: list[int], right: list[int]) -> bool:
    """Whether a passage is neither the head of the two documents nor their foot."""
    first, last = chain[0], chain[-1]
    after = len(left) - last.one - last.length, len(right) - last.other - last.length
    return max(first.one, first.other) > EDGE and max(after) > EDGE


def _is_common(chain: Chain, left: list[int], holders: Mapping[int, int]) -> bool:
    """Whether most of a passage stands in many documents."""
    own = [left[run.one + step] for run in chain for step in range(run.length)]
    often = [holders.get(one, 2) for one in fingerprints(own)]
    return bool(often) and median(often) > MANY
