"""What editors say of conflicts: their assessments, their notes, and the conflicts they declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.dates import in_words
from factbook.facts.prose import key_of
from factbook.pages.claims import claim_view
from factbook.pages.view import AssessmentView, DeclaredSide, DeclaredView

if TYPE_CHECKING:
    from factbook.facts.judgements import Assessment, DeclaredConflict
    from factbook.pages.links import Desk
    from factbook.weighing.weigh import Conflict

UNRESOLVED = "unresolved"


def assessment_of(conflict: Conflict, desk: Desk) -> AssessmentView | None:
    """The editors' latest assessment of a conflict, if they have made one."""
    subject = desk.ledger.subject(conflict.subject)
    found = [
        one
        for one in (subject.assessments.values() if subject else ())
        if one.conflict == conflict.id
        or (one.attribute and desk.ledger.vocabulary.root(one.attribute) == conflict.family)
    ]
    return assessment_view(max(found, key=lambda one: one.on.usual.low)) if found else None


def assessment_view(assessment: Assessment) -> AssessmentView:
    """An assessment in words."""
    return AssessmentView(
        conclusion=assessment.conclusion,
        is_open=assessment.conclusion == UNRESOLVED,
        method=assessment.method,
        confidence=assessment.confidence,
        because=assessment.because,
        by=assessment.by,
        on=in_words(assessment.on),
        weighs=len(assessment.weighs),
    )


def annotation_of(conflict: Conflict, desk: Desk) -> DeclaredConflict | None:
    """What the editors note on a conflict that a rule found, under the name of its attribute."""
    subject = desk.ledger.subject(conflict.subject)
    return subject.conflicts.get(conflict.family) if subject else None


def status(assessment: AssessmentView | None, noted: DeclaredConflict | None) -> str:
    """`assessed`, `explained` or `open`."""
    if assessment and not assessment.is_open:
        return "assessed"
    return "explained" if noted and noted.explained else "open"


def declared_views(name: str, desk: Desk) -> tuple[DeclaredView, ...]:
    """The conflicts that editors declare in the file of one subject."""
    subject = desk.ledger.subject(name)
    if subject is None:
        return ()
    return tuple(
        DeclaredView(
            id=f"{name}.{key}",
            anchor=f"conflict-{name}.{key}",
            question=one.question,
            kind=one.kind or "",
            status="explained" if one.explained else "open",
            subject=desk.to(name),
            because=one.explained or one.open_because,
            sides=tuple(
                DeclaredSide(
                    side.label,
                    tuple(
                        claim_view(desk.ledger.claims[found], desk)
                        for claim in side.claims
                        if (found := key_of(claim, name)) in desk.ledger.claims
                    ),
                )
                for side in one.positions
            ),
        )
        for key, one in subject.conflicts.items()
        if key not in desk.ledger.vocabulary.attributes
    )
