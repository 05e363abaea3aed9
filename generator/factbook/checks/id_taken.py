"""A former id that is still in use.

What it finds: `moved_from` that names the id of a record, or of a claim, which exists, or one that
two records claim to have had.
Why it matters: an address leads to one page; a redirect would hide the other.
How to mend: take it out of `moved_from`, or rename the record that has it now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.decoding import ClaimKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

MEND = "take it out of `moved_from`, or rename what has it now"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each former id that leads to two things."""
    owners = {name: name for name in ledger.subjects.records}
    for name, record in ledger.subjects.records.items():
        for number, former in enumerate(record.moved_from):
            owner = owners.setdefault(former, name)
            if owner != name or former == name:
                spot = ledger.spot(name).at("moved_from", number)
                yield Problem("id-taken", f"{former} is the id of {owner}", spot, MEND)
    for key, claim in ledger.claims.items():
        for number, former in enumerate(claim.entry.moved_from):
            if ClaimKey(key.subject, former) in ledger.claims:
                spot = ledger.claim_spot(key).at("moved_from", number)
                yield Problem("id-taken", f"{former} is another claim's id", spot, MEND)
