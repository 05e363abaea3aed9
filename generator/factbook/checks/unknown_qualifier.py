"""A qualifier the vocabulary does not hold.

What it finds: an axis under `of` that is not declared, or a term that its axis does not have.
Why it matters: claims are compared only where they cover the same; a misspelt axis hides conflicts.
How to mend: correct it, or declare axis and term in `facts/vocabulary.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each unknown axis or term."""
    if not ledger.vocabulary.complete:
        return  # the fault is in vocabulary.yaml, and reported there
    axes = ledger.vocabulary.axes
    for key, claim in ledger.claims.items():
        for axis, term in claim.entry.of.items():
            spot = ledger.claim_spot(key).at("of", axis)
            if axis not in axes:
                mend = did_you_mean(axis, axes, f"the axes are: {', '.join(axes)}")
                message = f"there is no axis {axis}"
                yield Problem("unknown-qualifier", message, spot.of_key(), mend)
            elif term not in axes[axis].terms:
                terms = axes[axis].terms
                mend = did_you_mean(term, terms, f"its terms are: {', '.join(terms)}")
                yield Problem("unknown-qualifier", f"{axis} has no term {term}", spot, mend)
