"""Which documents may derive from each other, by what they share in their own words.

What stands within quotation marks in both, or is cited in both as one speaker's statement, is a
common quotation: two outlets that heard one speech owe each other nothing. A passage that one of
them gives without the marks still is the speaker's. What is left are a document's own words: much
of them, and it was copied; one sentence, and it is stock wording, which says nothing of the event.

How two texts came to agree their words do not say: one may have copied the other, or both a third
that is not here. So nothing is proposed as certain. What stands at the end of both documents, after
words of their own, may be the foot of their pages and is possible at most, unless it is long.

Example: two reports share three paragraphs: the later may derive from the earlier.
Example: two reports quote the same sentence of a speech: a common quotation.
Example: two reports of different attacks share one sentence of background: stock wording.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.lineage.marks import Span, covered, quoted
from factbook.evidence.lineage.passages import LEAST, Passage, Placed
from factbook.evidence.lineage.proposal import Beside, Proposal, beside
from factbook.evidence.lineage.shared import EDGE, IN_A_ROW, WORDING, Shared, shared_passages
from factbook.evidence.lineage.shingles import Numbers, weight, words
from factbook.facts.model import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factbook.facts.entries import Certainty
    from factbook.facts.model import Source

COPIED, MUCH_COPIED = 60, 120  # words of their own that two share: possibly, probably copied
PART, MOST = 0.2, 0.5  # of the shorter one's words: probably copied, even within one house
SOME = 24  # words below which no part of a document is enough
THIRD = "one has it from the other, or both from a third document"


class Told(NamedTuple):
    """A passage side by side, and how many of its agreeing words are whose.

    `own` are no speaker's in either document, `said` a speaker's in both, `marked` in one of them.
    `at_foot` says that both documents end with it, after words of their own.
    """

    passage: Passage
    both: Beside
    own: float
    said: float
    marked: float
    at_foot: bool = False

    @property
    def is_quotation(self) -> bool:
        """Whether too few of the words are the documents' own."""
        return self.own < WORDING


class Kin(NamedTuple):
    """Two documents, all that they share, and how many words the shorter one has."""

    one: str
    other: str
    told: tuple[Told, ...]
    size: float


def kin(
    sources: Mapping[str, Source], texts: Mapping[str, str], said: Mapping[str, Sequence[Span]]
) -> list[Kin]:
    """All pairs of documents that share passages; `said` are stretches cited as a statement's."""
    names = sorted(texts, key=lambda name: (_day(sources[name]), name))
    shared = shared_passages({name: texts[name] for name in names})
    numbers = Numbers()
    marks = {
        name: [*quoted(texts[name]), *said.get(name, ())] for one in shared for name in one[:2]
    }
    placed = {name: Placed(texts[name], words(texts[name], numbers)) for name in marks}
    size = {
        name: sum(weight(one.text[word.start]) for word in one.words)
        for name, one in placed.items()
    }
    return [
        Kin(
            one.one,
            one.other,
            tuple(_told(passage, one, placed, marks) for passage in one.passages),
            min(size[one.one], size[one.other]),
        )
        for one in shared
    ]


def _day(source: Source) -> float:
    return float(source.published.usual.high) if source.published.known else float("inf")


def _told(
    passage: Passage,
    pair: Shared,
    placed: Mapping[str, Placed],
    marks: Mapping[str, Sequence[Span]],
) -> Told:
    left, right = placed[pair.one], placed[pair.other]
    counted = [0.0, 0.0, 0.0]
    of_speaker = [0, 0]
    for run in passage.runs:
        for step in range(run.length):
            here, there = left.words[run.one + step], right.words[run.other + step]
            is_said = covered(here, marks[pair.one]), covered(there, marks[pair.other])
            counted[sum(is_said)] += weight(left.text[here.start])
            of_speaker = [so_far + new for so_far, new in zip(of_speaker, is_said, strict=True)]
    made = beside(pair.one, pair.other, (left, right), passage)
    half = passage.agreeing / 2
    both = Beside(
        made.one._replace(quoted=of_speaker[0] > half),
        made.other._replace(quoted=of_speaker[1] > half),
    )
    own, marked, in_both = counted
    return Told(passage, both, own, in_both, marked, _is_foot(passage, left, right))


