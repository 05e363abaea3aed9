"""The account of a weighing: which rule compared which claims, and what each came to.

It goes through a family once more, rule by rule, and keeps what `weigh` does not need to keep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.weighing.family import Clash
from factbook.weighing.pairing import chosen
from factbook.weighing.rules import compared, explained, relate

if TYPE_CHECKING:
    from factbook.facts.ledger import Claim
    from factbook.weighing.family import Family
    from factbook.weighing.relation import Finding

MOST_TELLINGS = 30  # of a position; nobody reads the explanations of more
EDITORS = frozenset({"declared", "update"})  # rules that speak of claims that agree, too


class Explained(NamedTuple):
    """Claims of two positions that do not agree, and the rule and finding that explain it."""

    one: tuple[Claim, ...]
    other: tuple[Claim, ...]
    rule: str
    finding: Finding


class Compared(NamedTuple):
    """Two positions by their places in the family; what they came to, by which rule.

    `said` is what they came to by what they say and cover, before anybody asked who said so when;
    `explained` are the claims for which something explains that they do not agree.
    """

    one: int
    other: int
    rule: str
    said: Finding
    finding: Finding
    explained: tuple[Explained, ...]


def account(family: Family) -> list[Compared]:
    """Every pair of positions of a family that was compared, in the order of the positions."""
    return [_compared(one, other, family) for one, other in chosen(family)]


def _compared(one: int, other: int, family: Family) -> Compared:
    positions = family.positions
    rule, said = compared(positions[one], positions[other], family)
    clash = Clash(positions[one], positions[other], said)
    found = []
    if said.is_conflict or family.is_annotated:
        for mine in family.tellings.of(one)[:MOST_TELLINGS]:
            for theirs in family.tellings.of(other)[:MOST_TELLINGS]:
                why = explained(mine, theirs, clash, family)
                if why is not None and (said.is_conflict or why[0] in EDITORS):
                    found.append(Explained(mine.claims, theirs.claims, *why))
    return Compared(one, other, rule, said, relate(one, other, family), tuple(found))
