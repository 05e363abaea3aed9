"""A proposal: how two documents, statements or claims may be of one lineage, and what shows it.

Nothing is linked by a proposal. An editor accepts it, and the link is written into a fact file; or
refuses it, and the reason is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple
from zlib import crc32

from factbook.evidence.lineage.shingles import digest

if TYPE_CHECKING:
    from factbook.evidence.lineage.passages import Passage, Placed
    from factbook.facts.entries import Certainty, Rendering

ProposalKind = Literal[
    "derives_from", "echoes", "perhaps_same", "rendering", "stock wording", "common quotation"
]
NO_LINK = frozenset({"stock wording", "common quotation"})  # what is told, and links nothing
OPENING = 240  # characters of a document that is shown as it begins
_SIGN = {
    "derives_from": "d",
    "echoes": "e",
    "perhaps_same": "s",
    "rendering": "r",
    "stock wording": "w",
    "common quotation": "q",
}


class Piece(NamedTuple):
    """Some of the words of a passage, and whether they stand in the other one too."""

    text: str
    agrees: bool


class Extract(NamedTuple):
    """A stretch of a document, of a quote or of its opening: where it stands, and in pieces.

    `start` and `end` count the characters of whichever it is; `quoted` says that it stands there as
    somebody's words.
    """

    source: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    quoted: bool = False
    within: Literal["document", "quote", "opening"] = "document"

    @classmethod
    def quote(cls, source: str, text: str) -> Extract:
        """A quote in which nothing agrees word for word."""
        return cls(source, 0, len(text), (Piece(text, agrees=False),), quoted=True, within="quote")

    @classmethod
    def opening(cls, source: str, text: str) -> Extract:
        """How a document begins, of which no passage can be shown."""
        words = " ".join(text.split())[:OPENING]
        return cls(source, 0, len(words), (Piece(words, agrees=False),), within="opening")

    @property
    def text(self) -> str:
        """The words as they stand in the document."""
        return "".join(piece.text for piece in self.pieces)


class Beside(NamedTuple):
    """Two stretches side by side."""

    one: Extract
    other: Extract

    def reversed(self) -> Beside:
        """The same with the other one first."""
        return Beside(self.other, self.one)


@dataclass(frozen=True, slots=True)
class Proposal:
    """That `one` may come from `other`, or be one with it.

    `directed` says that the order is known. Of a rendering, both are citations (`SUBJECT#CLAIM@0`),
    and `rendering` is what would be said of the first. `twin` tells it apart from another whose
    short id would be the same.
    """

    kind: ProposalKind
    one: str
    other: str
    certainty: Certainty
    because: str
    beside: tuple[Beside, ...]
    directed: bool = True
    rendering: Rendering = "verbatim"
    twin: int = 0

    @property
    def id(self) -> str:
        """What it is called: the same in every run, whichever of the two is named first."""
        ends = "\n".join((self.kind, *sorted((self.one, self.other))))
        more = f"-{self.twin + 1}" if self.twin else ""
        return f"{_SIGN[self.kind]}-{crc32(ends.encode()):08x}{more}"

    @property
    def texts(self) -> str:
        """A short name for the words that it rests on: another as soon as they change."""
        return digest(sorted(one.text for both in self.beside for one in both))

    def reversed(self) -> Proposal:
        """The same the other way round."""
        turned = tuple(both.reversed() for both in self.beside)
        return replace(self, one=self.other, other=self.one, beside=turned, directed=True)


def beside(one: str, other: str, texts: tuple[Placed, Placed], found: Passage) -> Beside:
    """A passage of two documents side by side, its words marked where they agree."""
    left, right = texts
    return Beside(
        _extract(one, left, found.one, [(run.one, run.length) for run in found.runs]),
        _extract(other, right, found.other, [(run.other, run.length) for run in found.runs]),
    )


def _extract(
    source: str, text: Placed, span: tuple[int, int], runs: list[tuple[int, int]]
) -> Extract:
    pieces = []
    reached = span[0]
    for first, length in runs:
        start, end = text.words[first].start, text.words[first + length - 1].end
        if start > reached:
            pieces.append(Piece(text.text[reached:start], agrees=False))
        pieces.append(Piece(text.text[start:end], agrees=True))
        reached = end
    return Extract(source, *span, tuple(pieces))
