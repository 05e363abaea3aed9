"""A denial disputes what it denies, and nothing else.

To deny a value is to say "outside it". That disputes every claim whose possibilities all lie within
the denied value; a claim that reaches beyond it can still be true. Two denials do not dispute each
other. Condemning an attack, or rejecting attacks as such, is not denying this one.

Example: a denied figure
    ministry | killed | at least 1 | act: denies
    army | killed | 3
    disputed
Example: a denial that does not reach
    ministry | killed | 3 | act: denies
    army | killed | at least 1
    not comparable
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.comparing.denials import reaches
from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.weighing.family import Family
    from factbook.weighing.position import Position

BOTH = Finding(Relation.NOT_COMPARABLE, "Both are denials.")
REACHED = Finding(Relation.DISPUTED, "One side denies what the other claims.")
OUT_OF_REACH = Finding(Relation.NOT_COMPARABLE, "The denial does not reach what the other claims.")


def relate(one: Position, other: Position, family: Family) -> Finding | None:
    """The finding where at least one of two positions is a denial; None where neither is."""
    if not one.denied and not other.denied:
        return None
    if one.denied and other.denied:
        return BOTH
    claimed, denied = (other, one) if one.denied else (one, other)
    return REACHED if reaches(denied.value, claimed.value, family.ledger) else OUT_OF_REACH
