"""A value is a set of possibilities: what shares none contradicts.

If two positions share no possibility, even at the outermost that their words can be stretched to,
and the attribute holds one value, they contradict. If the possibilities of one all lie within the
other's, it refines the other; if they share some, they overlap: both are differing precision and no
conflict. The world is open: two names contradict only where something says that they exclude each
other; a label ("militias") or somebody unidentified contradicts nobody; but "nobody" contradicts
everybody. Texts are not compared, unless the vocabulary says that theirs must be the same.

Example: two figures
    ministry | rockets_fired | 8
    television | rockets_fired | 3
    contradicts
Example: a figure and its floor
    ministry | killed | 8
    army | killed | at least 8
    refines
Example: about eight, and nine
    ministry | killed | about 8
    army | killed | 9
    refines
Example: ranges that meet
    ministry | killed | 3 to 6
    army | killed | 5 to 9
    overlaps
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.values import Names, Terms
from factbook.weighing.comparing.cover import Cover
from factbook.weighing.comparing.values import compare
from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.weighing.family import Family
    from factbook.weighing.position import Position

RELATIONS = {
    Cover.EQUAL: Relation.SAME,
    Cover.INSIDE: Relation.REFINES,
    Cover.AROUND: Relation.REFINES,
    Cover.CROSSING: Relation.OVERLAPS,
    Cover.APART: Relation.CONTRADICTS,
    Cover.OPEN: Relation.NOT_COMPARABLE,
}
MANY = Finding(Relation.NOT_COMPARABLE, "The attribute holds many values side by side.")
TEXTS = Finding(Relation.NOT_COMPARABLE, "Texts are not compared.")


def _nobody_and_somebody(one: Position, other: Position) -> bool:
    """Whether one names nobody, and the other somebody: also where many can be named."""
    if not isinstance(one.value, Names | Terms) or not isinstance(other.value, Names | Terms):
        return False
    return bool(one.value.ids) != bool(other.value.ids)


def relate(one: Position, other: Position, family: Family) -> Finding:
    """The finding for two positions that cover the same and deny nothing."""
    attribute = family.ledger.vocabulary.attributes[one.attribute]
    if attribute.many and not _nobody_and_somebody(one, other):
        return MANY
    if attribute.type == "text" and not attribute.compare:
        return TEXTS
    compared = compare(one.value, other.value, family.ledger, family.tolerance)
    return Finding(RELATIONS[compared.cover], compared.because)
