"""JSON Schemas of the data files of a site, for those who read them (draft 2020-12).

Keys that say nothing are left out; no key stands there that is not described. A key that a later
version adds does not change the format.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factbook.exchange.data_parts import (
    BASIS,
    PARTS,
    TEXT,
    WHOLE,
    YES,
    Schema,
    any_number,
    one_of,
    part,
    record,
    some,
)
from factbook.exchange.data_records import CITED, source_schema, subject_schema
from factbook.facts.entries import Act, Ground
from factbook.facts.judgements import Confidence, ConflictKind, Method

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "data/schemas"
CLAIMS = any_number(TEXT)


def data_schemas() -> dict[str, Schema]:
    """Name -> the schema of a line of data, of the index, and of the file beside a page."""
    lines = {
        "subject": subject_schema(),
        "source": source_schema(),
        "claim": {"anyOf": [_claim(), _gone("withdrawn"), _gone("redacted")]},
        "conflict": _conflict(),
    }
    schemas = {name: {**schema, "$defs": PARTS} for name, schema in lines.items()}
    schemas["index"] = _index()
    schemas["page"] = {**_page(), "$defs": {**PARTS, **lines}}
    return {
        name: {"$schema": DRAFT, "title": f"Factbook data: {name}", **schema}
        for name, schema in schemas.items()
    }


def schema_files() -> Iterator[tuple[str, bytes]]:
    """The schemas as files of a site."""
    for name, schema in data_schemas().items():
        text = json.dumps(schema, indent=1, ensure_ascii=False)
        yield f"{FOLDER}/{name}.json", f"{text}\n".encode()


def _head(*status: str) -> Schema:
    return {
        "id": {**TEXT, "description": "SUBJECT#CLAIM, unique among all claims."},
        "subject": part("named"),
        "claim": TEXT,
        "address": TEXT,
        "status": {"enum": list(status)},
    }


def _claim() -> Schema:
    required = {
        **_head("stands", "retracted"),
        "attribute": part("named"),
        "value": part("value"),
        "words": TEXT,
        "act": one_of(Act),
    }
    optional = {
        "moved_from": some(TEXT),
        "of": {"type": "object", "additionalProperties": TEXT},
        "hedge": TEXT,
        "speakers": some(part("speaker")),
        "own_voice": TEXT,
        "statement": part("named"),
        "at": some(part("whereabouts")),
        "during": part("date"),
        "as_of": part("date"),
        "complete": YES,
        "counted_in": TEXT,
        "basis": BASIS,
        "credibility": {"type": "integer", "minimum": 1, "maximum": 6},
        "echoes": part("echo"),
        "supersedes": record("An earlier claim.", {"claim": TEXT, "because": TEXT}),
        "retracted": record(
            "Taken back by its speaker.",
            {"on": part("date")},
            {"because": TEXT, "citations": some(part("citation"))},
        ),
        "weighed": YES,
        "conflict": TEXT,
        "note": TEXT,
        **CITED,
    }
    return record("One thing that was said about a subject.", required, optional)


def _gone(status: str) -> Schema:
    """A claim of which only the id stays."""
    why = {"because": TEXT} if status == "withdrawn" else {"ground": one_of(Ground)}
    required = {**_head(status), status: record("", {"on": part("date"), **why})}
    says = f"A claim that was {status}: only its id stays."
    return record(says, required, {"moved_from": some(TEXT)})


def _conflict() -> Schema:
    pair = record(
        "Two positions by their places in the list, and why they do not agree.",
        {"positions": any_number(WHOLE), "relation": TEXT, "because": TEXT},
        {"notes": some(TEXT)},
    )
    found = {
        "attribute": TEXT,
        "denied": {"type": "boolean"},
        "added_up": {"type": "boolean"},
        "camp": {**WHOLE, "description": "Positions of one camp agree; 0 disagrees with nobody."},
    }
    held = {"words": TEXT, "origins": part("origins"), "claims": CLAIMS, "lineage": part("lineage")}
    required = {
        "id": TEXT,
        "subject": part("named"),
        "address": TEXT,
        "question": TEXT,
        "positions": some(record("", held, found)),
        "kind": one_of(ConflictKind),
        "severity": {"enum": ["high", "moderate", "low", "none"]},
        "status": {"enum": ["open", "explained", "assessed"]},
    }
    optional = {
        "declared": YES,
        "origins": part("origins"),
        "disagreements": some(pair),
        "explained": TEXT,
        "open_because": TEXT,
        "assessment": _assessment(),
    }
    return record("Positions that do not agree.", required, optional)


def _assessment() -> Schema:
    required = {
        "conclusion": TEXT,
        "method": one_of(Method),
        "confidence": one_of(Confidence),
        "because": TEXT,
        "weighs": CLAIMS,
        "by": TEXT,
        "on": part("date"),
    }
    return record("The editors' own conclusion.", required, {"evidence_changed": YES})


def _index() -> Schema:
    file = record(
        "", {"name": TEXT, "bytes": WHOLE, "sha256": TEXT}, {"lines": WHOLE, "schema": TEXT}
    )
    counts: Schema = {"type": "object", "additionalProperties": WHOLE}
    return record(
        "What data there is.",
        {"format": {"const": 1}, "title": TEXT, "counts": counts, "files": any_number(file)},
    )


def _page() -> Schema:
    of_record = {
        "format": {"const": 1},
        "record": {"anyOf": [part("subject"), part("source")]},
        "claims": any_number(part("claim")),
        "conflicts": any_number(part("conflict")),
        "elsewhere": CLAIMS,
        "lineages": any_number(
            record(
                "A position that nobody contests, and how it came here.",
                {
                    "attribute": TEXT,
                    "words": TEXT,
                    "origins": part("origins"),
                    "claims": CLAIMS,
                    "lineage": part("lineage"),
                },
            )
        ),
    }
    of_conflict = {"format": {"const": 1}, "conflict": part("conflict")}
    return {"anyOf": [record("", of_record), record("", of_conflict)]}
