"""A conflict as a view: the same card on its subject's page and on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.camps import camps, in_a_line
from factbook.pages.claims import claim_view
from factbook.pages.contested import ConflictView, PositionView
from factbook.pages.figure import figure
from factbook.pages.judgement import assessment_view
from factbook.pages.lineage import lineage_view
from factbook.pages.links import conflict_anchor
from factbook.pages.position import held_in_words, with_denial
from factbook.pages.view import Link
from factbook.weighing.origins import origins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.pages.links import Desk
    from factbook.weighing.conflict import Conflict, Pair, Weighed

KINDS = {"contradicts": "contradiction", "disputed": "dispute", "tension": "tension"}


def conflict_view(conflict: Conflict, desk: Desk) -> ConflictView:
    """The card of a conflict: camp by camp, those who disagree with nobody last."""
    marks = camps(conflict)
    views = [
        (one, _position(one, marks[number], desk, conflict))
        for number, one in enumerate(conflict.positions)
    ]
    ordered = sorted(views, key=lambda pair: pair[1].mark or len(views) + 1)
    attribute = desk.ledger.vocabulary.attributes[conflict.question_of]
    question = attribute.question or attribute.label
    noted = conflict.noted
    said = [held_in_words(one.position, desk.ledger) for one in conflict.positions]
    return ConflictView(
        id=conflict.id,
        anchor=conflict_anchor(conflict),
        question=question,
        kind=KINDS[conflict.kind.value],
        severity=conflict.severity,
        status=conflict.status.value,
        subject=desk.to(conflict.subject),
        positions=tuple(view for _, view in ordered),
        assessment=assessment_view(conflict.subject, conflict.assessment, desk)
        if conflict.assessment
        else None,
        because=(noted.explained or noted.open_because) if noted else "",
        origins=_origins_in_all(conflict, desk),
        split=in_a_line(conflict, [view for _, view in views]),
        reasons=tuple(_reason(pair, said) for pair in conflict.pairs if pair.finding.is_conflict),
        page=Link(question, desk.to_conflict(conflict).href),
        figure=figure(ordered, question, attribute.unit),
    )


def _origins_in_all(conflict: Conflict, desk: Desk) -> str:
    """On how many origins all positions rest together: a row each, and perhaps one speaker."""
    claims = {claim.key: claim for one in conflict.positions for claim in one.position.claims}
    return str(origins(tuple(claims.values()), *desk.weighing.bounds))


def _position(weighed: Weighed, mark: int, desk: Desk, conflict: Conflict) -> PositionView:
    position = weighed.position
    attribute = desk.ledger.vocabulary.attributes[position.attribute]
    return PositionView(
        value=with_denial(position, desk.ledger),
        attribute="" if position.attribute == conflict.question_of else attribute.label,
        origins=str(weighed.origins),
        merged=weighed.origins.merged,
        own_voice=weighed.origins.own_voice,
        claims=tuple(claim_view(claim, desk) for claim in position.claims),
        mark=mark,
        lineage=lineage_view(position.claims, desk, weighed.origins),
    )


def _reason(pair: Pair, said: Sequence[str]) -> str:
    """Which two of the positions, `said` in words, and why they do not agree."""
    notes = "".join(f" ({note})" for note in pair.finding.notes)
    return f"{said[pair.one]} / {said[pair.other]}. {pair.finding.because}{notes}"
