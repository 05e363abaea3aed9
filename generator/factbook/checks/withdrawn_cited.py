"""Prose that rests on a claim which was withdrawn or redacted.

What it finds: `[@claim]` in a summary, or `[@subject#claim]` in a hand-written page, that cites a
claim we took back.
Why it matters: the sentence would stand on what we ourselves no longer say.
How to mend: rewrite the sentence, or cite the claim that took its place. A claim its speaker
retracted may be cited: it was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.prose import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each citation of what was taken back."""
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        for mention in mentions(subject.summary, name) if subject else []:
            claim = ledger.claims.get(mention.key)
            if claim and (claim.entry.withdrawn or claim.entry.redacted):
                spot = ledger.spot(name).at("summary").pointing_at(mention.words)
                message = f"{mention.key.claim} was taken back"
                mend = "rewrite the sentence, or cite what took its place"
                yield Problem("withdrawn-cited", message, spot, mend)
