"""A value that its attribute cannot take.

What it finds: a count that is no count, a date that is no date, a term not in its list, a range
whose lower bound stands above its upper one.
Why it matters: a value that cannot be read cannot be compared, and would be printed unweighed.
How to mend: write it in one of the forms the message names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.values import Misfit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

MENDS = {"bounds-reversed": "write the lower bound first"}


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each value that does not fit."""
    if not ledger.vocabulary.complete:
        return  # the fault is in vocabulary.yaml, and reported there
    for key, claim in ledger.claims.items():
        if isinstance(claim.value, Misfit) and claim.entry.value and not claim.entry.redacted:
            fault = claim.value
            spot = ledger.claim_spot(key).at("value")
            yield Problem(fault.rule, fault.reason, spot, MENDS.get(fault.rule, ""))
