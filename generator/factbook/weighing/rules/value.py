"""A value is a set of possibilities: what shares none contradicts.

A count is a set of numbers, a date a set of days, a place or an actor itself with all below it. If
two positions share no possibility, even at the outermost that their words can be stretched to, and
the attribute holds one value, they contradict. If the possibilities of one all lie within the
other's, it refines the other; if they share some, they overlap: both are differing precision and no
conflict. The world is open: two names contradict only if both are organisations with nothing
between them; a label ("militias") or somebody unidentified contradicts nobody; but "nobody"
contradicts everybody. Texts are not compared.

Example: "8" against "3" contradicts. "8" against "at least 8" refines. "About 8" against "9" does
not contradict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.comparison import Cover, compare
from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.weighing.position import Position

RELATIONS = {
    Cover.EQUAL: Relation.SAME,
    Cover.INSIDE: Relation.REFINES,
    Cover.AROUND: Relation.REFINES,
    Cover.CROSSING: Relation.OVERLAPS,
    Cover.APART: Relation.CONTRADICTS,
    Cover.OPEN: Relation.NOT_COMPARABLE,
}


def relate(one: Position, other: Position, ledger: Ledger, _family: list[Position]) -> Finding:
    """The finding for two positions that cover the same and deny nothing."""
    attribute = ledger.vocabulary.attributes[one.attribute]
    if attribute.many:
        return Finding(Relation.NOT_COMPARABLE, "The attribute holds many values side by side.")
    compared = compare(one.value, other.value, ledger)
    return Finding(RELATIONS[compared.cover], compared.because)
