"""The page of one conflict: who holds what, why they do not agree, how it was weighed in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.pages.addresses import CONFLICTS
from factbook.pages.conflict import conflict_view
from factbook.pages.conflict_rows import kind_of, question_of, split_of
from factbook.pages.judgement import declared_view
from factbook.pages.rows import conflicts_of
from factbook.pages.view import Link, Page, Row
from factbook.pages.why import why_family
from factbook.weighing.conflict import Conflict
from factbook.weighing.relation import CONFLICTING

if TYPE_CHECKING:
    from factbook.pages.contested import ConflictView, DeclaredView, Why
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import DeclaredOne

BY_EDITORS = "No rule sees it: the editors declare it, and answer for it."
NO_CONFLICT = "It looks like a conflict and is none: so the editors explain it."


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictPage(Page):
    """The view of a conflict: `found` by a rule, or `declared` by the editors.

    `grade` says how its severity came about; `why` is the account of its family; `beside` are the
    other conflicts of its subject, `lists` those that it stands in.
    """

    template: ClassVar[str] = "conflict.html"
    kind: str
    severity: str
    status: str
    split: str
    subject: Link
    found: ConflictView | None
    declared: DeclaredView | None
    grade: str
    why: Why | None
    beside: tuple[Row, ...]
    lists: tuple[Link, ...]


def conflict_page(name: str, desk: Desk) -> ConflictPage:
    """The page of the conflict with this id."""
    found = desk.weighing.conflicts.get(name)
    one = found or desk.weighing.declared[name]
    question = question_of(one, desk)
    split = split_of(one, desk)
    return ConflictPage(
        id=name,
        section=CONFLICTS,
        address=desk.here,
        title=f"{question} {desk.ledger.title(one.subject)}",
        description=f"{question} {split}: {kind_of(one)}, {one.status.value}.",
        kind=kind_of(one),
        severity=one.severity,
        status=one.status.value,
        split=split,
        subject=desk.to(one.subject),
        found=conflict_view(found, desk) if found else None,
        declared=declared_view(one, desk) if not isinstance(one, Conflict) else None,
        grade=_grade(one, desk),
        why=why_family(found.subject, found.family, desk) if found else None,
        beside=_beside(one, desk),
        lists=_lists(one, desk),
    )


def _grade(one: Conflict | DeclaredOne, desk: Desk) -> str:
    """How grave it is, and by which rule: the weight of the attribute times that of the kind."""
    if one.kind is None:
        return NO_CONFLICT
    attributes = desk.ledger.vocabulary.attributes
    names = {desk.ledger.claims[key].entry.attribute for key in one.claims}
    weight = max((attributes[name].weight for name in names if name in attributes), default=1)
    times = CONFLICTING[one.kind]
    words = (
        f"{one.severity.capitalize()} severity: what is contested weighs {weight} of 3, "
        f"and a {kind_of(one)} counts {times}; {weight} times {times} is {weight * times}."
    )
    return words if isinstance(one, Conflict) else f"{BY_EDITORS} {words}"


def _beside(one: Conflict | DeclaredOne, desk: Desk) -> tuple[Row, ...]:
    """The other conflicts of the same subject; of a declared one also those of its claims."""
    known = desk.weighing.conflict_of
    of_claims = [known[key] for key in one.claims if key in known]
    both = [*conflicts_of(one.subject, desk), *of_claims]
    others = {other.id: other for other in both if other.id != one.id}
    return tuple(
        Row(
            Link(question_of(other, desk), desk.to_conflict(other).href),
            (desk.ledger.title(other.subject), split_of(other, desk)),
        )
        for other in others.values()
    )


def _lists(one: Conflict | DeclaredOne, desk: Desk) -> tuple[Link, ...]:
    """The lists in which a reader finds others like it."""
    if one.kind is None:
        return (desk.to_sheet(CONFLICTS, 1, f"kind--{kind_of(one)}", "all differences"),)
    named = {
        f"severity--{one.severity}": f"{one.severity} severity",
        f"kind--{kind_of(one)}": f"kind {kind_of(one)}",
        f"status--{one.status.value}": f"status {one.status.value}",
    }
    return tuple(desk.to_sheet(CONFLICTS, 1, some, words) for some, words in named.items())
