"""The schemas of subjects and sources as data: first what all have, then what each kind has."""

from __future__ import annotations

from factbook.exchange.data_parts import TEXT, WHOLE, YES, Schema, one_of, part, record, some
from factbook.facts.entries import Certainty
from factbook.facts.model import ActorKind, Reliability

CITED: Schema = {"citations": some(part("citation")), "inferred": part("inferred")}


def subject_schema() -> Schema:
    """A line of the subjects, of whichever kind."""
    return {"anyOf": [_incident(), _statement(), _actor(), _place()]}


def _record(kind: str, says: str, required: Schema, optional: Schema) -> Schema:
    """One kind: first what all have, then what its kind has."""
    head = {"id": TEXT, "type": {"const": kind}, "title": TEXT, "address": TEXT, "claims": WHOLE}
    own = {"moved_from": some(TEXT), "note": TEXT}
    if kind != "source":
        own |= {"summary": TEXT, "conflicts": some(TEXT)}
    return record(says, {**head, **required}, {**own, **optional})


def _incident() -> Schema:
    optional = {
        "kind": TEXT,
        "date": part("date"),
        "place": part("named"),
        "part_of": some(part("named")),
        "mention": YES,
        **CITED,
    }
    return _record("incident", "Something that happened.", {}, optional)


def _statement() -> Schema:
    same = record("", {"statement": part("named"), "certainty": one_of(Certainty), "because": TEXT})
    required = {"by": some(part("speaker")), "on": part("date")}
    optional = {"channel": TEXT, "about": some(part("named")), "perhaps_same": some(same), **CITED}
    return _record("statement", "An utterance.", required, optional)


def _actor() -> Schema:
    same = record("", {"actor": part("named"), "certainty": one_of(Certainty), "because": TEXT})
    optional = {
        "kind": one_of(ActorKind),
        "names": some(part("name")),
        "part_of": some(part("named")),
        "speaks_for": part("named"),
        "perhaps_same": some(same),
        **CITED,
    }
    return _record("actor", "A person, body or group, or a label put on one.", {}, optional)


def _place() -> Schema:
    optional = {
        "kind": TEXT,
        "names": some(part("name")),
        "within": part("named"),
        "coordinates": part("coordinates"),
        **CITED,
    }
    return _record("place", "A place.", {}, optional)


KEPT: Schema = {"bytes": WHOLE, "media_type": TEXT, "archived": part("date")}


def source_schema() -> Schema:
    """A line of the sources."""
    derived = record(
        "", {"id": TEXT, "title": TEXT, "certainty": one_of(Certainty)}, {"because": TEXT}
    )
    optional = {
        "publisher": part("named"),
        "authors": some(TEXT),
        "language": TEXT,
        "url": TEXT,
        "archive_url": TEXT,
        "accessed": part("date"),
        "derives_from": some(derived),
        "reliability": one_of(Reliability),
        "snapshot": record(
            "The archived text, and what it was `earlier`, the oldest first.",
            {"sha256": TEXT},
            {**KEPT, "earlier": some(record("", {"sha256": TEXT}, KEPT))},
        ),
        "inferred": part("inferred"),
        "text": part("text"),
        "both_sides": some(record("", {"conflict": TEXT}, {"contradicts_itself": YES})),
        "shares": some(
            record(
                "What it shares with another document: `repeats` are claims of this one.",
                {"source": part("named")},
                {"derivation": TEXT, "statements": some(part("named")), "repeats": some(TEXT)},
            )
        ),
    }
    says = "A document. One without a publisher does not name it."
    return _record("source", says, {"published": part("date")}, optional)
