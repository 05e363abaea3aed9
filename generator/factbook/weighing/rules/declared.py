"""What editors declare to be no conflict is none.

`not_conflicts` names claims that only look as if they disagreed, with the reason. It explains these
claims and no others: whoever else says the one or the other still contradicts.

Example: two volleys, taken for one
    ministry | rockets_fired | 5
    army | rockets_fired | 8
    not: two different volleys
    declared not
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.weighing.family import Clash, Family
    from factbook.weighing.telling import Telling


def explain_all(clash: Clash, family: Family) -> Finding | None:
    """The finding where editors say it of all claims of two positions at once; else None."""
    if not family.declared:
        return None
    keys = {claim.key for position in (clash.one, clash.other) for claim in position.claims}
    for one in family.declared:
        if keys <= one.claims:
            return Finding(Relation.DECLARED_NOT, one.because)
    return None


def explain(mine: Telling, theirs: Telling, _clash: Clash, family: Family) -> Finding | None:
    """The finding where editors say that these claims do not disagree; else None."""
    if not family.declared:
        return None
    keys = mine.keys | theirs.keys
    for one in family.declared:
        if keys <= one.claims:
            return Finding(Relation.DECLARED_NOT, one.because)
    return None
