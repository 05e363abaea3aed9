"""A headline that no claim supports.

What it finds: the `date` or `place` of an incident that no claim on its date or place asserts.
Why it matters: date and place stand at the top of the page, in lists and in search results; they
must rest on a document like everything else.
How to mend: add a claim on `date` or `place` with the words that say so, or correct the headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.values import Names, Value, When
from factbook.weighing.comparing.hierarchy import above_place, is_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.dates import Edtf
    from factbook.facts.ledger import Claim, Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each headline date or place without a claim that carries it."""
    for name, incident in ledger.incidents.items():
        said = [
            claim.value
            for claim in ledger.of_subject.get(name, ())
            if claim.entry.attribute in {"date", "place"} and _asserts(claim)
        ]
        if incident.date and not incident.date.known:
            spot = ledger.spot(name).at("date").of_key()
            message = "a headline date that is unknown says nothing"
            yield Problem("headline-unsupported", message, spot, "leave the line out")
        elif incident.date and not any(_dates(value, incident.date) for value in said):
            yield _unsupported(ledger, name, "date", incident.date.text)
        if incident.place and not any(_places(value, incident.place, ledger) for value in said):
            yield _unsupported(ledger, name, "place", incident.place)


def _asserts(claim: Claim) -> bool:
    """A denial, a demand or a doubt carries no headline."""
    return claim.entry.act == "asserts" and not claim.entry.hedge


def _dates(value: Value, headline: Edtf) -> bool:
    """A claim carries a headline date that is no more precise than the claim."""
    if not isinstance(value, When) or not value.date.known or not headline.known:
        return False
    return value.date.usual.within(headline.outermost)


def _places(value: Value, headline: str, ledger: Ledger) -> bool:
    """A claim carries a headline place that is the claim's own or one around it."""
    if not isinstance(value, Names):
        return False
    return any(is_below(place, headline, above_place(ledger)) for place in value.ids)


def _unsupported(ledger: Ledger, name: str, field: str, value: str) -> Problem:
    mend = f"add a claim with `attribute: {field}` that a document carries, or correct the headline"
    message = f"no claim supports the {field} {value}"
    return Problem("headline-unsupported", message, ledger.spot(name).at(field), mend)
