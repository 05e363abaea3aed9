"""Conflicts: what the rules find, and what editors declare.

There is one for each subject and family of attributes that holds a contradiction, a dispute or a
tension; it lists all positions of the family, those that merely refine too, with how each pair
stands. What no rule can see, editors declare: as a contradiction, a dispute, a tension, or as a
difference, which looks like a conflict and is none. How grave one is follows from the weight of the
attribute and the kind: a contradiction counts three, a dispute two, a tension one. A conflict is
open until the editors explain or assess it; an assessment that comes to no conclusion leaves it
open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.prose import key_of
from factbook.weighing.relation import CONFLICTING, Finding, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.judgements import Assessment, DeclaredConflict
    from factbook.facts.ledger import Ledger
    from factbook.weighing.origins import Origins
    from factbook.weighing.position import Position

SEVERITIES = ((6, "high"), (3, "moderate"), (1, "low"), (0, "none"))
DECLARED_KINDS = {
    "contradiction": Relation.CONTRADICTS,
    "dispute": Relation.DISPUTED,
    "tension": Relation.TENSION,
}
DIFFERENCE = "difference"
UNRESOLVED = "unresolved"


class Status(StrEnum):
    """What the editors have said of a conflict."""

    OPEN = "open"
    EXPLAINED = "explained"
    ASSESSED = "assessed"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A position with its origins."""

    position: Position
    origins: Origins


class Assessed(NamedTuple):
    """An assessment and the key it stands under in the file of its subject."""

    key: str
    entry: Assessment


class Pair(NamedTuple):
    """Two positions, by their place in the conflict, and how they stand to each other."""

    one: int
    other: int
    finding: Finding


@dataclass(frozen=True)
class Conflict:
    """Positions of one subject and attribute family that do not agree.

    `noted` is what the editors write under the name of the attribute, `assessment` the latest.
    """

    id: str
    subject: str
    family: str
    kind: Relation
    severity: str
    positions: tuple[Weighed, ...]
    pairs: tuple[Pair, ...]
    noted: DeclaredConflict | None
    assessment: Assessed | None

    @cached_property
    def question_of(self) -> str:
        """The attribute in dispute, if it is only one; else the root of the family."""
        disputed = {self.positions[number].position.attribute for number in self.contested}
        return disputed.pop() if len(disputed) == 1 else self.family

    @cached_property
    def contested(self) -> tuple[int, ...]:
        """The positions that do not agree with some other, by their places."""
        found = {
            number: True
            for pair in self.pairs
            if pair.finding.is_conflict
            for number in (pair.one, pair.other)
        }
        return tuple(sorted(found))

    @property
    def claims(self) -> tuple[ClaimKey, ...]:
        """The claims that take part: those of positions that disagree with another."""
        positions = (self.positions[number].position for number in self.contested)
        return tuple(dict.fromkeys(claim.key for one in positions for claim in one.claims))

    @property
    def status(self) -> Status:
        """Open, explained or assessed."""
        return status(self.assessment, self.noted)


@dataclass(frozen=True, slots=True)
class DeclaredOne:
    """A conflict that editors declare in the file of a subject.

    `kind` is None for a difference, which is none; `severity` is then `none` too.
    """

    id: str
    subject: str
    key: str
    kind: Relation | None
    severity: str
    entry: DeclaredConflict
    claims: tuple[ClaimKey, ...]
    assessment: Assessed | None

    @property
    def status(self) -> Status:
        """Open, explained or assessed."""
        return status(self.assessment, self.entry)


def status(assessment: Assessed | None, noted: DeclaredConflict | None) -> Status:
    """What follows from an assessment and a note of the editors, if there are any."""
    if assessment and assessment.entry.conclusion != UNRESOLVED:
        return Status.ASSESSED
    return Status.EXPLAINED if noted and noted.explained else Status.OPEN


def severity(weight: int, kind: Relation | None) -> str:
    """How grave a conflict is: the weight of its attribute times that of its kind."""
    grade = weight * CONFLICTING[kind] if kind else 0
    return next(word for least, word in SEVERITIES if grade >= least)


def conflict_of(
    subject: str, root: str, weighed: tuple[Weighed, ...], pairs: tuple[Pair, ...], ledger: Ledger
) -> Conflict | None:
    """The conflict of a family, if any two of its positions do not agree."""
    clashing = [pair for pair in pairs if pair.finding.is_conflict]
    if not clashing:
        return None
    kind = max((pair.finding.relation for pair in clashing), key=CONFLICTING.__getitem__)
    attributes = ledger.vocabulary.attributes
    weight = max(
        attributes[weighed[number].position.attribute].weight
        for pair in clashing
        for number in (pair.one, pair.other)
    )
    record = ledger.subject(subject)
    name = f"{subject}.{root}"
    return Conflict(
        id=name,
        subject=subject,
        family=root,
        kind=kind,
        severity=severity(weight, kind),
        positions=weighed,
        pairs=pairs,
        noted=record.conflicts.get(root) if record else None,
        assessment=latest_assessment(subject, name, root, ledger),
    )


def declared_conflicts(subject: str, ledger: Ledger) -> Iterator[DeclaredOne]:
    """The conflicts that editors declare in the file of one subject, each under its own key."""
    record = ledger.subject(subject)
    attributes = ledger.vocabulary.attributes
    for key, entry in record.conflicts.items() if record else ():
        if key in attributes:
            continue
        claims = tuple(
            found
            for side in entry.positions
            for claim in side.claims
            if (found := key_of(claim, subject)) in ledger.claims
        )
        names = {ledger.claims[one].entry.attribute for one in claims}
        weight = max((attributes[one].weight for one in names if one in attributes), default=1)
        kind = DECLARED_KINDS.get(entry.kind or "")
        name = f"{subject}.{key}"
        assessment = latest_assessment(subject, name, "", ledger)
        yield DeclaredOne(
            name, subject, key, kind, severity(weight, kind), entry, claims, assessment
        )


def latest_assessment(subject: str, name: str, root: str, ledger: Ledger) -> Assessed | None:
    """The editors' latest assessment of a conflict: by its id, or by an attribute of its family."""
    record = ledger.subject(subject)
    found = [
        Assessed(key, one)
        for key, one in (record.assessments.items() if record else ())
        if one.conflict in {name, name.removeprefix(f"{subject}.")}
        or (root and one.attribute and ledger.vocabulary.root(one.attribute) == root)
    ]
    return max(found, key=lambda one: one.entry.on.usual.low) if found else None
