"""A conflict as a view: the same card on the incident's page and on the page of conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.claims import claim_view
from factbook.pages.figure import figure
from factbook.pages.links import conflict_anchor
from factbook.pages.view import ConflictView, PositionView
from factbook.pages.wording import value_in_words

if TYPE_CHECKING:
    from factbook.pages.links import Desk
    from factbook.weighing.weigh import Conflict, Pair, Weighed

KINDS = {"contradicts": "contradiction", "disputed": "dispute", "tension": "tension"}
AGREEING = 0  # the mark of positions that disagree with nobody


def conflict_view(conflict: Conflict, desk: Desk) -> ConflictView:
    """The card of a conflict: those who disagree first, in the order in which they are written."""
    marks = _marks(conflict)
    views = [
        (one, _position(one, marks[number], desk, conflict))
        for number, one in enumerate(conflict.positions)
    ]
    ordered = sorted(views, key=lambda pair: pair[1].mark or len(views) + 1)
    attribute = desk.ledger.vocabulary.attributes[conflict.question_of]
    return ConflictView(
        id=conflict.id,
        anchor=conflict_anchor(conflict),
        question=attribute.question or attribute.label,
        kind=KINDS[conflict.kind.value],
        severity=conflict.severity,
        status="open",
        subject=desk.to(conflict.subject),
        positions=tuple(view for _, view in ordered),
        reasons=tuple(
            _reason(pair, conflict, desk) for pair in conflict.pairs if pair.finding.is_conflict
        ),
        figure=figure(ordered),
    )


def _marks(conflict: Conflict) -> list[int]:
    """One number for each position that disagrees with another; 0 for those that agree with all."""
    clashing = {
        number
        for pair in conflict.pairs
        if pair.finding.is_conflict
        for number in (pair.one, pair.other)
    }
    numbers = {number: mark for mark, number in enumerate(sorted(clashing), start=1)}
    return [numbers.get(number, AGREEING) for number in range(len(conflict.positions))]


def _position(weighed: Weighed, mark: int, desk: Desk, conflict: Conflict) -> PositionView:
    position = weighed.position
    attribute = desk.ledger.vocabulary.attributes[position.attribute]
    return PositionView(
        value=value_in_words(position.value, dict(position.scope), desk.ledger),
        attribute="" if position.attribute == conflict.question_of else attribute.label,
        denied=position.denied,
        origins=str(weighed.origins),
        merged=weighed.origins.merged,
        own_voice=weighed.origins.own_voice,
        claims=tuple(claim_view(claim, desk) for claim in position.claims),
        mark=mark,
    )


def _reason(pair: Pair, conflict: Conflict, desk: Desk) -> str:
    """Which two positions, and why they do not agree."""
    sides = []
    for number in (pair.one, pair.other):
        position = conflict.positions[number].position
        label = desk.ledger.vocabulary.attributes[position.attribute].label.lower()
        value = value_in_words(position.value, dict(position.scope), desk.ledger)
        denied = "not " if position.denied else ""
        sides.append(f"{label}: {denied}{value}")
    return f"{sides[0]} / {sides[1]}. {pair.finding.because}"
