"""JSON Schemas of a dossier's files, for editors: what may stand where, with help and completions.

Draft 7, which every version of yaml-language-server reads in full; there a `$ref` hides what stands
beside it, so that it always stands in an `allOf` of its own. Ids and words of the dossier are
offered and never demanded: a file written a minute ago must not be marked. Only the shape is
marked, and `factbook check` does the rest.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

from factbook.facts.model import FOLDER_OF
from factbook.facts.reference import explained, form_of
from factbook.facts.shapes import (
    FILES,
    Choice,
    Day,
    Either,
    FieldShape,
    Listing,
    Mapping,
    Number,
    Part,
    Shape,
    Words,
    YesNo,
    fields_of,
    in_words,
    parts_of,
    said_of,
)
from factbook.facts.values import NAMED
from factbook.facts.vocabulary import AttributeType

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.facts.ledger import Ledger
    from factbook.facts.vocabulary import Record

    Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
# Whatever is no list and no mapping: users write text without quotes, and YAML reads 8, 2020 and
# true as numbers and booleans. Naming these types instead would offer `true` at every text.
TEXT: Schema = {"if": {"type": ["object", "array"]}, "then": {"type": "string"}}
FILLED: Schema = {
    "minLength": 1,
    "if": {"type": ["object", "array", "null"]},
    "then": {"type": "string"},
}
# [2020-12-27..2020-12-31] is one of these days, and in YAML a list of one text
DAY: Schema = {"anyOf": [FILLED, {"type": "array", "items": FILLED, "minItems": 1, "maxItems": 1}]}


def schemas(ledger: Ledger) -> dict[str, Schema]:
    """Kind of file -> its schema, with the ids and words of a dossier."""
    known = _known(ledger)
    offered = {_offer_name(kind): _open(words) for kind, words in known.items()}
    return {kind: _file(record, offered, ledger) for kind, record in FILES.items()}


def write_schemas(folder: Path, made: dict[str, Schema]) -> list[Path]:
    """Write a file for each schema; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind, schema in made.items():
        path = folder / f"{kind}.json"
        path.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        written.append(path)
    return written


def _file(record: type[Record], offered: dict[str, Schema], ledger: Ledger) -> Schema:
    """The schema of one kind of file; records that it is made of are definitions."""
    parts = {name: _record(part, ledger) for name, part in parts_of(record).items()}
    return {"$schema": DRAFT, **_record(record, ledger), "definitions": {**offered, **parts}}


def _record(record: type[Record], ledger: Ledger) -> Schema:
    fields = fields_of(record)
    schema: Schema = {
        "title": in_words(record),
        "description": said_of(record),
        "type": "object",
        "additionalProperties": False,
        "required": [field.key for field in fields if field.required],
        "properties": {field.key: _field(field, ledger) for field in fields},
    }
    if {"attribute", "value"} <= schema["properties"].keys():
        schema["allOf"] = list(_by_attribute(ledger))
    return schema


def _field(field: FieldShape, ledger: Ledger) -> Schema:
    """A field with its help; the ids it takes are offered."""
    says = explained(field)
    ids = says.ids[0] if says.ids else ""
    schema = _schema(field.shape, ids)
    if (field.owner, field.key) == ("ClaimEntry", "of"):
        axes = ledger.vocabulary.axes.items()
        schema["properties"] = {name: _open(list(axis.terms)) for name, axis in axes}
    words = [says.means, f"Left out, it is `{field.default}`." if field.default else ""]
    description = " ".join(filter(None, words))
    return {"description": description, **schema} if description else schema


