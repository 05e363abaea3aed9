"""Which of many texts may share a passage, found without comparing each with each.

Of a fingerprint that very many texts hold, only neighbours are taken together: a report that forty
outlets printed is one chain of thirty-nine pairs and not 780, and what stands at the foot of every
page costs no more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.lineage.shingles import Numbers, fingerprints, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FEW = 6  # texts that hold a fingerprint, of which each is compared with each
LEAST = 2  # fingerprints that a pair shares, unless one stands in no other text


class Candidates(NamedTuple):
    """Pairs of names that may share a passage, and how many texts hold a fingerprint."""

    pairs: tuple[tuple[str, str], ...]
    holders: Mapping[int, int]


def candidates(texts: Mapping[str, str], numbers: Numbers) -> Candidates:
    """The pairs of texts that are worth comparing, in the order of the texts."""
    names = list(texts)
    prints: list[Sequence[int]] = []
    seen: set[int] = set()
    repeated: set[int] = set()
    for text in texts.values():
        own = fingerprints(numbered(text, numbers))
        repeated |= own & seen
        seen |= own
        prints.append(tuple(own))
    seen.clear()
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, own_prints in enumerate(prints):
        for one in repeated.intersection(own_prints):
            holders[one].append(place)
    found = sorted(_pairs(holders))
    counted = {one: len(places) for one, places in holders.items()}
    return Candidates(tuple((names[one], names[other]) for one, other in found), counted)


def _pairs(holders: Mapping[int, list[int]]) -> Iterator[tuple[int, int]]:
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) == 2:
            shared[places[0], places[1]] += LEAST
        elif len(places) <= FEW:
            shared.update((one, other) for one in places for other in places if one < other)
        else:
            shared.update(pairwise(places))
    return (pair for pair, often in shared.items() if often >= LEAST)
