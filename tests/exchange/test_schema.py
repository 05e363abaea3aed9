"""Schemas and the page on the format: made from the types, true for every file there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from jsonschema import Draft7Validator

from factbook.exchange.flow import flow
from factbook.exchange.new import start_dossier
from factbook.exchange.reference import EXAMPLES, PAGE, examples, format_page
from factbook.exchange.schema import schemas
from factbook.facts.faults import decode_date
from factbook.facts.model import FOLDER_OF, FOLDERS
from factbook.facts.reference import VALUES, form_of, reference
from factbook.facts.shapes import DECISIONS, VOCABULARY, all_records, fields_of
from factbook.facts.values import Misfit
from factbook.facts.vocabulary import builtin
from factbook.pipeline import examine
from factbook.reading.parser import Data, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from factbook.dossier import Dossier

    Make = Callable[[str | Mapping[str, bytes]], Dossier]

CORE = {"true": True, "false": False, "": None, "null": None, "~": None}
FIELDS = [(name, field) for name, record in all_records().items() for field in fields_of(record)]


def seen_by_editors(data: Data) -> object:
    """Data as YAML 1.2 types it, where Factbook reads text: numbers, booleans and nothing."""
    if isinstance(data, dict):
        return {key: seen_by_editors(value) for key, value in data.items()}
    if isinstance(data, list):
        return [seen_by_editors(value) for value in data]
    if data in CORE:
        return CORE[data]
    if re.fullmatch(r"[-+]?[0-9]+", data):
        return int(data)
    return float(data) if re.fullmatch(r"[-+]?[0-9]+\.[0-9]+", data) else data


def marks(made: dict[str, dict[str, Any]], kind: str, text: str) -> list[str]:
    """What a file's schema has against it, with values typed and untyped."""
    validator = Draft7Validator(made[kind])
    both = (seen_by_editors(parse(text)), parse(text))
    return [error.message for data in both for error in validator.iter_errors(data)]


def marked_files(made: Dossier) -> dict[str, list[str]]:
    found = schemas(made.ledger)
    facts = f"{made.settings.facts}/"
    folders = {path: path.removeprefix(facts).split("/")[0] for path in made.tree}
    kinds: dict[str, str] = {
        path: FOLDERS[name][0] for path, name in folders.items() if name in FOLDERS
    }
    kinds |= {path: VOCABULARY for path in made.tree if path == made.settings.vocabulary}
    assert len(kinds) >= 10
    marked = {path: marks(found, kind, made.tree[path].decode()) for path, kind in kinds.items()}
    return {path: messages for path, messages in marked.items() if messages}


def test_every_schema_is_one(dossier: Make) -> None:
    made = schemas(dossier(examples()).ledger)
    assert set(made) == {*FOLDER_OF, VOCABULARY, DECISIONS}
    for schema in made.values():
        Draft7Validator.check_schema(schema)


def test_no_file_of_the_dossiers_is_marked(root: Path, tmp_path: Path, dossier: Make) -> None:
    assert marked_files(examine(root)) == {}
    start_dossier(tmp_path / "mine")
    assert marked_files(examine(tmp_path / "mine")) == {}
    assert marked_files(dossier(examples())) == {}


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("incident", "title: T\nplcae: x\n", "'plcae' was unexpected"),
        ("incident", "kind: fire\n", "'title' is a required property"),
        ("incident", "title:\n", "None is not of type 'string'"),
        ("incident", "title: {a: b}\n", "is not of type 'string'"),
        ("incident", "title: T\nmention: yes\n", "'yes' does not match"),
        ("incident", "title: T\nclaims: {a: {act: says}}\n", "'says' is not one of"),
        ("statement", "title: T\nby: []\non: 2020\n", "is not valid under any"),
        (
            "place",
            "title: T\ncoordinates: {latitude: 91, longitude: 0, precision: 1}\n",
            "not valid",
        ),
        ("vocabulary", "attributes: {a: {label: A, type: number}}\n", "is not one of"),
    ],
)
def test_a_wrong_shape_is_marked(dossier: Make, kind: str, text: str, words: str) -> None:
    found = marks(schemas(dossier(examples()).ledger), kind, text)
    assert any(words in message for message in found), found


