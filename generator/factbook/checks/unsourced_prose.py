"""A summary that cites nothing.

What it finds: a summary without a single `[@claim]`.
Why it matters: readers take a summary for the facts; its sentences must lead to who said so.
How to mend: cite the claims it sums up, or leave the summary out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.prose import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each summary that leads to no claim."""
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        if subject and subject.summary.strip() and not mentions(subject.summary, name):
            spot = ledger.spot(name).at("summary").of_key()
            mend = "cite the claims it rests on: [@claim] or [@subject#claim]"
            yield Problem("unsourced-prose", "this summary cites no claim", spot, mend)
