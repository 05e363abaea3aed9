"""One quote looked for in one document: where it stands, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem, Severity
from factbook.diagnostics.spot import Spot
from factbook.evidence.finding import REACH, find
from factbook.evidence.folding import fold
from factbook.evidence.locating import contradicts, located
from factbook.evidence.nearest import Reader
from factbook.evidence.source_lock import Line, text_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.evidence.finding import Found, Place
    from factbook.evidence.folding import Folded
    from factbook.evidence.locating import Locator
    from factbook.evidence.source_lock import Text
    from factbook.facts.entries import Citation

AROUND = 60  # characters around a quote, by which it is told that it stands there as words
NAMED = 4  # places that are named where words stand more than once
HERE = Spot("")  # the citation; whoever knows where that is puts it there
_MORE_TO_SAY = "add `prefix` or `suffix`, words that stand just before or after, or a `locator`"


@dataclass(frozen=True)
class Opened:
    """A document that is looked through: the sha256 of its bytes, and its text."""

    snapshot: str
    text: str

    @cached_property
    def folded(self) -> Folded:
        """The text as quotes are looked for in it."""
        return fold(self.text)

    @cached_property
    def record(self) -> Text:
        """What a lock keeps of the text."""
        return text_record(self.snapshot, self.text)

    @cached_property
    def reader(self) -> Reader:
        """Looks for what comes near."""
        return Reader(self.folded)

    def locator(self, start: int, end: int) -> Locator:
        """Where a stretch of the original text stands."""
        return located(start, end, self.record.paragraphs)

    def where(self, place: Place) -> Locator:
        """Where a place of the folded text stands."""
        return self.locator(*self.folded.span(place.start, place.end))


class Outcome(NamedTuple):
    """Where a quote stands (not yet on which day that was found), or what is wrong, or both."""

    line: Line | None
    problem: Problem | None = None


def look(document: Opened, cited: Citation, *, needs_one_place: bool) -> Outcome:
    """Look for a quote in a document.

    `needs_one_place` says whether it matters which it is of several places: for a claim it does.
    """
    found = find(document.folded, cited.quote, cited.prefix, cited.suffix)
    if not found.every:
        return Outcome(None, _missing(document, cited))
    if not found.fitting:
        return Outcome(None, _out_of_context(document, cited, found))
    places = [one for one in found.fitting if not _is_elsewhere(document, cited, one)]
    if not places:
        line = _line(document, found.fitting)
        return Outcome(line, _elsewhere(document, cited, found.fitting))
    line = _line(document, places)
    several = line.places > 1 and needs_one_place and not cited.locator
    return Outcome(line, _ambiguous(document, places) if several else None)


def confirms(document: Opened, cited: Citation, line: Line) -> bool:
    """Whether a quote stands in a document exactly where a lock says so.

    A lock can be written by hand: the words must stand there as words, between prefix and suffix,
    in the paragraph that is named. What is around them is folded, not the whole document.
    """
    start, end = line.spans[0][0], line.spans[-1][1]
    if line.snapshot != document.snapshot or end - start > len(cited.quote) + AROUND * REACH:
        return False
    if line.locator != document.locator(start, end):
        return False
    low = max(0, start - AROUND - 2 * len(cited.prefix))
    around = fold(document.text[low : end + AROUND + 2 * len(cited.suffix)])
    places = find(around, cited.quote, cited.prefix, cited.suffix).fitting
    told = [tuple(around.span(*part) for part in place.parts) for place in places]
    return tuple((first - low, last - low) for first, last in line.spans) in told


def _line(document: Opened, places: Sequence[Place]) -> Line:
    """The first of some places; those in one paragraph count as one."""
    first = places[0]
    spans = tuple(document.folded.span(*part) for part in first.parts)
    count = len({document.where(one) for one in places})
    return Line(document.snapshot, spans, document.where(first), count, "")


def _is_elsewhere(document: Opened, cited: Citation, place: Place) -> bool:
    return bool(cited.locator) and contradicts(cited.locator, document.where(place))


def _missing(document: Opened, cited: Citation) -> Problem:
    message = f"these words do not stand in {cited.source}"
    near = document.reader.nearest(cited.quote)
    mend = "nothing like them stands there"
    if near:
        where = document.locator(near.start, near.end)
        mend = f"the nearest passage is in {where}: {near.marked}"
    return Problem("quote-missing", message, HERE.at("quote"), mend)


def _out_of_context(document: Opened, cited: Citation, found: Found) -> Problem:
    """What stands around the words in place of the prefix and suffix that are written."""
    _, fitting = find(document.folded, cited.quote, cited.prefix)
    name, words = (
        ("suffix", cited.suffix) if fitting or not cited.prefix else ("prefix", cited.prefix)
    )
    one = (fitting or found.every)[0]
    start, end = document.folded.span(one.start, one.end)
    text, size = document.text, len(words) + 10
    there = text[max(0, start - size) : start] if name == "prefix" else text[end : end + size]
    shown = " ".join(there.split())
    side = "before" if name == "prefix" else "after"
    message = f"the words stand in {cited.source}, but this {name} does not stand {side} them"
    mend = (
        f"{side} them stands, in {document.where(one)}: {shown}"
        if shown
        else f"nothing stands {side} them"
    )
    return Problem("quote-context", message, HERE.at(name), mend)


def _elsewhere(document: Opened, cited: Citation, places: Sequence[Place]) -> Problem:
    message = f"these words do not stand in {cited.locator} of {cited.source}"
    mend = f"they stand in {_named(document, places)}; correct the locator, or leave it out"
    return Problem("locator-contradicts", message, HERE.at("locator"), mend, Severity.WARNING)


def _ambiguous(document: Opened, places: Sequence[Place]) -> Problem:
    message = f"these words stand more than once: in {_named(document, places)}"
    return Problem("ambiguous-quote", message, HERE.at("quote"), _MORE_TO_SAY, Severity.WARNING)


def _named(document: Opened, places: Sequence[Place]) -> str:
    """Some places in words: `paragraph 2, paragraph 5 and 3 more`."""
    names = list(dict.fromkeys(str(document.where(one)) for one in places))
    more = len(names) - NAMED
    if more > 0:
        return f"{', '.join(names[:NAMED])} and {more} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
