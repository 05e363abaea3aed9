"""The passages that two texts share, nearly word for word, with exact offsets in both.

Runs of four words and more that stand in both are joined where only a few words between them
differ, and followed outwards as long as at least half of the words agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.lineage.shingles import shingles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factbook.evidence.lineage.shingles import Word

SEED = 4  # words in a row from which a passage is begun
GAP = 6  # words that may differ between two runs
REACH = 16  # words before and after, in which more of a passage is looked for
LEAST = 10  # words that must agree
LONGEST = 6  # of them, so many in a row
_PARAGRAPH = re.compile(r"\n\s*\n")
ALIKE = 0.5  # of the words of a passage, how many agree


class Run(NamedTuple):
    """Words in a row that agree: from `one` in the first text and from `other` in the second."""

    one: int
    other: int
    length: int


class Placed(NamedTuple):
    """A text with its words."""

    text: str
    words: Sequence[Word]


class Passage(NamedTuple):
    """Two stretches of text that say the same in nearly the same words.

    `one` and `other` are offsets of characters; `runs` of words, those that agree.
    """

    one: tuple[int, int]
    other: tuple[int, int]
    runs: tuple[Run, ...]

    @property
    def agreeing(self) -> int:
        """How many words agree."""
        return agreeing(self.runs)


Chain = tuple[Run, ...]


def chains(left: list[int], right: list[int]) -> list[Chain]:
    """The passages that two texts share, as runs of word numbers; none of them overlap."""
    made = [_reaching(chain, left, right) for chain in _joined(_runs(left, right))]
    found: list[Chain] = []
    for chain in sorted(made, key=agreeing, reverse=True):
        if _is_passage(chain) and not any(_overlap(chain, longer) for longer in found):
            found.append(chain)
    return sorted(found)


def passage(chain: Chain, one: Placed, other: Placed) -> Passage:
    """A chain with its offsets in two texts; a few words of the next paragraph are left away."""
    while len(chain) > 1 and chain[0].length < SEED and _breaks(chain[0], chain[1], one, other):
        chain = chain[1:]
    while len(chain) > 1 and chain[-1].length < SEED and _breaks(chain[-2], chain[-1], one, other):
        chain = chain[:-1]
    first, last = chain[0], chain[-1]
    ends = last.one + last.length - 1, last.other + last.length - 1
    return Passage(
        (one.words[first.one].start, one.words[ends[0]].end),
        (other.words[first.other].start, other.words[ends[1]].end),
        chain,
    )


def _breaks(run: Run, then: Run, one: Placed, other: Placed) -> bool:
    """Whether a paragraph ends between two runs, in either text."""
    between = (
        one.text[one.words[run.one + run.length - 1].end : one.words[then.one].start],
        other.text[other.words[run.other + run.length - 1].end : other.words[then.other].start],
    )
    return any(_PARAGRAPH.search(words) for words in between)


def agreeing(chain: Chain) -> int:
    """How many words of a chain agree."""
    return sum(run.length for run in chain)


def _runs(left: list[int], right: list[int]) -> list[Run]:
    """All runs of at least `SEED` words that stand in both, none within another."""
    here, there = shingles(left, SEED), shingles(right, SEED)
    both = set(here).intersection(there)
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, seed in enumerate(there if both else ()):
        if seed in both:
            places[seed].append(place)
    runs: list[Run] = []
    reached: dict[int, int] = {}  # by how far apart the two stand: the last word told
    for start, seed in enumerate(here if both else ()):
        for place in places[seed] if seed in both else ():
            if reached.get(start - place, -1) >= start + SEED:
                continue
            length = SEED
            while (
                left[start + length : start + length + 1]
                == right[place + length : place + length + 1]
                != []
            ):
                length += 1
            reached[start - place] = start + length
            runs.append(Run(start, place, length))
    return runs


def _joined(runs: list[Run]) -> list[list[Run]]:
    """Runs that follow each other closely in both texts, together."""
    made: list[list[Run]] = []
    for run in runs:
        for chain in reversed(made):
            last = chain[-1]
            between = run.one - last.one - last.length, run.other - last.other - last.length
            if min(between) >= 0 and max(between) <= GAP:
                chain.append(run)
                break
        else:
            made.append([run])
    return made


def _reaching(chain: list[Run], left: list[int], right: list[int]) -> Chain:
    """A chain with the shorter runs between its own, before and after them."""
    first, last = chain[0], chain[-1]
    start = max(0, first.one - REACH), max(0, first.other - REACH)
    before = _common(left, right, start, (first.one, first.other))
    end = last.one + last.length, last.other + last.length
    after = _common(left, right, end, (end[0] + REACH, end[1] + REACH))
    inner: list[Run] = []
    for run, then in pairwise(chain):
        gap = (run.one + run.length, run.other + run.length), (then.one, then.other)
        inner += [run, *_common(left, right, *gap)]
    return (*reversed(_outwards(reversed(before), first)), *inner, last, *_outwards(after, last))


def _common(
    left: list[int], right: list[int], start: tuple[int, int], end: tuple[int, int]
) -> list[Run]:
    parts = left[start[0] : end[0]], right[start[1] : end[1]]
    if not all(parts):
        return []
    blocks = SequenceMatcher(None, *parts, autojunk=False).get_matching_blocks()
    return [Run(start[0] + one, start[1] + other, size) for one, other, size in blocks if size]


def _outwards(runs: Iterable[Run], edge: Run) -> list[Run]:
    """As many of some runs, away from an edge, as agree in at least half of the words."""
    taken: list[Run] = []
    kept = agreeing = span = 0
    for run in runs:
        if run.one > edge.one:
            gap = run.one - edge.one - edge.length, run.other - edge.other - edge.length
        else:
            gap = edge.one - run.one - run.length, edge.other - run.other - run.length
        if max(gap) > GAP:
            break
        agreeing, span = agreeing + run.length, span + run.length + max(gap)
        taken.append(run)
        edge = run
        if agreeing >= ALIKE * span and (run.length > 1 or max(gap) <= 1):
            kept = len(taken)
    return taken[:kept]


def _is_passage(chain: Chain) -> bool:
    span = max(chain[-1].one - chain[0].one, chain[-1].other - chain[0].other) + chain[-1].length
    number = agreeing(chain)
    longest = max(run.length for run in chain)
    return number >= LEAST and longest >= LONGEST and number >= ALIKE * span


def _overlap(one: Chain, other: Chain) -> bool:
    """Whether two passages overlap in either of the texts."""
    return any(a < d and c < b for (a, b), (c, d) in zip(_spans(one), _spans(other), strict=True))


def _spans(chain: Chain) -> Iterator[tuple[int, int]]:
    first, last = chain[0], chain[-1]
    yield first.one, last.one + last.length
    yield first.other, last.other + last.length
