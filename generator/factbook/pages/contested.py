"""The parts of a conflict, as templates get them: positions, a figure, how it was weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.pages.lineage import LineageView
    from factbook.pages.view import ClaimView, Link


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position in a conflict.

    `mark` numbers the camps: positions of one camp agree with each other and disagree with another;
    0 is for those that disagree with nobody.
    """

    value: str
    attribute: str
    origins: str
    merged: tuple[str, ...]
    own_voice: int
    claims: tuple[ClaimView, ...]
    mark: int
    lineage: LineageView | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A position on the number line: from `start` to `end` in percent of its width."""

    label: str
    points: tuple[float, ...]
    start: float
    end: float
    open_end: bool
    mark: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Positions as marks on one number line; `ticks` are (percent, label)."""

    ticks: tuple[tuple[float, str], ...]
    rows: tuple[FigureRow, ...]
    in_words: str
    unit: str


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """The editors' own conclusion, and on what it rests.

    `has_changed` says that the evidence is no longer what it was when they came to it.
    """

    conclusion: str
    is_open: bool
    method: str
    confidence: str
    because: str
    by: str
    on: str
    weighs: int
    has_changed: bool


@dataclass(frozen=True, slots=True)
class DeclaredSide:
    """One side of a conflict that editors declare."""

    label: str
    origins: str
    claims: tuple[ClaimView, ...]
    lineage: LineageView | None = None


@dataclass(frozen=True, slots=True)
class DeclaredView:
    """A conflict that no rule can see, as the editors declare it."""

    id: str
    anchor: str
    question: str
    kind: str
    severity: str
    status: str
    subject: Link
    page: Link
    because: str
    assessment: AssessmentView | None
    sides: tuple[DeclaredSide, ...]


@dataclass(frozen=True, slots=True)
class OriginStep:
    """How the origins of a position were counted, in sentences; `claims` are the ids behind it.

    `lineage` tells it path by path; it is empty where a page draws it.
    """

    position: str
    claims: str
    origins: str
    steps: tuple[str, ...]
    lineage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PairStep:
    """How two positions were compared: what they came to, why, and by which rule.

    `explained` are pairs of claims that do not agree and of which something explains it.
    """

    sides: tuple[str, str]
    relation: str
    is_conflict: bool
    because: str
    notes: tuple[str, ...]
    rule: Link
    explained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """One family of attributes: its positions, how each pair was compared, what was left aside.

    `more` is how many pairs are not told; `declared` are questions that editors ask about these
    claims, which no rule can see.
    """

    question: str
    origins: tuple[OriginStep, ...]
    pairs: tuple[PairStep, ...]
    more: int
    aside: tuple[str, ...]
    declared: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict: the question, who holds what, and why that is called a conflict."""

    id: str
    anchor: str
    question: str
    kind: str
    severity: str
    status: str
    subject: Link
    positions: tuple[PositionView, ...]
    assessment: AssessmentView | None
    because: str  # why the editors call it explained, or why it is open
    origins: str  # of all positions together
    split: str  # the camps in one line: "3, against 8 or at least 8"
    reasons: tuple[str, ...]
    page: Link  # its own, where it stands how it was weighed
    figure: Figure | None
