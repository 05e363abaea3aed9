"""Whether a denial reaches a claim: what is claimed must lie within what is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.values import Names, Terms
from factbook.weighing.comparing.cover import Cover
from factbook.weighing.comparing.values import compare

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.facts.values import Value

WITHIN = {Cover.EQUAL, Cover.INSIDE}


def reaches(denied: Value, claimed: Value, ledger: Ledger) -> bool:
    """Whether what is claimed lies within what is denied.

    Who is named together with others is claimed too: to deny A disputes "A and C".
    """
    for kind in (Names, Terms):
        if isinstance(denied, kind) and isinstance(claimed, kind) and denied.ids:
            return all(
                any(compare(kind((b,)), kind((a,)), ledger).cover in WITHIN for b in claimed.ids)
                for a in denied.ids
            )
    return compare(claimed, denied, ledger).cover in WITHIN
