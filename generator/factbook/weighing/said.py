"""When a claim was said, and as of when it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.facts.dates import Edtf
    from factbook.facts.ledger import Claim, Ledger
    from factbook.facts.sets import Range


def said_on(claim: Claim, ledger: Ledger) -> Range | None:
    """The days on which a claim can have been said; None where nothing dates it.

    That is the day it names itself (`as_of`), else that of its statement, else that of the first
    dated document that carries it.
    """
    if claim.entry.as_of or claim.entry.stated_in in ledger.statements:
        date = holds_as_of(claim, ledger)
        return date.usual if date else None
    cited = [ledger.sources.get(one.source) for one in claim.entry.cite]
    dates = [source.published for source in cited if source and source.published.known]
    return min(date.usual for date in dates) if dates else None


def holds_as_of(claim: Claim, ledger: Ledger) -> Edtf | None:
    """The date as of which a claim holds: its own, or that of its dated statement; else None."""
    date = claim.entry.as_of
    if date is None:
        statement = ledger.statements.get(claim.entry.stated_in)
        date = statement.on if statement else None
    return date if date and date.known else None