def _is_foot(passage: Passage, left: Placed, right: Placed) -> bool:
    """Whether both documents end with a passage, after words of their own."""
    first, last = passage.runs[0], passage.runs[-1]
    after = (
        len(left.words) - last.one - last.length,
        len(right.words) - last.other - last.length,
    )
    return max(after) <= EDGE and min(first.one, first.other) >= SOME


def of_documents(found: Sequence[Kin], sources: Mapping[str, Source]) -> Iterator[Proposal]:
    """What the pairs propose: derivations, stock wording, common quotations."""
    for pair in found:
        own = [one for one in pair.told if not one.is_quotation and _is_long(one.passage)]
        if own:
            yield _of_wording(pair, own, sources)
        quotations = [one for one in pair.told if one.is_quotation and _is_quotation(one)]
        if quotations:
            yield _of_quotations(pair, quotations)


def _is_long(passage: Passage) -> bool:
    return max(run.length for run in passage.runs) >= IN_A_ROW  # signs, where no spaces are


def _is_quotation(one: Told) -> bool:
    return one.said + one.marked >= LEAST - 1


def _of_wording(pair: Kin, own: list[Told], sources: Mapping[str, Source]) -> Proposal:
    number = round(sum(one.own for one in own))
    part = number / max(1, pair.size)
    certainty = _certainty(number, part, len(own))
    at_foot = all(one.at_foot for one in own)
    if certainty and at_foot and number < MUCH_COPIED:
        certainty = "possible"
    same = sources[pair.one].publisher == sources[pair.other].publisher != UNKNOWN
    shown = tuple(one.both for one in own)
    if certainty is None or (same and part < MOST):
        words_of = f"{number} words in {_passages(len(own))} agree, and no more"
        house = ", of two documents of one outlet" if same else ""
        because = (
            f"{words_of}{house}: stock wording, which either may have from anywhere, and which "
            "says nothing of whether they tell of the same event"
        )
        return Proposal("stock wording", pair.one, pair.other, "possible", because, shown)
    because = (
        f"{number} words of their own agree in {_passages(len(own))}, "
        f"{part:.0%} of the shorter document"
    )
    if at_foot:
        because += ", at the end of both, where pages have their foot"
    return _derived(pair, certainty, because, shown, sources)


def _certainty(number: int, part: float, passages: int) -> Certainty | None:
    """How sure it is that so many words were copied; None where it is one sentence or two."""
    if number < SOME:
        return None
    if part >= PART or number >= MUCH_COPIED:
        return "probable"
    return "possible" if number >= COPIED or passages > 2 else None


def _derived(
    pair: Kin,
    certainty: Certainty,
    because: str,
    shown: tuple[Beside, ...],
    sources: Mapping[str, Source],
) -> Proposal:
    """Who came later names who came first; the pairs are in the order of their days."""
    one, other = sources[pair.one].published, sources[pair.other].published
    known = one.known and other.known and one.usual.high < other.usual.low
    order = (
        f"{pair.other} was published later"
        if known
        else "which of the two came first, their dates do not say"
    )
    because = f"{because}: {THIRD}; {order}"
    made = Proposal("derives_from", pair.one, pair.other, certainty, because, shown, directed=False)
    return made.reversed() if known else made


def _of_quotations(pair: Kin, quotations: list[Told]) -> Proposal:
    said = round(sum(one.said + one.marked for one in quotations))
    unmarked = [one for one in quotations if one.marked > one.said]
    because = f"{said} words in {_passages(len(quotations))} are quoted: no derivation"
    if unmarked:
        because += f"; {_passages(len(unmarked))} without quotation marks in one of the two"
    shown = tuple(one.both for one in quotations)
    return Proposal("common quotation", pair.one, pair.other, "certain", because, shown)


def _passages(number: int) -> str:
    return f"{number} passage{'' if number == 1 else 's'}"
