"""The rules by which two positions are compared, one in each file, tried in this order.

The first rule that has something to say about two positions decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.rules import declared, denial, rendering, revision, scope, value

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.weighing.position import Position
    from factbook.weighing.relation import Finding

ORDER = (
    rendering.relate,
    declared.relate,
    revision.relate,
    scope.relate,
    denial.relate,
    value.relate,
)


def relate(one: Position, other: Position, ledger: Ledger, family: list[Position]) -> Finding:
    """How two positions of one family stand to each other."""
    for rule in ORDER:
        finding = rule(one, other, ledger, family)
        if finding is not None:
            return finding
    raise AssertionError("the last rule always decides")
