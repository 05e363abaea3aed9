"""The camps of a conflict: who agrees, and the line that sums up what stands against what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.wording import listed
from factbook.weighing.relation import CONFLICTING, Relation
from factbook.weighing.rules.scope import SAME_FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.pages.contested import PositionView
    from factbook.weighing.conflict import Conflict

AGREEING = 0  # the mark of positions that disagree with nobody
MOST_VALUES = 3  # of a camp, in the line that sums up the conflict
EXCLUDING = frozenset({Relation.CONTRADICTS, Relation.DISPUTED})


def camps(conflict: Conflict, kinds: Iterable[Relation] = tuple(CONFLICTING)) -> list[int]:
    """The camp of each position: 0 for those that disagree with nobody.

    A position joins the first camp in which it disagrees with none. Only disagreements of some
    `kinds` count.
    """
    foes: dict[int, set[int]] = {}
    for pair in conflict.pairs:
        if pair.finding.relation in kinds:
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


def in_a_line(conflict: Conflict, views: list[PositionView]) -> str:
    """What stands against what: `1 soldier, beside at least 1 civilian, against none`.

    `views` are in the order of the conflict's positions. What excludes each other stands against
    each other; camps that are but in tension stand beside each other. Who gives the same figure and
    says more about whom it counts is not told twice.
    """
    against = camps(conflict, EXCLUDING)
    sides: dict[int, dict[int, list[PositionView]]] = {}
    told_already = _told_already(conflict, views)
    for number, view in enumerate(views):
        if view.mark and number not in told_already:
            sides.setdefault(against[number], {}).setdefault(view.mark, []).append(view)
    ordered = sorted(sides, key=lambda side: min(sides[side]))
    return ", against ".join(
        ", beside ".join(_camp(sides[side][mark]) for mark in sorted(sides[side]))
        for side in ordered
    )


def _told_already(conflict: Conflict, views: list[PositionView]) -> set[int]:
    """Positions with the figure of another that is told, which say more about whom they count."""
    return {
        max(pair.one, pair.other, key=lambda number: (_detail(conflict, number), number))
        for pair in conflict.pairs
        if pair.finding.because == SAME_FIGURE.because
        and views[pair.one].mark
        and views[pair.other].mark
    }


def _detail(conflict: Conflict, number: int) -> int:
    """How much a position says about whom, where and when it counts."""
    coverage = conflict.positions[number].position.coverage
    return len(coverage.scope) + bool(coverage.places) + bool(coverage.during)


def _camp(views: list[PositionView]) -> str:
    """The values of a camp, those that answer the question itself if it has any."""
    direct = [view for view in views if not view.attribute] or views
    words = list(dict.fromkeys(map(_briefly, direct)))
    more = len(words) - MOST_VALUES
    # plain figures first: "at least 7 or 8" would be read as at least seven or eight
    told = sorted(words[:MOST_VALUES], key=lambda one: not one[:1].isdigit())
    return listed([*told, *([f"{more} more"] if more > 0 else [])], "or")


def _briefly(view: PositionView) -> str:
    return f"{view.value} {view.attribute.lower()}" if view.attribute else view.value