@pytest.mark.parametrize(
    "text",
    [
        "title: 2020\nkind:\ndate: 2020\nplace: a-place-written-a-minute-ago\n",
        "title: T\ndate: [2020-12-27..2020-12-31]\nmention: true\n",
        "title: T\nclaims: {a: {attribute: not_yet_there, value: [1, 2], says: [new], of: {axis: 3}}}\n",
        "title: T\nclaims: {a: {attribute: killed, value: true, credibility: 3, cite: [{source: 1, quote: 8}]}}\n",
        "title: T\nclaims: {a: {attribute: held_responsible, value: someone-new}}\n",
    ],
)
def test_what_the_schema_cannot_know_is_not_marked(dossier: Make, text: str) -> None:
    assert marks(schemas(dossier(examples()).ledger), "incident", text) == []


def test_ids_and_words_of_the_dossier_are_offered(dossier: Make) -> None:
    definitions = schemas(dossier(examples()).ledger)["incident"]["definitions"]
    assert "telmora-courier-2031-05-03" in definitions["source-id"]["anyOf"][0]["enum"]
    assert "cranes_damaged" in definitions["attribute-id"]["anyOf"][0]["enum"]
    of = definitions["ClaimEntry"]["properties"]["of"]["properties"]
    assert "docker" in of["status"]["anyOf"][0]["enum"]


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=[f"{n}.{f.key}" for n, f in FIELDS])
def test_each_field_is_explained_with_an_example_that_fits(name: str, field: Any) -> None:  # noqa: ANN401 - parametrized
    says = reference().get(field.owner, {}).get(field.key)
    assert says, f"write what {field.owner}.{field.key} means into facts/reference.yaml"
    assert re.fullmatch(r"[A-Z].*\.", says.means), says.means
    types = {one.encode_name: one.type for one in msgspec.structs.fields(all_records()[name])}
    msgspec.convert(says.example, types[field.key], strict=False, dec_hook=decode_date)
    assert parse(f"key: {flow(says.example)}") in (
        {"key": says.example},
        {"key": [str(says.example)[1:-1]]},
    )


def test_nothing_is_explained_that_is_not_there() -> None:
    there = {(field.owner, field.key) for _, field in FIELDS}
    entries = {(name, key) for name, fields in reference().items() for key in fields}
    assert {entry for entry in entries - there if entry[0] != VALUES} == set()


def test_each_way_to_write_a_value_can_be_read(dossier: Make) -> None:
    for kind in dict.fromkeys(one.type for one in builtin().attributes.values()):
        name = next(key for key, one in builtin().attributes.items() if one.type == kind)
        forms = [str(one) for one in form_of(kind).example]
        assert forms, f"write how a {kind} is written into facts/reference.yaml"
        claims = "".join(
            f"  c{n}: {{attribute: {name}, value: {flow(one)}}}\n" for n, one in enumerate(forms)
        )
        made = dossier(f"--- incidents/one.yaml\ntitle: T\nclaims:\n{claims}")
        for claim in made.ledger.claims.values():
            assert not isinstance(claim.value, Misfit), claim


def test_the_example_files_are_a_dossier_without_problems(dossier: Make) -> None:
    made = dossier(examples())
    assert {one.rule for one in made.problems} == {"unverified-quote"}  # no document to look in
    assert set(EXAMPLES.values()) <= set(made.tree)
    assert set(EXAMPLES) == {*FOLDER_OF, VOCABULARY, DECISIONS}
    assert made.weighing.conflicts


def test_the_page_on_the_format_is_up_to_date(root: Path) -> None:
    written = (root / PAGE).read_text(encoding="utf-8")
    assert written == format_page(), "run: python -m factbook.exchange.reference"
    for name, field in FIELDS:
        assert f"| `{field.key}`" in written, f"{name}.{field.key}"
