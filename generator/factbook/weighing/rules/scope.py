"""What covers different things is compared only as part and whole.

Two claims are set side by side when they cover the same. If one covers part of what the other
covers (injured soldiers of all injured, killed of all casualties, rockets that landed in the park
of all that landed, the dead of the first day of all dead), the part must not be above the
whole: that contradicts; below it, nothing follows. If they cover different things (soldiers here,
civilians there), nothing follows either, except on a contested axis: where two speakers each report
only their own category, that is a tension. Anything else that covers different ground is not
comparable.

Example: "one soldier injured" against "no casualties" contradicts, since a soldier is part of all.
Example: "one soldier injured" against "civilians injured", by different speakers, is a tension.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.sets import UNBOUNDED, Range, highest, lowest, within
from factbook.facts.values import Count
from factbook.weighing.comparison import Cover
from factbook.weighing.coverage import covers_when, covers_where
from factbook.weighing.hierarchy import above_term, is_below
from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.facts.vocabulary import Axis, Vocabulary
    from factbook.weighing.position import Position

DIFFERENT = Finding(Relation.DIFFERENT_COVERAGE, "They count different things.")


def relate(
    one: Position, other: Position, ledger: Ledger, family: list[Position]
) -> Finding | None:
    """The finding where two positions cover different things; None where they cover the same."""
    vocabulary = ledger.vocabulary
    axes = {axis: _on_axis(one, other, axis, vocabulary) for axis in _axes(one, other)}
    attribute = _attributes(one.attribute, other.attribute, vocabulary)
    where, when = covers_where(one, other, ledger), covers_when(one, other)
    match _together([attribute, where, when, *axes.values()]):
        case Cover.EQUAL:
            return None
        case Cover.INSIDE:
            return _part_and_whole(one, other)
        case Cover.AROUND:
            return _part_and_whole(other, one)
        case Cover.APART:
            contested = [
                axis
                for axis, cover in axes.items()
                if cover is Cover.APART and _is_contested(axis, vocabulary)
            ]
            if not contested or Cover.APART in {attribute, when}:
                return DIFFERENT
            return _on_contested(one, other, contested[0], family)
    return Finding(Relation.NOT_COMPARABLE, "They cover different, overlapping things.")


def _axes(one: Position, other: Position) -> list[str]:
    return sorted({axis for axis, _ in (*one.scope, *other.scope)})


def _on_axis(one: Position, other: Position, axis: str, vocabulary: Vocabulary) -> Cover:
    """Compare one qualifier; a position without it covers all."""
    mine, theirs = dict(one.scope).get(axis), dict(other.scope).get(axis)
    if mine is None:
        return Cover.AROUND
    if theirs is None:
        return Cover.INSIDE
    return _terms(mine, theirs, vocabulary.axes.get(axis))


def _terms(mine: str, theirs: str, axis: Axis | None) -> Cover:
    parents = above_term(axis.terms if axis else {})
    if mine == theirs:
        return Cover.EQUAL
    if is_below(mine, theirs, parents):
        return Cover.INSIDE
    return Cover.AROUND if is_below(theirs, mine, parents) else Cover.APART


def _attributes(mine: str, theirs: str, vocabulary: Vocabulary) -> Cover:
    """The attribute is one more axis: a part is inside its whole, two parts are apart."""
    if mine == theirs:
        return Cover.EQUAL
    if vocabulary.is_part(mine, theirs):
        return Cover.INSIDE
    return Cover.AROUND if vocabulary.is_part(theirs, mine) else Cover.APART


def _together(covers: list[Cover]) -> Cover:
    """All axes at once: apart on one is apart, inside on some and around on others is crossing."""
    found = set(covers) - {Cover.EQUAL}
    if Cover.APART in found:
        return Cover.APART
    if len(found) > 1:
        return Cover.CROSSING
    return found.pop() if found else Cover.EQUAL


def _part_and_whole(part: Position, whole: Position) -> Finding:
    if part.denied or whole.denied:
        return _denied(part, whole)
    if not isinstance(part.value, Count) or not isinstance(whole.value, Count):
        return Finding(Relation.PART_AND_WHOLE, "One covers part of what the other covers.")
    least = lowest(part.value.numbers.outermost)
    most = highest(whole.value.numbers.outermost)
    if least > most:
        because = "One counts part of what the other counts, and a part cannot be above its whole."
        return Finding(Relation.CONTRADICTS, because)
    because = "One counts part of what the other counts; both can be true."
    return Finding(Relation.PART_AND_WHOLE, because)


def _denied(part: Position, whole: Position) -> Finding:
    """A claimed part means as much of the whole at least: a denial of that can reach it."""
    if not part.denied and isinstance(part.value, Count) and isinstance(whole.value, Count):
        implied = (Range(lowest(part.value.numbers.usual), UNBOUNDED),)
        if within(implied, whole.value.numbers.usual):
            return Finding(Relation.DISPUTED, "One side denies of the whole what the other claims.")
    return Finding(Relation.NOT_COMPARABLE, "The denial does not reach what the other claims.")


def _on_contested(one: Position, other: Position, axis: str, family: list[Position]) -> Finding:
    """A tension where two speakers each report only their own category, else nothing."""
    if _counts_none(one) or _counts_none(other):
        return DIFFERENT
    if not one.behind or not other.behind or one.behind & other.behind:
        return DIFFERENT
    if _reports(one, other, axis, family) or _reports(other, one, axis, family):
        return DIFFERENT
    return Finding(Relation.TENSION, f"Each side reports only its own category ({axis}).")


def _is_contested(axis: str, vocabulary: Vocabulary) -> bool:
    return axis in vocabulary.axes and vocabulary.axes[axis].contested


def _counts_none(position: Position) -> bool:
    value = position.value
    return position.denied or (isinstance(value, Count) and highest(value.numbers.outermost) == 0)


def _reports(side: Position, category: Position, axis: str, family: list[Position]) -> bool:
    """Whether somebody who speaks for `side` also reports the category of the other."""
    term = dict(category.scope)[axis]
    return any(
        position.behind & side.behind and dict(position.scope).get(axis) == term
        for position in family
    )
