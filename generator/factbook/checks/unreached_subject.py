"""A subject that nothing reaches.

What it finds: an actor, place, statement or source that no incident leads to, directly or through
other subjects.
Why it matters: it is most often a leftover, or a reference that was forgotten.
How to mend: refer to it from a claim or a subject, or remove the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity
from factbook.facts.ledger import voices
from factbook.facts.model import Actor, Incident, Place, Source, Statement
from factbook.facts.values import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.entries import Inferred
    from factbook.facts.ledger import Claim, Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A warning for each subject off every path that starts at an incident."""
    if ledger.subjects.broken:
        return  # what a broken file refers to is not known
    about: dict[str, list[str]] = {}
    for name, statement in ledger.statements.items():
        for subject in statement.about:
            about.setdefault(subject, []).append(name)
    reached: set[str] = set()
    waiting = list(ledger.incidents)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _leads_to(ledger, name)
            waiting += about.get(name, ())
    for name in sorted(ledger.subjects.records.keys() - reached):
        yield Problem(
            "unreached-subject",
            f"nothing refers to {name}",
            ledger.spot(name),
            "refer to it from a claim or a subject, or remove the file",
            Severity.WARNING,
        )


def _leads_to(ledger: Ledger, name: str) -> Iterator[str]:
    """All ids that a record names, in its fields and its claims."""
    record = ledger.subjects.records.get(name)
    match record:
        case Incident():
            yield from (record.place, *record.part_of)
        case Statement():
            yield from (voice.actor or voice.outlet for voice in voices(record.by))
            yield from record.about
            yield from (link.statement for link in record.perhaps_same)
        case Actor():
            yield from (*record.part_of, record.speaks_for)
            yield from (link.actor for link in record.perhaps_same)
        case Place():
            yield record.within
        case Source():
            yield from (record.publisher, *record.parents)
    for citation in getattr(record, "cite", ()):
        yield from (citation.source, *citation.via)
    yield from _inferred_from(getattr(record, "inferred", None))
    for claim in ledger.of_subject.get(name, ()):
        yield from _named_in(claim)


def _named_in(claim: Claim) -> Iterator[str]:
    yield claim.entry.stated_in
    yield from (voice.actor or voice.outlet for voice in claim.voices)
    if isinstance(claim.value, Names):
        yield from claim.value.ids
    yield from (name for at in claim.entry.places for name in (at.place, at.within) if name)
    yield from _inferred_from(claim.entry.inferred)
    for citation in claim.entry.cite:
        yield from (citation.source, *citation.via)


def _inferred_from(inferred: Inferred | None) -> tuple[str, ...]:
    return inferred.sources if inferred else ()
