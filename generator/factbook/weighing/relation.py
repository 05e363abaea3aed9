"""How two positions stand to each other: the closed list of kinds, and the words for why."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Relation(StrEnum):
    """The kinds of relation, in the words that readers see."""

    RENDERING = "rendering"
    DECLARED_NOT = "declared not"
    UPDATED = "updated"
    REVISED = "revised"
    RISING = "rising toll"
    SAME = "same"
    REFINES = "refines"
    OVERLAPS = "overlaps"
    CONTRADICTS = "contradicts"
    DISPUTED = "disputed"
    PART_AND_WHOLE = "part and whole"
    DIFFERENT_COVERAGE = "different coverage"
    TENSION = "tension"
    NOT_COMPARABLE = "not comparable"


CONFLICTING = {Relation.CONTRADICTS: 3, Relation.DISPUTED: 2, Relation.TENSION: 1}


class Finding(NamedTuple):
    """The relation of two positions, and why: a sentence about these two.

    `notes` are what a reader must know beside the relation.
    """

    relation: Relation
    because: str
    notes: tuple[str, ...] = ()

    @property
    def is_conflict(self) -> bool:
        """Whether readers must be told that the two do not agree."""
        return self.relation in CONFLICTING
