"""An incident that is only mentioned, with a page's worth of claims.

What it finds: an incident with `mention: true` that has more than three claims.
Why it matters: one named in passing stays off the lists; with that many claims readers would look
for it there.
How to mend: take out `mention: true`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

MOST = 3  # claims of an incident that is named in passing


def check(ledger: Ledger) -> Iterator[Problem]:
    """A warning for each mention that has outgrown the word."""
    for name, incident in ledger.incidents.items():
        number = len(ledger.of_subject.get(name, ()))
        if incident.mention and number > MOST:
            spot = ledger.spot(name).at("mention").of_key()
            message = f"this incident is only mentioned, and has {number} claims"
            yield Problem(
                "mention-grown", message, spot, "take out `mention: true`", Severity.WARNING
            )
