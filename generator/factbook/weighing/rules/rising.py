"""A toll that rises as more becomes known is a development, not a disagreement.

On an attribute that is cumulative (the killed, the injured), a later figure that is higher explains
itself, if it is known as of when both hold: from the claims themselves or from dated statements,
with no doubt which is the later. A part that has grown above an earlier whole is explained in the
same way. A later figure that is lower is not; nor is any figure against somebody's "none", or
against an account that is complete: these contradict, with the note that they may be overtaken.

Example: five the day after
    ministry | killed | 3 | on: 2031-05-02
    hospital | killed | 5 | on: 2031-05-03
    rising toll
Example: fewer the day after
    ministry | killed | 5 | on: 2031-05-02
    hospital | killed | 3 | on: 2031-05-03
    contradicts
Example: somebody after nobody
    ministry | killed | none | on: 2031-05-02
    hospital | killed | 3 | on: 2031-05-03
    contradicts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.sets import highest, lowest
from factbook.facts.values import Count
from factbook.weighing.relation import Finding, Relation
from factbook.weighing.said import holds_as_of

if TYPE_CHECKING:
    from factbook.weighing.family import Clash, Family
    from factbook.weighing.position import Position
    from factbook.weighing.telling import Telling

RISEN = Finding(Relation.RISING, "The later figure is the higher one, as tolls rise.")


def explain_all(clash: Clash, family: Family) -> Finding | None:
    """The finding where all who tell the higher figure do so later than all who tell the other."""
    if clash.finding.relation is not Relation.CONTRADICTS or not _is_toll(clash, family):
        return None
    if clash.one.speakers & clash.other.speakers:
        return None  # who speaks twice has revised, which is told first
    for new, old in ((clash.one, clash.other), (clash.other, clash.one)):
        if old.complete or _is_none(old) or not _is_above(new, old):
            continue
        late = [holds_as_of(claim, family.ledger) for claim in new.claims]
        early = [holds_as_of(claim, family.ledger) for claim in old.claims]
        known = [date.outermost for date in (*late, *early) if date and not date.timed]
        if len(known) == len(late) + len(early):
            first = min(known[: len(late)], key=lambda one: one.low)
            last = max(known[len(late) :], key=lambda one: one.high)
            return RISEN if first.low > last.high else None
    return None


def explain(mine: Telling, theirs: Telling, clash: Clash, family: Family) -> Finding | None:
    """The finding where the one that is higher is also the later one; else None."""
    later = _later(mine, theirs, clash, family)
    if later is None:
        return None
    new, old = (clash.one, clash.other) if later else (clash.other, clash.one)
    return None if old.complete or _is_none(old) or not _is_above(new, old) else RISEN


def may_be_overtaken(mine: Telling, theirs: Telling, clash: Clash, family: Family) -> bool:
    """Whether the one is "none" or a complete account, and the other later and higher."""
    later = _later(mine, theirs, clash, family)
    if later is None:
        return False
    new, old = (clash.one, clash.other) if later else (clash.other, clash.one)
    return _is_above(new, old)


def _later(mine: Telling, theirs: Telling, clash: Clash, family: Family) -> bool | None:
    """Whether mine holds as of a later time than theirs; None where that is not known."""
    if mine.as_of is None or theirs.as_of is None:
        return None
    if clash.finding.relation is not Relation.CONTRADICTS:
        return None
    if not _is_toll(clash, family):
        return None
    one, other = mine.as_of, theirs.as_of
    clocks = one.whole.clock, other.whole.clock
    if clocks[0] and clocks[1] and clocks[0].zoned == clocks[1].zoned:
        spans = clocks[0].outermost, clocks[1].outermost
    else:
        spans = one.outermost, other.outermost
    return None if spans[0].meets(spans[1]) else spans[0] > spans[1]


def _is_toll(clash: Clash, family: Family) -> bool:
    attributes = family.ledger.vocabulary.attributes
    return all(attributes[one.attribute].cumulative for one in (clash.one, clash.other))


def _is_above(new: Position, old: Position) -> bool:
    """Whether the one figure is higher than the other, at the outermost of both."""
    if not isinstance(new.value, Count) or not isinstance(old.value, Count):
        return False
    return lowest(new.value.numbers.outermost) > highest(old.value.numbers.outermost)


def _is_none(position: Position) -> bool:
    value = position.value
    return isinstance(value, Count) and highest(value.numbers.outermost) == 0
