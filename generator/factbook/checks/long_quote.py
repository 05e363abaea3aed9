"""A quote longer than 25 words.

What it finds: a quote of more than 25 words.
Why it matters: a quote is the shortest phrase that carries the claim. A passage hides which words
carry it, and may infringe copyright.
How to mend: keep the words that carry the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

LONGEST = 25  # words


def check(ledger: Ledger) -> Iterator[Problem]:
    """A warning for each long quote."""
    for spot, citation in ledger.citations():
        words = len(citation.quote.split())
        if words > LONGEST:
            yield Problem(
                "long-quote",
                f"this quote has {words} words, more than {LONGEST}",
                spot.at("quote"),
                "keep the shortest phrase that carries the claim",
                Severity.WARNING,
            )