def _schema(shape: Shape, ids: str) -> Schema:
    match shape:
        case Words(filled=filled):
            return _ref(_offer_name(ids)) if ids else dict(FILLED if filled else TEXT)
        case Choice():
            return _choice(shape)
        case Number():
            return _number(shape)
        case YesNo():
            return {"type": ["boolean", "string"], "pattern": "^(true|false)$"}
        case Day():
            return dict(DAY)
        case Part(name=name):
            return _ref(name)
        case Listing(item=item, least=least):
            return {"type": "array", "minItems": least, "items": _schema(item, ids)}
        case Mapping(item=item):
            return {"type": "object", "additionalProperties": _schema(item, "")}
        case Either(options=options):
            return {"anyOf": [_schema(option, ids) for option in options]}


def _choice(shape: Choice) -> Schema:
    """One of the words; numbers may stand in quotes too."""
    if all(isinstance(value, str) for value in shape.values):
        words: Schema = {"enum": list(shape.values)}
        return {"anyOf": [words, {"maxLength": 0, **TEXT}]} if shape.or_none else words
    quoted = "|".join(str(value) for value in shape.values)
    return {"anyOf": [{"enum": list(shape.values)}, {"type": "string", "pattern": f"^({quoted})$"}]}


def _number(shape: Number) -> Schema:
    """A number within its bounds; quoted, it is text that looks like one."""
    plain: Schema = {"type": "integer" if shape.whole else "number"}
    if shape.least is not None:
        plain["minimum"] = shape.least
    if shape.most is not None:
        plain["maximum"] = shape.most
    return {"anyOf": [plain, {"type": "string", "pattern": r"^[+-]?\d+(\.\d+)?$"}]}


def _by_attribute(ledger: Ledger) -> list[Schema]:
    """What a claim's value may be, once its attribute is known: help and completions."""
    attributes = ledger.vocabulary.attributes
    found = []
    for kind in get_args(AttributeType):
        names = [name for name, one in attributes.items() if one.type == kind]
        if kind == "term":
            for terms in dict.fromkeys(attributes[name].terms for name in names):
                own = [name for name in names if attributes[name].terms == terms]
                words = list(ledger.vocabulary.terms.get(terms, {}))
                found.append(_when(own, kind, _open([*words, "unknown"])))
        elif kind in NAMED:
            found.append(_when(names, kind, _ref(_offer_name(kind))))
        elif kind == "count":
            words = [*ledger.vocabulary.numbers, "none", "unknown"]
            found.append(_when(names, kind, _open(words)))
        elif kind == "flag":
            found.append(_when(names, kind, _open(["yes", "no", "unknown"])))
        else:
            found.append(_when(names, kind, {}))
    return [one for one in found if one]


def _when(names: list[str], kind: AttributeType, value: Schema) -> Schema:
    """A condition: for these attributes the value is of that form. Nothing for no attributes."""
    if not names:
        return {}
    form = form_of(kind)
    help_text = f"{form.means} Write: {', '.join(f'`{one}`' for one in form.example)}."
    several = [value, {"type": "array", "items": value}] if value else []
    is_one: Schema = {"properties": {"attribute": {"enum": names}}, "required": ["attribute"]}
    then: Schema = {"description": help_text, **({"anyOf": several} if several else {})}
    return {"if": is_one, "then": {"properties": {"value": then}}}


def _known(ledger: Ledger) -> dict[str, list[str]]:
    """Kind of id -> those the dossier has."""
    by_kind: dict[str, list[str]] = {kind: [] for kind in FOLDER_OF}
    for name, kind in sorted(ledger.subjects.kinds.items()):
        by_kind[kind].append(name)
    subjects = [name for name, kind in ledger.subjects.kinds.items() if kind != "source"]
    return {
        **by_kind,
        "subject": sorted(subjects),
        "attribute": list(ledger.vocabulary.attributes),
        "terms": list(ledger.vocabulary.terms),
    }


def _open(words: list[str]) -> Schema:
    """These words are offered, and any other text is taken."""
    return {"anyOf": [{"enum": words}, dict(TEXT)]} if words else dict(TEXT)


def _offer_name(kind: str) -> str:
    return f"{kind}-id"


def _ref(name: str) -> Schema:
    return {"allOf": [{"$ref": f"#/definitions/{name}"}]}
