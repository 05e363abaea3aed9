"""A statement no file describes.

What it finds: `stated_in` or `perhaps_same` that names a statement which is not there.
Why it matters: the statement says who spoke, and when.
How to mend: correct the id, or add the file to `facts/statements/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each mention of an unknown statement."""
    for spot, name in _named(ledger):
        if not ledger.is_known(name, "statement"):
            mend = did_you_mean(name, ledger.statements, f"add facts/statements/{name}.yaml")
            yield Problem("unknown-statement", f"there is no statement {name}", spot, mend)


def _named(ledger: Ledger) -> Iterator[tuple[Spot, str]]:
    for key, claim in ledger.claims.items():
        if claim.entry.stated_in:
            yield ledger.claim_spot(key).at("stated_in"), claim.entry.stated_in
    for name, statement in ledger.statements.items():
        for number, link in enumerate(statement.perhaps_same):
            yield ledger.spot(name).at("perhaps_same", number, "statement"), link.statement
