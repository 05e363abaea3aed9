"""Hand-written pages: what they cite, what is wrong with it, and the notes that readers see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.diagnostics.spot import Span, Spot
from factbook.facts.prose import key_of
from factbook.pages.claims import claim_view
from factbook.pages.view import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.pages.links import Desk

_LINE_END = re.compile(r"\r\n|\n|\r")
ONE_EACH = "write one claim in brackets, [@subject#claim], and the next in brackets of its own"


class Cited(NamedTuple):
    """A citation: what stands after the `@`, and where in the text its bracket opens.

    `misplaced` says where it stands, if no number can stand there; empty where one can.
    """

    written: str
    offset: int
    misplaced: str = ""


class Led(NamedTuple):
    """A link within the site, as it is written, and where in the text that begins."""

    target: str
    offset: int


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page as its editors wrote it.

    `path` is relative to the dossier, `name` to the folder of hand-written pages. `is_unread` says
    that Markdown gave it up.
    """

    path: str
    name: str
    text: str
    cited: tuple[Cited, ...] = ()
    led: tuple[Led, ...] = ()
    is_unread: bool = False

    def spot(self, offset: int, words: str) -> Spot:
        """Where `words` stand, which begin at an offset of the text."""
        lines = _LINE_END.split(self.text[:offset])
        line, column = len(lines), len(lines[-1]) + 1
        return Spot(self.path, span=Span(line, column, line, column + len(words)))


def citation_problems(page: HandWritten, ledger: Ledger) -> Iterator[Problem]:
    """A problem for each citation that cannot be drawn, or that leads to no standing claim."""
    if page.is_unread:
        message = "lists or quotations lie too deep within each other here to be read"
        yield Problem("unreadable", message, page.spot(0, ""), "make them flatter")
    for cited in page.cited:
        spot = page.spot(cited.offset, f"[@{cited.written}]")
        if re.search(r"\s", cited.written):
            yield Problem("unsourced-prose", "this citation cannot be read", spot, ONE_EACH)
        elif cited.misplaced:
            message = f"a citation cannot stand in {cited.misplaced}"
            mend = "cite in the text, where a number can lead to its note"
            yield Problem("misplaced-citation", message, spot, mend)
        elif problem := _wrong(cited.written, spot, ledger):
            yield problem


def _wrong(written: str, spot: Spot, ledger: Ledger) -> Problem | None:
    """What is wrong with the claim that a citation names."""
    if "#" not in written:
        holders = sorted(key.subject for key in ledger.claims if key.claim == written)
        mend = f"did you mean [@{holders[0]}#{written}]?" if holders else "write [@subject#claim]"
        message = f"a hand-written page is about no subject, so {written} names no claim"
        return Problem("missing-claim", message, spot, mend)
    key = key_of(written, "")
    claim = ledger.claims.get(key)
    if claim is None:
        known = key.subject in ledger.subjects.records
        if not known and ledger.is_known(key.subject):
            return None  # its file is broken, and reported
        claims = [one.key.claim for one in ledger.of_subject.get(key.subject, ())]
        near = claims if known else ledger.subjects.records
        mend = did_you_mean(key.claim if known else key.subject, near)
        claim_is = f"there is no claim {key.claim} in {key.subject}"
        message = claim_is if known else f"there is no subject {key.subject}"
        return Problem("missing-claim", message, spot, mend)
    if claim.entry.withdrawn or claim.entry.redacted:
        mend = "rewrite the sentence, or cite what took its place"
        return Problem("withdrawn-cited", f"{key.claim} was taken back", spot, mend)
    return None


class Notes:
    """The notes of one hand-written page, numbered in the order in which claims are cited."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.notes: dict[str, Note] = {}

    def cite(self, written: str) -> Note | None:
        """The note of the claim that `subject#claim` names; None where there is no such claim."""
        claim = self.desk.ledger.claims.get(key_of(written, ""))
        if claim is not None and written not in self.notes:
            view = claim_view(claim, self.desk)
            self.notes[written] = Note(len(self.notes) + 1, view)
        return self.notes.get(written)
