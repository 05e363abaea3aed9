"""A declared conflict that declares nothing.

What it finds: an entry under `conflicts` that is no attribute's and lacks a question, a kind, two
positions, or the reason why it is open or explained; one under an attribute that is but part of
another (a conflict on the killed is one on casualties); positions and `not_conflicts` that name
claims which are not there.
Why it matters: a conflict that no rule found stands on the editors' word alone; readers must see
who holds what, and why it is not resolved.
How to mend: fill in what is missing, or write the name of the whole. Under the key of an attribute,
`explained` or `open_because` is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.facts.entries import Ids
    from factbook.facts.judgements import DeclaredConflict
    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each thing that a declared conflict lacks or misnames."""
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        if subject is None:
            continue
        for key, conflict in subject.conflicts.items():
            spot = ledger.spot(name).at("conflicts", key)
            for missing in _missing(conflict, is_attribute=key in ledger.vocabulary.attributes):
                mend = f"add a line `{missing.split(' or ')[0]}: …`"
                message = f"{missing} is missing"
                yield Problem("conflict-fault", message, spot.of_key(), mend)
            if key in ledger.vocabulary.attributes and (root := ledger.vocabulary.root(key)) != key:
                message = f"{key} is part of {root}, and conflicts on it are found there"
                yield Problem("conflict-fault", message, spot.of_key(), f"write `{root}:`")
            for number, side in enumerate(conflict.positions):
                where = spot.at("positions", number, "claims")
                yield from _unknown(side.claims, name, where, ledger)
        for number, pair in enumerate(subject.not_conflicts):
            where = ledger.spot(name).at("not_conflicts", number, "claims")
            yield from _unknown(pair.claims, name, where, ledger)


def _missing(conflict: DeclaredConflict, *, is_attribute: bool) -> Iterator[str]:
    if not is_attribute:
        if not conflict.question:
            yield "question"
        if conflict.kind is None:
            yield "kind"
        if len(conflict.positions) < 2:
            yield "positions"
    if not conflict.explained and not conflict.open_because and conflict.kind != "difference":
        yield "open_because or explained"


def _unknown(claims: Ids, subject: str, spot: Spot, ledger: Ledger) -> Iterator[Problem]:
    for number, claim in enumerate(claims):
        if key_of(claim, subject) not in ledger.claims:
            message = f"there is no claim {claim}"
            yield Problem("conflict-fault", message, spot.at(number), "correct the id")
