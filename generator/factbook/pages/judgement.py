"""What editors say of conflicts: their assessments, their notes, and the conflicts they declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.dates import in_words
from factbook.facts.prose import key_of
from factbook.pages.claims import claim_view
from factbook.pages.contested import AssessmentView, DeclaredSide, DeclaredView
from factbook.pages.lineage import lineage_view
from factbook.pages.links import conflict_anchor
from factbook.pages.remarks import gone
from factbook.pages.rows import declared_of
from factbook.pages.view import Link
from factbook.weighing.conflict import UNRESOLVED
from factbook.weighing.origins import origins

if TYPE_CHECKING:
    from factbook.facts.judgements import Side
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import Assessed, DeclaredOne


def assessment_view(subject: str, assessed: Assessed, desk: Desk) -> AssessmentView:
    """An assessment of a subject in words."""
    assessment = assessed.entry
    return AssessmentView(
        conclusion=assessment.conclusion,
        is_open=assessment.conclusion == UNRESOLVED,
        method=assessment.method,
        confidence=assessment.confidence,
        because=assessment.because,
        by=assessment.by,
        on=in_words(assessment.on),
        weighs=len(assessment.weighs),
        has_changed=desk.weighing.has_changed(subject, assessed.key),
    )


def declared_views(name: str, desk: Desk) -> tuple[DeclaredView, ...]:
    """The conflicts that editors declare in the file of one subject."""
    return tuple(declared_view(one, desk) for one in declared_of(name, desk))


def declared_view(declared: DeclaredOne, desk: Desk) -> DeclaredView:
    """A declared conflict in words, side by side."""
    entry, name = declared.entry, declared.subject
    return DeclaredView(
        id=declared.id,
        anchor=conflict_anchor(declared),
        question=entry.question,
        kind=entry.kind or "",
        severity=declared.severity,
        status=declared.status.value,
        subject=desk.to(name),
        page=Link(entry.question, desk.to_conflict(declared).href),
        because=entry.explained or entry.open_because,
        assessment=assessment_view(name, declared.assessment, desk)
        if declared.assessment
        else None,
        sides=tuple(_side(side, name, desk) for side in entry.positions),
    )


def _side(side: Side, subject: str, desk: Desk) -> DeclaredSide:
    """One side with its claims, and on how many origins they rest together."""
    keys = (key_of(claim, subject) for claim in side.claims)
    claims = tuple(desk.ledger.claims[key] for key in keys if key in desk.ledger.claims)
    found = origins(claims, *desk.weighing.bounds)
    shown = tuple(claim for claim in claims if not gone(claim))
    return DeclaredSide(
        label=side.label,
        origins=str(found),
        claims=tuple(claim_view(claim, desk) for claim in claims),
        lineage=lineage_view(shown, desk, found if len(shown) == len(claims) else None),
    )
