"""Where and when within an incident two positions reach, one against the other.

A position that says neither covers the whole incident. "In" a place nests by what lies within what;
"on", "near", "toward" and "outside" match only themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.comparison import Cover
from factbook.weighing.hierarchy import above_place, is_below

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.weighing.position import Position


def covers_where(one: Position, other: Position, ledger: Ledger) -> Cover:
    """How the places of two positions stand to each other."""
    mine, theirs = set(one.places), set(other.places)
    if mine == theirs:
        return Cover.EQUAL
    if not mine or not theirs:
        return Cover.INSIDE if mine else Cover.AROUND
    inner, outer = _only_place(one), _only_place(other)
    if inner and outer:
        labelled = bool(one.places[0].label), bool(other.places[0].label)
        if inner == outer or all(labelled):
            return {(True, False): Cover.INSIDE, (False, True): Cover.AROUND}.get(
                labelled, Cover.CROSSING
            )
        parents = above_place(ledger)
        if is_below(inner, outer, parents):
            return Cover.INSIDE
        if is_below(outer, inner, parents):
            return Cover.AROUND
    return Cover.CROSSING


def covers_when(one: Position, other: Position) -> Cover:
    """How the times of two positions stand to each other."""
    if one.during is None or other.during is None:
        if one.during is other.during:
            return Cover.EQUAL
        return Cover.INSIDE if one.during else Cover.AROUND
    if not one.during.known or not other.during.known:
        return Cover.CROSSING
    mine, theirs = one.during.usual, other.during.usual
    if mine == theirs:
        return Cover.EQUAL
    if mine.within(theirs):
        return Cover.INSIDE
    if theirs.within(mine):
        return Cover.AROUND
    return Cover.CROSSING if mine.meets(theirs) else Cover.APART


def _only_place(position: Position) -> str:
    """The place a position lies in, if it is one place and it lies in it."""
    if len(position.places) != 1 or position.places[0].relation != "in":
        return ""
    return position.places[0].place or position.places[0].within
