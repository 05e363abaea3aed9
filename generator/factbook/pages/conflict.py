"""A conflict as a view: the same card on the incident's page and on the page of conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.claims import claim_view
from factbook.pages.contested import ConflictView, PositionView
from factbook.pages.figure import figure
from factbook.pages.judgement import assessment_view
from factbook.pages.links import conflict_anchor
from factbook.pages.position import held_in_words, position_in_words
from factbook.pages.why import why_family
from factbook.pages.wording import listed

if TYPE_CHECKING:
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import Conflict, Pair, Weighed

KINDS = {"contradicts": "contradiction", "disputed": "dispute", "tension": "tension"}
MOST_VALUES = 3  # of a camp, in the line that sums up the conflict
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
    noted = conflict.noted
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
        split=_split([view for _, view in ordered]),
        reasons=tuple(
            _reason(pair, conflict, desk) for pair in conflict.pairs if pair.finding.is_conflict
        ),
        why=why_family(conflict.subject, conflict.family, desk),
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
    """The camps in one line, the values of each joined by "or".

    Of a camp those values are told that answer the question itself, if it has any.
    """
    camps: dict[int, list[PositionView]] = {}
    for view in views:
        if view.mark:
            camps.setdefault(view.mark, []).append(view)
    sides = []
    for camp in camps.values():
        direct = [view for view in camp if not view.attribute] or camp
        words = list(dict.fromkeys(map(_briefly, direct)))
        more = len(words) - MOST_VALUES
        sides.append(listed([*words[:MOST_VALUES], *([f"{more} more"] if more > 0 else [])], "or"))
    return ", against ".join(sides)


def _briefly(view: PositionView) -> str:
    words = f"not {view.value}" if view.denied else view.value
    return f"{words} {view.attribute.lower()}" if view.attribute else words


def _position(weighed: Weighed, mark: int, desk: Desk, conflict: Conflict) -> PositionView:
    position = weighed.position
    attribute = desk.ledger.vocabulary.attributes[position.attribute]
    return PositionView(
        value=position_in_words(position, desk.ledger),
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
    sides = (
        held_in_words(conflict.positions[number].position, desk.ledger)
        for number in (pair.one, pair.other)
    )
    notes = "".join(f" ({note})" for note in pair.finding.notes)
    return f"{' / '.join(sides)}. {pair.finding.because}{notes}"
