"""Weigh the ledger: positions by subject and family, relations, and the conflicts they form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from factbook.weighing.behind import same_statements
from factbook.weighing.origins import Origins, origins
from factbook.weighing.position import Position, positions
from factbook.weighing.relation import CONFLICTING, Finding, Relation
from factbook.weighing.rules import relate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Ledger

SEVERITIES = ((6, "high"), (3, "moderate"), (0, "low"))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A position with its origins."""

    position: Position
    origins: Origins


@dataclass(frozen=True, slots=True)
class Pair:
    """Two positions, by their place in the conflict, and how they stand to each other."""

    one: int
    other: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Conflict:
    """Positions of one subject and attribute family that do not agree.

    It lists all positions of the family, those that merely refine too, with each pair's relation.
    """

    id: str
    subject: str
    family: str
    kind: Relation
    severity: str
    positions: tuple[Weighed, ...]
    pairs: tuple[Pair, ...]

    @property
    def question_of(self) -> str:
        """The attribute in dispute, if it is only one; else the root of the family."""
        disputed = {
            self.positions[number].position.attribute
            for pair in self.pairs
            if pair.finding.is_conflict
            for number in (pair.one, pair.other)
        }
        return disputed.pop() if len(disputed) == 1 else self.family


@dataclass(frozen=True, slots=True)
class Weighing:
    """All families of positions, by subject and root attribute, and all conflicts by id."""

    families: Mapping[tuple[str, str], tuple[Weighed, ...]]
    conflicts: Mapping[str, Conflict]
    conflict_of: Mapping[ClaimKey, Conflict]


def weigh(ledger: Ledger) -> Weighing:
    """Weigh every subject of a ledger."""
    same = same_statements(ledger)
    families: dict[tuple[str, str], tuple[Weighed, ...]] = {}
    conflicts: dict[str, Conflict] = {}
    for subject, claims in ledger.of_subject.items():
        known = [one for one in claims if one.entry.attribute in ledger.vocabulary.attributes]
        for root, family in _families(positions(subject, known, ledger, same), ledger).items():
            weighed = tuple(Weighed(one, origins(one, ledger, same)) for one in family)
            families[subject, root] = weighed
            conflict = _conflict(subject, root, weighed, ledger)
            if conflict:
                conflicts[conflict.id] = conflict
    return Weighing(families, conflicts, _conflict_of(conflicts.values()))


def _families(found: list[Position], ledger: Ledger) -> dict[str, list[Position]]:
    families: defaultdict[str, list[Position]] = defaultdict(list)
    for position in found:
        families[ledger.vocabulary.root(position.attribute)].append(position)
    return families


def _conflict(
    subject: str, root: str, weighed: tuple[Weighed, ...], ledger: Ledger
) -> Conflict | None:
    """The conflict of a family, if any two of its positions do not agree."""
    family = [one.position for one in weighed]
    pairs = tuple(
        Pair(one, other, relate(family[one], family[other], ledger, family))
        for one, other in combinations(range(len(family)), 2)
    )
    clashing = [pair for pair in pairs if pair.finding.is_conflict]
    if not clashing:
        return None
    kind = max((pair.finding.relation for pair in clashing), key=CONFLICTING.__getitem__)
    weight = max(
        ledger.vocabulary.attributes[family[number].attribute].weight
        for pair in clashing
        for number in (pair.one, pair.other)
    )
    return Conflict(
        id=f"{subject}.{root}",
        subject=subject,
        family=root,
        kind=kind,
        severity=next(word for least, word in SEVERITIES if weight * CONFLICTING[kind] >= least),
        positions=weighed,
        pairs=pairs,
    )


def _conflict_of(conflicts: Iterable[Conflict]) -> dict[ClaimKey, Conflict]:
    """Claim -> the conflict it takes part in: only positions that disagree with another."""
    return {
        claim.key: conflict
        for conflict in conflicts
        for pair in conflict.pairs
        if pair.finding.is_conflict
        for number in (pair.one, pair.other)
        for claim in conflict.positions[number].position.claims
    }
