"""A quote longer than 25 words.

What it finds: a quote of more than 25 words; in scripts that write no spaces between words
(Chinese, Japanese, Thai, Lao, Khmer, Burmese), two characters count as a word.
Why it matters: a quote is the shortest phrase that carries the claim. A passage hides which words
carry it, and may infringe copyright.
How to mend: keep the words that carry the claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

LONGEST = 25  # words
SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
CHARACTERS = 2  # of such scripts, to a word


def length(quote: str) -> int:
    """The words of a quote."""
    if len(quote) < LONGEST:
        return 0  # of so few characters nobody makes so many words
    spaceless = len(SPACELESS.findall(quote))
    if not spaceless:
        return len(quote.split())
    return len(SPACELESS.sub(" ", quote).split()) + spaceless // CHARACTERS


def check(ledger: Ledger) -> Iterator[Problem]:
    """A warning for each long quote."""
    for spot, citation in ledger.citations():
        words = length(citation.quote)
        if words > LONGEST:
            yield Problem(
                "long-quote",
                f"this quote has {words} words, more than {LONGEST}",
                spot.at("quote"),
                "keep the shortest phrase that carries the claim",
                Severity.WARNING,
            )
