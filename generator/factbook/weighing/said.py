"""When a claim was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.facts.ledger import Claim, Ledger
    from factbook.facts.sets import Range


def said_on(claim: Claim, ledger: Ledger) -> Range | None:
    """The days on which a claim can have been said; None where nothing dates it.

    That is the day it names itself (`as_of`), else that of its statement, else that of the document
    that carries it.
    """
    entry = claim.entry
    if entry.as_of:
        return entry.as_of.usual if entry.as_of.known else None
    statement = ledger.statements.get(entry.stated_in)
    if statement:
        return statement.on.usual if statement.on.known else None
    cited = [ledger.sources.get(one.source) for one in entry.cite]
    dates = [source.published for source in cited if source and source.published.known]
    return dates[0].usual if dates else None
