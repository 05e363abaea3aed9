"""A subject no file describes.

What it finds: a statement's `about`, an incident's `part_of`, a value of type subject, or an
`inferred: {from: …}` that names nothing the dossier has.
Why it matters: a reader who follows it ends nowhere.
How to mend: correct the id, or add the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.facts.model import Incident
from factbook.facts.prose import key_of
from factbook.facts.values import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.facts.entries import Inferred
    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each mention of an unknown subject."""
    for spot, name in (*_subjects(ledger), *_values(ledger)):
        if not ledger.is_known(name):
            mend = did_you_mean(name, ledger.subjects.records, "add a file for it")
            yield Problem("unknown-subject", f"there is no subject {name}", spot, mend)
    for name, incident in ledger.incidents.items():
        for number, whole in enumerate(incident.part_of):
            if not ledger.is_known(whole, "incident"):
                spot = ledger.spot(name).at("part_of", number)
                mend = did_you_mean(whole, ledger.incidents, f"add facts/incidents/{whole}.yaml")
                yield Problem("unknown-subject", f"there is no incident {whole}", spot, mend)
    for spot, inferred, subject in _inferences(ledger):
        for number, name in enumerate(inferred.sources):
            if not ledger.is_known(name) and key_of(name, subject) not in ledger.claims:
                mend = did_you_mean(name, ledger.subjects.records, "name a source or a claim")
                message = f"there is no source or claim {name}"
                yield Problem("unknown-subject", message, spot.at("from", number), mend)


def _subjects(ledger: Ledger) -> Iterator[tuple[Spot, str]]:
    for name, statement in ledger.statements.items():
        for number, about in enumerate(statement.about):
            yield ledger.spot(name).at("about", number), about


def _values(ledger: Ledger) -> Iterator[tuple[Spot, str]]:
    for key, claim in ledger.claims.items():
        attribute = ledger.vocabulary.attributes.get(claim.entry.attribute)
        if attribute and attribute.type == "subject" and isinstance(claim.value, Names):
            single = isinstance(claim.entry.value, str)
            for number, name in enumerate(claim.value.ids):
                steps = ("value",) if single else ("value", number)
                yield ledger.claim_spot(key).at(*steps), name


def _inferences(ledger: Ledger) -> Iterator[tuple[Spot, Inferred, str]]:
    for key, claim in ledger.claims.items():
        if claim.entry.inferred:
            spot = ledger.claim_spot(key).at("inferred")
            yield spot, claim.entry.inferred, key.subject
    for name, record in ledger.subjects.records.items():
        if not isinstance(record, Incident) and record.inferred:
            yield ledger.spot(name).at("inferred"), record.inferred, name
