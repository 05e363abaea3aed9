"""Conflicts as lines: the question, what stands against what, how grave it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.pages.camps import camps, in_a_line
from factbook.pages.conflict import KINDS
from factbook.pages.contested import PositionView
from factbook.pages.position import with_denial
from factbook.pages.rows import conflicts_of
from factbook.pages.view import Link, Row
from factbook.weighing.conflict import Conflict

if TYPE_CHECKING:
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import DeclaredOne


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict in a list; `split` is what stands against what, in one line."""

    link: Link
    subject: Link
    split: str
    kind: str
    severity: str
    status: str
    declared: bool


def conflict_row(one: Conflict | DeclaredOne, desk: Desk) -> ConflictRow:
    """The line of a conflict, whether a rule found it or editors declare it."""
    return ConflictRow(
        link=Link(question_of(one, desk), desk.to_conflict(one).href),
        subject=desk.to(one.subject),
        split=split_of(one, desk),
        kind=kind_of(one),
        severity=one.severity,
        status=one.status.value,
        declared=not isinstance(one, Conflict),
    )


def rows_of_conflicts(name: str, desk: Desk) -> tuple[Row, ...]:
    """The conflicts of one subject as lines of a list."""
    return tuple(
        Row(
            Link(question_of(one, desk), desk.to_conflict(one).href),
            (split_of(one, desk), f"{one.severity} severity", one.status.value),
        )
        for one in conflicts_of(name, desk)
    )


def question_of(one: Conflict | DeclaredOne, desk: Desk) -> str:
    """What a conflict asks."""
    if not isinstance(one, Conflict):
        return one.entry.question
    attribute = desk.ledger.vocabulary.attributes[one.question_of]
    return attribute.question or attribute.label


def kind_of(one: Conflict | DeclaredOne) -> str:
    """`contradiction`, `dispute`, `tension`, or `difference`, which is no conflict."""
    return KINDS[one.kind.value] if one.kind else "difference"


def split_of(one: Conflict | DeclaredOne, desk: Desk) -> str:
    """`3, against 8 or at least 8`; of a declared conflict what its sides are called."""
    if not isinstance(one, Conflict):
        return " / ".join(side.label for side in one.entry.positions)
    marks = camps(one)
    return in_a_line(one, [_short(one, number, mark, desk) for number, mark in enumerate(marks)])


def _short(conflict: Conflict, number: int, mark: int, desk: Desk) -> PositionView:
    """As much of a position as a line tells."""
    position = conflict.positions[number].position
    label = desk.ledger.vocabulary.attributes[position.attribute].label
    return PositionView(
        value=with_denial(position, desk.ledger),
        attribute="" if position.attribute == conflict.question_of else label,
        origins="",
        merged=(),
        own_voice=0,
        claims=(),
        mark=mark,
    )
