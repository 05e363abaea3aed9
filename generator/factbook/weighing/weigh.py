"""Weigh the ledger: positions by subject and family, relations, and the conflicts they form."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from factbook.weighing.conflict import (
    Conflict,
    DeclaredOne,
    Weighed,
    conflict_of,
    declared_conflicts,
)
from factbook.weighing.family import Bounds, Family
from factbook.weighing.fingerprint import AssessmentKey, fingerprints
from factbook.weighing.linking import LINKS_OF_LOWER, LINKS_OF_UPPER, Links
from factbook.weighing.origins import origins
from factbook.weighing.pairing import pairs_of
from factbook.weighing.position import Position, positions
from factbook.weighing.sums import add_sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.judgements import Assessment
    from factbook.facts.ledger import Claim, Ledger

    Families = dict[tuple[str, str], tuple[Weighed, ...]]


@dataclass(frozen=True, slots=True)
class Weighing:
    """All families of positions, by subject and root attribute, and all conflicts by id.

    `bounds` say who counts as one.
    """

    bounds: Bounds
    families: Mapping[tuple[str, str], tuple[Weighed, ...]]
    conflicts: Mapping[str, Conflict]
    declared: Mapping[str, DeclaredOne]
    conflict_of: Mapping[ClaimKey, Conflict | DeclaredOne]
    fingerprints: Mapping[AssessmentKey, str]
    recorded: Mapping[tuple[str, str], str]
    public: frozenset[AssessmentKey]  # made in a first root, which knows nothing of the second

    def assessed(self, subject: str, assessment: Assessment) -> Conflict | DeclaredOne | None:
        """The conflict that an assessment of a subject is about, if there is one."""
        root = self.bounds.upper.roots.get(assessment.attribute, assessment.attribute)
        for name in filter(None, (assessment.conflict, f"{subject}.{assessment.conflict or root}")):
            found = self.conflicts.get(name) or self.declared.get(name)
            if found:
                return found
        return None

    def is_recorded(self, subject: str, key: str) -> bool:
        """Whether the lock of a subject knows what an assessment rested on."""
        return AssessmentKey(subject, key) in self.recorded

    def has_changed(self, subject: str, key: str) -> bool:
        """Whether what an assessment weighs is no longer what it was when it was recorded."""
        name = AssessmentKey(subject, key)
        return self.is_recorded(subject, key) and self.recorded[name] != self.fingerprints[name]


class Kept:
    """What an earlier weighing found on `subjects`, which nothing has reached since."""

    def __init__(self, weighing: Weighing, subjects: AbstractSet[str]) -> None:
        self.subjects = subjects
        self._families: dict[str, Families] = {}
        for key, family in weighing.families.items():
            self._families.setdefault(key[0], {})[key] = family
        self._conflicts: dict[str, dict[str, Conflict]] = {}
        for name, conflict in weighing.conflicts.items():
            self._conflicts.setdefault(conflict.subject, {})[name] = conflict

    def weighed(self, subject: str) -> tuple[Families, Mapping[str, Conflict]]:
        """The families of a subject, and its conflicts by id."""
        return self._families.get(subject, {}), self._conflicts.get(subject, {})


def weigh(
    ledger: Ledger,
    recorded: Mapping[tuple[str, str], str] = MappingProxyType({}),
    public: Mapping[AssessmentKey, str] = MappingProxyType({}),
    kept: Kept | None = None,
) -> Weighing:
    """Weigh every subject of a ledger.

    `recorded` are the fingerprints of assessments that locks hold; `public` those of assessments of
    a first root, which what a second root adds does not touch. `kept` spares subjects that were
    weighed before and that nothing that has changed since can reach.
    """
    bounds = bounds_of(ledger)
    found: dict[tuple[str, str], tuple[Weighed, ...]] = {}
    conflicts: dict[str, Conflict] = {}
    declared: dict[str, DeclaredOne] = {}
    for subject, claims in ledger.of_subject.items():
        if kept and subject in kept.subjects:
            weighed, own = kept.weighed(subject)
        else:
            weighed, own = _weigh_subject(subject, claims, bounds)
        found |= weighed
        conflicts |= own
    for subject in ledger.subjects.records:
        declared |= {one.id: one for one in declared_conflicts(subject, ledger)}
    return Weighing(
        bounds=bounds,
        families=found,
        conflicts=conflicts,
        declared=declared,
        conflict_of=_conflict_of(conflicts.values(), declared.values()),
        fingerprints={**fingerprints(bounds), **public},
        recorded=recorded,
        public=frozenset(public),
    )


def _weigh_subject(
    subject: str, claims: Iterable[Claim], bounds: Bounds
) -> tuple[Families, dict[str, Conflict]]:
    """The families of one subject, and the conflicts within them by id."""
    found: Families = {}
    conflicts: dict[str, Conflict] = {}
    groups = _groups(claims, bounds)
    named = _named(groups, bounds)
    for root, group in groups.items():
        if len(group) == 1 and root not in named:
            found[subject, root] = (Weighed(group[0], origins(group[0].claims, *bounds)),)
            continue
        family = _family(subject, group, bounds)
        weighed = tuple(Weighed(one, origins(one.claims, *bounds)) for one in family.positions)
        found[subject, root] = weighed
        conflict = conflict_of(subject, root, weighed, pairs_of(family), bounds.upper.ledger)
        if conflict:
            conflicts[conflict.id] = conflict
    return found, conflicts


def _named(groups: Mapping[str, list[Position]], bounds: Bounds) -> set[str]:
    """The families of counts whose people are named, by root attribute."""
    roots = bounds.upper.roots
    return {
        roots[counted]
        for name, counted in bounds.upper.naming.items()
        if roots[name] in groups and counted in roots
    }


def bounds_of(ledger: Ledger) -> Bounds:
    """Who counts as one in a ledger; one and the same for both bounds where no link is possible."""
    upper = Links(ledger, LINKS_OF_UPPER)
    lower = Links(ledger, LINKS_OF_LOWER)
    return Bounds(upper if lower.agrees_with(upper) else lower, upper)


def families(
    subject: str, claims: Iterable[Claim], bounds: Bounds, only: str = ""
) -> dict[str, Family]:
    """The positions of one subject by root attribute, sums included; or those of `only` one."""
    groups = _groups(claims, bounds)
    return {
        root: _family(subject, group, bounds)
        for root, group in groups.items()
        if only in {"", root}
    }


def _groups(claims: Iterable[Claim], bounds: Bounds) -> dict[str, list[Position]]:
    """The positions of some claims on one subject, by root attribute."""
    roots, ledger = bounds.upper.roots, bounds.upper.ledger
    groups: dict[str, list[Position]] = {}
    for position in positions([one for one in claims if one.entry.attribute in roots], ledger):
        groups.setdefault(roots[position.attribute], []).append(position)
    return groups


def _family(subject: str, group: list[Position], bounds: Bounds) -> Family:
    family = Family(subject, group, bounds)
    add_sums(family)
    return family


def _conflict_of(
    conflicts: Iterable[Conflict], declared: Iterable[DeclaredOne]
) -> dict[ClaimKey, Conflict | DeclaredOne]:
    """Claim -> the conflict it takes part in: only positions that disagree with another."""
    found: dict[ClaimKey, Conflict | DeclaredOne] = {
        key: one for one in declared if one.kind for key in one.claims
    }
    found |= {key: conflict for conflict in conflicts for key in conflict.claims}
    return found
