"""How two positions stand to each other: the closed list of kinds, and the words for why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """The kinds of relation, in the words that readers see."""

    RENDERING = "rendering"
    DECLARED_NOT = "declared not"
    UPDATED = "updated"
    REVISED = "revised"
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


@dataclass(frozen=True, slots=True)
class Finding:
    """The relation of two positions, and why: a sentence about these two."""

    relation: Relation
    because: str

    @property
    def is_conflict(self) -> bool:
        """Whether readers must be told that the two do not agree."""
        return self.relation in CONFLICTING
