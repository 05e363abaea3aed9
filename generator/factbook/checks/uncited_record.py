"""Something outside the claims that a page prints or weighing reads, and that nothing carries.

What it finds: a statement that nobody cites, and the `part_of`, `speaks_for` or `within` of an
incident, actor or place, without `cite` or `inferred`.
Why it matters: who spoke, and who belongs to whom, decides how many origins a claim has; what is
one of a series, how large the series is. A reader must be able to check that too.
How to mend: add `cite` to the file, or `inferred: {from: […], because: …}` where no document says
it in so many words. For a statement, a claim that is `stated_in` it is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.facts.model import Actor, Incident, Place

FIELDS = ("part_of", "speaks_for", "within")
MEND = "add `cite` with the words that say so, or `inferred: {from: […], because: …}`"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each record that says something nothing carries."""
    for name, statement in ledger.statements.items():
        carried = statement.cite or statement.inferred or ledger.in_statement.get(name)
        if not carried:
            message = f"nothing shows that the statement {name} was made"
            yield Problem("uncited-record", message, ledger.spot(name), MEND)
    records: dict[str, Incident | Actor | Place] = {
        **ledger.incidents,
        **ledger.actors,
        **ledger.places,
    }
    for name, record in records.items():
        if record.cite or record.inferred:
            continue
        for field in _said_of(record):
            message = f"nothing carries the {field} of {name}"
            spot = ledger.spot(name).at(field).of_key()
            yield Problem("uncited-record", message, spot, MEND)


def _said_of(record: Incident | Actor | Place) -> list[str]:
    """The filled fields of a record that say to whom or what it belongs."""
    return [field for field in FIELDS if getattr(record, field, None)]
