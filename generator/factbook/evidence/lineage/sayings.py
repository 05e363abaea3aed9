"""What documents carry of one speaker: words that are nearly the same, or may be the same at heart.

Two statements in the same words may be one, if their dates allow it. Within a statement one of two
wordings must be a rendering. Words in which nothing agrees but names and figures, in their order,
may be a translation or a paraphrase. Somebody else who says the same of the same in nearly the same
words may be an echo. Words in which the figures differ are not the same, however alike they are.

Example: a statement in two outlets, word for word: perhaps one statement.
Example: "eight rockets on Sunday" in English, the same figures and names in Arabic: a rendering.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.lineage.passages import Passage, Placed, Run
from factbook.evidence.lineage.shingles import Numbers, shingles, words
from factbook.evidence.lineage.signature import Item, Signatures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.facts.entries import Citation
    from factbook.facts.ledger import Claim, Ledger

SEED = 3  # words in a row by which quotes are brought together
MANY = 40  # quotes that hold such words, from which they say nothing
LEAST, ALIKE = 5, 0.7  # words that agree, and of the shorter quote how many


class Saying(NamedTuple):
    """A quote of a speaker: whose claim it carries, and by which citation."""

    claim: Claim
    number: int
    citation: Citation
    placed: Placed
    figures: tuple[Item, ...]  # with names: what stays the same in any language

    @property
    def statement(self) -> str:
        """The statement it stands in, if the dossier knows one."""
        return self.claim.entry.stated_in


class Alike(NamedTuple):
    """Two quotes whose words agree, and in which; or by names and figures alone, and no words."""

    one: Saying
    other: Saying
    passage: Passage | None

    @property
    def share(self) -> float:
        """Of the shorter quote, how many words agree."""
        if self.passage is None:
            return 0.0
        return self.passage.agreeing / min(len(one.placed.words) for one in self[:2])


def sayings(ledger: Ledger) -> list[Saying]:
    """All quotes of claims that stand and have a speaker."""
    numbers, signatures = Numbers(), Signatures(ledger)
    return [
        Saying(
            claim,
            number,
            one,
            Placed(one.quote, words(one.quote, numbers)),
            signatures.of(one.quote),
        )
        for claim in ledger.claims.values()
        if claim.voices and claim.entry.stands
        for number, one in enumerate(claim.entry.cite)
    ]


def alike(found: Iterable[Saying]) -> Iterator[Alike]:
    """Pairs of quotes from two documents whose words nearly agree."""
    held: defaultdict[int, list[Saying]] = defaultdict(list)
    for one in found:
        for seed in set(shingles([word.number for word in one.placed.words], SEED)):
            held[seed].append(one)
    told: set[tuple[int, int]] = set()
    for together in held.values():
        if len(together) > MANY:
            continue
        for one, other in combinations(together, 2):
            if one.citation.source == other.citation.source or (id(one), id(other)) in told:
                continue
            told.add((id(one), id(other)))
            passage = _agreeing(one.placed, other.placed)
            if passage and _figures(one) == _figures(other):
                yield Alike(one, other, passage)


def _figures(one: Saying) -> set[Item]:
    return {item for item in one.figures if isinstance(item, int)}


def _agreeing(one: Placed, other: Placed) -> Passage | None:
    """What two quotes share, if that is nearly all of the shorter one."""
    left, right = ([word.number for word in placed.words] for placed in (one, other))
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    runs = tuple(Run(*block) for block in blocks if block.size)
    number = sum(run.length for run in runs)
    if number < LEAST or number < ALIKE * min(len(left), len(right)):
        return None
    return Passage((0, len(one.text)), (0, len(other.text)), runs)
