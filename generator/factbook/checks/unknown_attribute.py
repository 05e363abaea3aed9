"""An attribute the vocabulary does not hold.

What it finds: a claim on an attribute that is neither built in nor in `facts/vocabulary.yaml`.
Why it matters: the attribute decides what a value means and what it is compared with.
How to mend: correct its name, or declare it in `facts/vocabulary.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

MEND = "declare it under `attributes` in vocabulary.yaml, or use one that is there"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each claim on an unknown attribute."""
    if not ledger.vocabulary.complete:
        return  # the fault is in vocabulary.yaml, and reported there
    known = ledger.vocabulary.attributes
    for key, claim in ledger.claims.items():
        name = claim.entry.attribute
        if name and name not in known:
            spot = ledger.claim_spot(key).at("attribute")
            message = f"there is no attribute {name}"
            yield Problem("unknown-attribute", message, spot, did_you_mean(name, known, MEND))
