"""How long it takes to compare ten thousand documents with each other, and what is found.

`python benchmarks/lineage.py [NUMBER]` makes documents of five kilobytes up: sentences of words as
common as words are, each document about one of some hundred events whose names and stock sentences
many share, each with the foot of its outlet's pages. Planted are passages copied with a word
changed in every nine to fifteen, whole reports that many printed, and rewrites, which must not
be found. It prints the time of one run, and precision and recall of the planted pairs.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from itertools import accumulate, pairwise
from typing import NamedTuple

from factbook.evidence.lineage.shared import Shared, shared_passages

SYLLABLES = tuple(a + b for a in "bdfgklmnprst" for b in "aiou")
LEXICON = 12_000
SIZE = 5000  # characters
OUTLETS = 60
EVENTS = 400
COPIES = 0.1  # of the documents, how many copy a passage from another
REPORTS, PRINTED = 5, 40  # whole reports, and how many outlets print each


class Corpus(NamedTuple):
    """Documents by name, and which pairs of them share a planted passage; `rewrites` share none."""

    texts: dict[str, str]
    planted: set[frozenset[str]]
    printed: list[list[str]]
    rewrites: set[frozenset[str]]


class Writer:
    """Writes sentences of made-up words, few of them very common."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        spelled = {
            "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(40_000)
        }
        self.lexicon = sorted(spelled)[:LEXICON]
        chance.shuffle(self.lexicon)
        self.often = list(accumulate(1 / (rank + 3) for rank in range(len(self.lexicon))))

    def words(self, number: int) -> list[str]:
        """So many words."""
        return self.chance.choices(self.lexicon, cum_weights=self.often, k=number)

    def sentence(self) -> str:
        """A sentence."""
        return f"{' '.join(self.words(self.chance.randint(12, 30))).capitalize()}."

    def text(self, size: int) -> list[str]:
        """Sentences that make at least so many characters."""
        found: list[str] = []
        while sum(map(len, found)) < size:
            found.append(self.sentence())
        return found


def corpus(number: int, seed: int = 1) -> Corpus:
    """So many documents of five kilobytes."""
    chance = random.Random(seed)  # noqa: S311 - a corpus, no secret
    writer = Writer(chance)
    feet = [" ".join(writer.words(35)) for _ in range(OUTLETS)]
    stock = [" ".join(writer.words(9)) for _ in range(EVENTS)]
    bodies = [writer.text(SIZE - 300) for _ in range(number)]
    planted: set[frozenset[str]] = set()
    rewrites: set[frozenset[str]] = set()
    for place in range(int(number * COPIES)):
        copy, first = chance.sample(range(number), 2)
        passage = chance.choice(bodies[first]) + " " + chance.choice(bodies[first])
        own = passage.split()
        if place % 10:
            for word in range(chance.randint(4, 14), len(own), chance.randint(9, 15)):
                own[word] = chance.choice(writer.lexicon)
            planted.add(frozenset((f"d{copy}", f"d{first}")))
        else:
            chance.shuffle(own)
            rewrites.add(frozenset((f"d{copy}", f"d{first}")))
        bodies[copy].insert(chance.randrange(len(bodies[copy])), " ".join(own))
    printed = []
    for _ in range(REPORTS if number > REPORTS * PRINTED else 0):
        report = writer.text(SIZE - 300)
        outlets = sorted(chance.sample(range(number), PRINTED))
        printed.append([f"d{one}" for one in outlets])
        for one in outlets:
            bodies[one] = [*report[:-3], writer.sentence()]
    texts = {}
    for place, body in enumerate(bodies):
        event = stock[place % EVENTS]
        foot = feet[chance.randrange(OUTLETS)]
        texts[f"d{place}"] = f"{event} {' '.join(body)}\n\n{foot}\n"
    overwritten = (
        {frozenset((one, two)) for one, two in map(tuple, planted)} if printed else planted
    )
    whole = {name for group in printed for name in group}
    planted = {pair for pair in overwritten if not pair & whole}
    return Corpus(texts, planted, printed, rewrites)


def main() -> None:
    """Print one run."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    made = corpus(number)
    size = sum(map(len, made.texts.values())) / number
    start = time.perf_counter()
    found = shared_passages(made.texts)
    took = time.perf_counter() - start
    _tell(made, found, f"{number:,} documents of {size:,.0f} characters: {took:.1f} s")


def _tell(made: Corpus, found: list[Shared], head: str) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    proposed = {frozenset((one.one, one.other)) for one in found if one.is_telling}
    chains = {frozenset(pair) for group in made.printed for pair in pairwise(group)}
    within = {pair for pair in proposed if any(pair <= set(group) for group in made.printed)}
    right = proposed & made.planted
    wrong = proposed - made.planted - within
    recall = len(right) / len(made.planted)
    precision = len(right) / max(1, len(right | wrong))
    lines = (
        f"{head}, {memory:,.0f} MB",
        f"planted passages: {len(right)} of {len(made.planted)} found (recall {recall:.3f})",
        f"proposed and not planted: {len(wrong)} (precision {precision:.3f})",
        f"printed by {PRINTED}: {len(chains & proposed)} of {len(chains)} links in their chains",
        f"rewrites proposed: {len(proposed & made.rewrites)} of {len(made.rewrites)}",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
