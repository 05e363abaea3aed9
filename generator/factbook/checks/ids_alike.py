"""Ids that differ only in signs.

What it finds: two ids, of files or of claims in one file, that differ only by `-` and `_`.
Why it matters: one is soon written for the other, and nobody sees it.
How to mend: rename one of the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A warning for each id that is hard to tell from an earlier one."""
    seen: dict[str, str] = {}
    for name in ledger.subjects.records:
        other = seen.setdefault(name.replace("_", "-"), name)
        if other != name:
            message = f"{name} is hard to tell from {other}"
            yield _problem(message, ledger, name)
    claims: dict[tuple[str, str], str] = {}
    for key in ledger.claims:
        other = claims.setdefault((key.subject, key.claim.replace("_", "-")), key.claim)
        if other != key.claim:
            message = f"{key.claim} is hard to tell from {other}"
            spot = ledger.claim_spot(key).of_key()
            yield Problem("ids-alike", message, spot, "rename one of the two", Severity.WARNING)


def _problem(message: str, ledger: Ledger, name: str) -> Problem:
    spot = ledger.spot(name)
    return Problem("ids-alike", message, spot, "rename one of the two", Severity.WARNING)
