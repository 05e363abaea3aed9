"""The closed list of what can change between two states of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.diagnostics.spot import Spot
    from factbook.facts.entries import Citation
    from factbook.facts.ledger import Claim
    from factbook.weighing.conflict import Conflict, Weighed

    Part = Claim | Citation | Conflict | Weighed | tuple[str, ...] | None


class ChangeKind(StrEnum):
    """Every kind of change, in the order in which a report counts them.

    The `edited` kinds catch what no other kind names, so that no edit of a fact file goes unseen.
    """

    SUBJECT_ADDED = "subject added"
    SUBJECT_REMOVED = "subject removed"
    SUBJECT_RENAMED = "subject renamed"
    SUBJECT_EDITED = "subject edited"
    CLAIM_ADDED = "claim added"
    CLAIM_REMOVED = "claim removed"
    CLAIM_RENAMED = "claim renamed"
    VALUE_CHANGED = "value changed"
    SPEAKER_CHANGED = "speaker changed"
    CLAIM_EDITED = "claim edited"
    CITATION_ADDED = "citation added"
    CITATION_REMOVED = "citation removed"
    QUOTE_CHANGED = "quote changed"
    QUOTE_UNVERIFIED = "quote unverified"
    CONFLICT_OPENED = "conflict opened"
    CONFLICT_CLOSED = "conflict closed"
    ORIGINS_GAINED = "origins gained"
    ORIGINS_LOST = "origins lost"
    VOCABULARY_EDITED = "vocabulary edited"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what it is, whom it is about, the two states, and where it is written.

    `old` and `new` hold the claim, citation, conflict or position before and after, or the names of
    the fields that were edited. `spot` lies in the new state, or in the old one if `gone`.
    """

    kind: ChangeKind
    subject: str
    spot: Spot
    claim: str = ""
    old: Part = None
    new: Part = None
    gone: bool = False
