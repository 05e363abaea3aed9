"""The parts that the schemas of data are made of: names, dates, values, citations."""

from __future__ import annotations

from typing import Any, get_args

from factbook.facts.entries import Basis, Certainty, PlaceRelation, Rendering, Tie

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
YES: Schema = {"const": True, "description": "Left out where it does not hold."}
WHOLE: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": ["string", "null"], "pattern": r"^-?\d{4,}-\d\d-\d\d$"}
BOUND: Schema = {"type": ["number", "null"], "description": "null: there is no bound."}


def part(name: str) -> Schema:
    """A reference to a part."""
    return {"$ref": f"#/$defs/{name}"}


def some(item: Schema) -> Schema:
    """A list of at least one; what is empty is left out."""
    return {"type": "array", "minItems": 1, "items": item}


def any_number(item: Schema) -> Schema:
    """A list that may be empty."""
    return {"type": "array", "items": item}


def one_of(literal: object) -> Schema:
    """One of the words of a type."""
    return {"enum": list(get_args(literal))}


def record(says: str, required: Schema, optional: Schema | None = None) -> Schema:
    """An object of these keys and no others."""
    made: Schema = {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": {**required, **(optional or {})},
    }
    return {"description": says, **made} if says else made


def _value(kind: str, required: Schema, optional: Schema | None = None) -> Schema:
    return record("", {"type": {"const": kind}, **required}, optional)


SPANS = some(record("A range of numbers.", {"low": BOUND, "high": BOUND}))
DAYS = record("The first and the last day.", {"earliest": DAY, "latest": DAY})
RANGES: Schema = {"usual": SPANS, "outermost": SPANS}
ALL_NAMED = any_number(part("named"))

VALUES: list[Schema] = [
    _value("count", {"text": TEXT, **RANGES}, {"best": BOUND}),
    _value("count", {"text": TEXT, "most_of": TEXT}),
    _value(
        "quantity",
        {"text": TEXT, "unit": TEXT, "dimension": TEXT, **RANGES},
        {"best": BOUND},
    ),
    _value("date", {"text": TEXT, "words": TEXT}, {"usual": DAYS, "outermost": DAYS}),
    *(_value(kind, {"names": ALL_NAMED}) for kind in ("actor", "place", "subject")),
    _value("term", {"terms": ALL_NAMED}),
    _value("flag", {"yes": {"type": "boolean"}}),
    _value("text", {"items": some(TEXT)}),
    _value("unknown", {}),
    _value("misfit", {"reason": TEXT}),
]

PARTS: dict[str, Schema] = {
    "named": record("An id with its title.", {"id": TEXT, "title": TEXT}),
    "speaker": {
        "description": "An actor, or somebody whom the document does not name.",
        "anyOf": [part("named"), record("", {"unnamed": TEXT}, {"to": part("named")})],
    },
    "date": record(
        "A date as written (EDTF), in words, and its days: those it usually means, and the "
        "outermost it can be stretched to.",
        {"text": TEXT, "words": TEXT},
        {"usual": DAYS, "outermost": DAYS},
    ),
    "value": {
        "description": "What a claim says. Ranges of quantities are in metres, kilograms, seconds "
        "or square metres; no names or terms mean nobody, nowhere, none.",
        "anyOf": VALUES,
    },
    "citation": record(
        "A quote, the document it stands in, and how it came there.",
        {
            "source": part("named"),
            "quote": TEXT,
            "rendering": one_of(Rendering),
            "tie": one_of(Tie),
        },
        {
            "locator": TEXT,
            "route": some(part("named")),
            "named_as": TEXT,
            "translation": record("", {"text": TEXT, "by": TEXT}),
            "verified": part("verified"),
        },
    ),
    "verified": record(
        "Where the words were found in the archived text: the sha256 of the document's bytes; "
        "characters of its text, the first and the one after the last, several stretches where "
        "the quote leaves something out; page and paragraph. `on` is since when that is recorded. "
        "Left out where nobody has found them.",
        {
            "sha256": TEXT,
            "characters": some({"type": "array", "minItems": 2, "maxItems": 2, "items": WHOLE}),
            "locator": TEXT,
        },
        {"in_this_build": YES, "on": TEXT, "places": WHOLE},
    ),
    "inferred": record(
        "What no document says in so many words.", {"from": some(part("named")), "because": TEXT}
    ),
    "whereabouts": record(
        "Where within an incident.",
        {"relation": one_of(PlaceRelation)},
        {"place": part("named"), "label": TEXT, "within": part("named")},
    ),
    "echo": record(
        "The claim that this one repeats.",
        {"claim": TEXT, "certainty": one_of(Certainty), "because": TEXT},
    ),
    "origins": record(
        "The fewest and the most origins; documents that speak for themselves are beside them.",
        {"low": WHOLE, "high": WHOLE, "own_voice": WHOLE},
        {"counted_as_one": some(TEXT)},
    ),
    "lineage": record(
        "How a position came into documents: paths, and the origins that they lead to, by name.",
        {},
        {
            "paths": some(
                record(
                    "One path; places in the list of origins, and none for who is not counted.",
                    {"source": part("named")},
                    {
                        "derives_from": some(part("named")),
                        "possibly_from": some(part("named")),
                        "route": some(part("named")),
                        "statement": part("named"),
                        "origins": some(WHOLE),
                        "own_voice": YES,
                    },
                )
            ),
            "origins": some(TEXT),
            "possibly_one": some(some(WHOLE)),
        },
    ),
    "name": record(
        "A name, and who uses it.",
        {"name": TEXT},
        {"language": TEXT, "script": TEXT, "citations": some(part("citation"))},
    ),
    "coordinates": record(
        "Where a place is (WGS 84), and how far off that can be.",
        {
            "latitude": {"type": "number", "minimum": -90, "maximum": 90},
            "longitude": {"type": "number", "minimum": -180, "maximum": 180},
            "precision_km": {"type": "number", "minimum": 0},
        },
        {"citations": some(part("citation")), "inferred": part("inferred")},
    ),
}
STRETCHES = any_number({"type": "array", "minItems": 2, "maxItems": 2, "items": WHOLE})
PARTS["text"] = record(
    "The archived text of a source: how long it is, and the stretches of it that claims cite, as "
    "characters, the first and the one after the last. White space between paragraphs is not "
    "counted.",
    {
        "sha256": TEXT,
        "characters": WHOLE,
        "paragraphs": WHOLE,
        "cited_characters": WHOLE,
        "cited_paragraphs": WHOLE,
        "cited": STRETCHES,
        "contested": STRETCHES,
    },
)
BASIS = one_of(Basis)
