"""A paragraph of a summary that cites nothing.

What it finds: a paragraph of a summary without a single `[@claim]`, and, in a summary or a
hand-written page, a citation that cannot be read, such as `[@one, @two]`.
Why it matters: readers take a summary for the facts; it must lead them to who said so.
How to mend: cite the claims the paragraph sums up, each in brackets of its own, or leave it out. A
citation in a code span does not count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.prose import mentions, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

MEND = "cite the claims it rests on: [@claim] or [@subject#claim]"
UNREADABLE = re.compile(r"\[@(?![^\]\s]+\]).{0,30}")


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each paragraph that leads to no claim, and for each broken citation."""
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        if subject is None:
            continue
        spot = ledger.spot(name).at("summary")
        for paragraph in re.split(r"\n\s*\n", subject.summary.strip()):
            if paragraph and not mentions(paragraph, name):
                first = spot.pointing_at(paragraph.split("\n")[0].strip())
                yield Problem("unsourced-prose", "this paragraph cites no claim", first, MEND)
        for broken in UNREADABLE.finditer(without_code(subject.summary)):
            message = "this citation cannot be read"
            mend = "write one claim in brackets, [@claim], and the next in brackets of its own"
            yield Problem("unsourced-prose", message, spot.pointing_at(broken[0]), mend)
