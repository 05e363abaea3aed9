"""Subjects and sources as data, each kind with its own fields after those that all have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.ledger import voices
from factbook.facts.model import UNKNOWN, Actor, Incident, Place, Snapshot, Source, Statement
from factbook.outputs.data.claims import citations, inferred_data
from factbook.outputs.data.texts import source_text
from factbook.outputs.data.values import Data, address, all_named, date, filled, named, speakers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.facts.ledger import Ledger
    from factbook.facts.model import AnySubject, Coordinates, EarlierSnapshot, Name
    from factbook.pages.links import Desk


def record_data(name: str, desk: Desk, conflicts: Sequence[str] = ()) -> Data:
    """A subject or source by its id; `conflicts` are the ids of those in its file."""
    ledger = desk.ledger
    record = ledger.subjects.records[name]
    head = {"id": name, "type": ledger.subjects.kinds[name], "title": record.title}
    place = {"address": address(name, desk), "moved_from": list(record.moved_from)}
    claims = ledger.by_source if isinstance(record, Source) else ledger.of_subject
    told = {"note": record.note, "claims": len(claims.get(name, ()))}
    if isinstance(record, Source):
        own = source_text(name, desk)
        return filled({**head, **place, **_source(record, ledger), **own, **told})
    told = {"summary": record.summary, **told, "conflicts": list(conflicts)}
    return filled({**head, **place, **_subject(record, desk), **told})


def _subject(record: AnySubject, desk: Desk) -> Data:
    match record:
        case Incident():
            own = _incident(record, desk.ledger)
        case Statement():
            own = _statement(record, desk.ledger)
        case Actor():
            own = _actor(record, desk)
        case Place():
            own = _place(record, desk)
    return {**own, **_grounds(record, desk)}


def _incident(incident: Incident, ledger: Ledger) -> Data:
    return {
        "kind": incident.kind,
        "date": date(incident.date) if incident.date else None,
        "place": named(incident.place, ledger) if incident.place else None,
        "part_of": all_named(incident.part_of, ledger),
        "mention": incident.mention,
    }


def _statement(statement: Statement, ledger: Ledger) -> Data:
    return {
        "by": speakers(voices(statement.by), ledger),
        "on": date(statement.on),
        "channel": statement.channel,
        "about": all_named(statement.about, ledger),
        "perhaps_same": [
            _link("statement", link.statement, link.certainty, link.because, ledger)
            for link in statement.perhaps_same
        ],
    }


def _actor(actor: Actor, desk: Desk) -> Data:
    ledger = desk.ledger
    return {
        "kind": actor.kind,
        "names": [_name(one, desk) for one in actor.names],
        "part_of": all_named(actor.part_of, ledger),
        "speaks_for": named(actor.speaks_for, ledger) if actor.speaks_for else None,
        "perhaps_same": [
            _link("actor", link.actor, link.certainty, link.because, ledger)
            for link in actor.perhaps_same
        ],
    }


def _link(kind: str, name: str, certainty: str, because: str, ledger: Ledger) -> Data:
    return {kind: named(name, ledger), "certainty": certainty, "because": because}


def _place(place: Place, desk: Desk) -> Data:
    ledger = desk.ledger
    return {
        "kind": place.kind,
        "names": [_name(one, desk) for one in place.names],
        "within": named(place.within, ledger) if place.within else None,
        "coordinates": _coordinates(place.coordinates, desk) if place.coordinates else None,
    }


def _coordinates(where: Coordinates, desk: Desk) -> Data:
    return filled(
        {
            "latitude": where.latitude,
            "longitude": where.longitude,
            "precision_km": where.precision,
            "citations": citations(where.cite, desk),
            "inferred": inferred_data(where.inferred, desk.ledger),
        }
    )


def _name(one: Name, desk: Desk) -> Data:
    return filled(
        {
            "name": one.name,
            "language": one.language,
            "script": one.script,
            "citations": citations(one.cite, desk),
        }
    )


def _grounds(record: Incident | Statement | Actor | Place, desk: Desk) -> Data:
    return {
        "citations": citations(record.cite, desk),
        "inferred": inferred_data(record.inferred, desk.ledger),
    }


def _source(source: Source, ledger: Ledger) -> Data:
    known = source.publisher != UNKNOWN
    snapshot = source.snapshot
    return {
        "publisher": named(source.publisher, ledger) if known else None,
        "published": date(source.published),
        "authors": list(source.authors),
        "language": source.language,
        "url": source.url,
        "archive_url": source.archive_url,
        "accessed": date(source.accessed) if source.accessed else None,
        "derives_from": [
            filled(
                {**named(one.source, ledger), "certainty": one.certainty, "because": one.because}
            )
            for one in source.derivations
        ],
        "reliability": source.reliability,
        "snapshot": snapshot and _snapshot(snapshot),
        "inferred": inferred_data(source.inferred, ledger),
    }


def _snapshot(one: Snapshot | EarlierSnapshot) -> Data:
    """An archived text: hash, size, kind, when it was archived, and what it was before."""
    earlier = one.earlier if isinstance(one, Snapshot) else ()
    return filled(
        {
            "sha256": one.sha256,
            "bytes": one.bytes or "",
            "media_type": one.media_type,
            "archived": date(one.archived) if one.archived else None,
            "earlier": [_snapshot(past) for past in earlier],
        }
    )
