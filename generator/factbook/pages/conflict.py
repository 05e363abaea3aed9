"""A conflict as a view: the same card on the incident's page and on the page of conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.dates import in_words
from factbook.pages.claims import claim_view
from factbook.pages.figure import figure
from factbook.pages.judgement import annotation_of, assessment_of, status
from factbook.pages.links import conflict_anchor
from factbook.pages.remarks import whereabouts
from factbook.pages.view import ConflictView, PositionView
from factbook.pages.wording import listed, value_in_words

if TYPE_CHECKING:
    from factbook.pages.links import Desk
    from factbook.weighing.weigh import Conflict, Pair, Weighed

KINDS = {"contradicts": "contradiction", "disputed": "dispute", "tension": "tension"}
AGREEING = 0  # the mark of positions that disagree with nobody


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
    assessment, noted = assessment_of(conflict, desk), annotation_of(conflict, desk)
    return ConflictView(
        id=conflict.id,
        anchor=conflict_anchor(conflict),
        question=question,
        kind=KINDS[conflict.kind.value],
        severity=conflict.severity,
        status=status(assessment, noted),
        subject=desk.to(conflict.subject),
        positions=tuple(view for _, view in ordered),
        assessment=assessment,
        because=(noted.explained or noted.open_because) if noted else "",
        split=_split([view for _, view in ordered]),
        reasons=tuple(
            _reason(pair, conflict, desk) for pair in conflict.pairs if pair.finding.is_conflict
        ),
        figure=figure(ordered, question, attribute.unit),
    )


def camps(conflict: Conflict) -> list[int]:
    """The camp of each position: 0 for those that disagree with nobody.

    A position joins the first camp in which it disagrees with none.
    """
    foes: dict[int, set[int]] = {}
    for pair in conflict.pairs:
        if pair.finding.is_conflict:
            foes.setdefault(pair.one, set()).add(pair.other)
            foes.setdefault(pair.other, set()).add(pair.one)
    members: list[set[int]] = []
    for number in sorted(foes):
        camp = next((one for one in members if not one & foes[number]), None)
        if camp is None:
            members.append({number})
        else:
            camp.add(number)
    marks = {number: mark for mark, camp in enumerate(members, start=1) for number in camp}
    return [marks.get(number, AGREEING) for number in range(len(conflict.positions))]


def _split(views: list[PositionView]) -> str:
    """The camps in one line, the values of each joined by "or"."""
    sides: dict[int, list[str]] = {}
    for view in views:
        if view.mark:
            words = f"not {view.value}" if view.denied else view.value
            scope = f" {view.attribute.lower()}" if view.attribute else ""
            sides.setdefault(view.mark, []).append(f"{words}{scope}")
    return ", against ".join(listed(dict.fromkeys(values), "or") for values in sides.values())


def _position(weighed: Weighed, mark: int, desk: Desk, conflict: Conflict) -> PositionView:
    position = weighed.position
    attribute = desk.ledger.vocabulary.attributes[position.attribute]
    return PositionView(
        value=position_in_words(weighed, desk),
        attribute="" if position.attribute == conflict.question_of else attribute.label,
        denied=position.denied,
        origins=str(weighed.origins),
        merged=weighed.origins.merged,
        own_voice=weighed.origins.own_voice,
        claims=tuple(claim_view(claim, desk) for claim in position.claims),
        mark=mark,
    )


def position_in_words(weighed: Weighed, desk: Desk) -> str:
    """The value of a position, in each wording that its claims have."""
    position = weighed.position
    scope = dict(position.scope)
    words = (value_in_words(one.value, scope, desk.ledger) for one in position.claims)
    where = "; ".join(whereabouts(place, desk.ledger) for place in position.places)
    when = f"during {in_words(position.during)}" if position.during else ""
    return ", ".join(filter(None, (" / ".join(dict.fromkeys(words)), where, when)))


def _reason(pair: Pair, conflict: Conflict, desk: Desk) -> str:
    """Which two positions, and why they do not agree."""
    sides = []
    for number in (pair.one, pair.other):
        weighed = conflict.positions[number]
        label = desk.ledger.vocabulary.attributes[weighed.position.attribute].label.lower()
        denied = "not " if weighed.position.denied else ""
        sides.append(f"{label}: {denied}{position_in_words(weighed, desk)}")
    return f"{sides[0]} / {sides[1]}. {pair.finding.because}"
