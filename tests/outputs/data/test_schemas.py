"""Whatever a dossier holds, its data files are as the published schemas say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from factbook.exchange.data_schema import data_schemas, schema_files
from factbook.exchange.new import start_dossier
from factbook.outputs.data.files import data_files
from factbook.pages.addresses import Addresses
from factbook.pipeline import examine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier

VALIDATORS = {name: Draft202012Validator(schema) for name, schema in data_schemas().items()}
NASTY = """
--- vocabulary.yaml
attributes:
  witness: {label: Witness, type: actor, many: true}
  range: {label: Range, type: quantity, unit: m}
  lights: {label: Lights out, type: flag}
--- incidents/blast.yaml
title: '=HYPERLINK("http://x") </script> انفجار'
date: 2020~
place: square
part_of: [series]
summary: "At least eight [@eight]."
note: "line\\nbreak, \\"quotes\\" and \\u2028"
claims:
  eight:
    attribute: killed
    value: 5 to 12, best 8
    says: [ministry, mayor]
    of: {status: civilian}
    at: [{place: square, relation: near}, {label: a pond, within: square}]
    during: 2020-03
    as_of: 2020-03-04T10:00+03:00
    complete: true
    credibility: 3
    cite:
      - {source: paper, quote: "=eight", via: [agency], named_as: they, rendering: translation,
         tie: vague, locator: page 1, translation: {text: eight, by: desk}}
  echo:
    attribute: killed
    value: about 3
    says: {unnamed: a witness, to: agency}
    echoes: {claim: eight, certainty: possible, because: same words}
    inferred: {from: [paper], because: it says so}
    cite: [{source: paper, quote: three}]
  most: {attribute: injured, value: most of eight, says: mayor, cite: [{source: paper, quote: most}]}
  none: {attribute: injured, value: none, says: mayor, act: denies, cite: [{source: paper, quote: none}]}
  open: {attribute: killed, value: more than 5, cite: [{source: paper, quote: more}], basis: witnessed}
  dated: {attribute: date, value: 2020-03-04/.., cite: [{source: paper, quote: then}]}
  undated: {attribute: date, value: unknown, cite: [{source: paper, quote: nobody knows}]}
  nobody: {attribute: witness, value: none, cite: [{source: paper, quote: nobody}]}
  far: {attribute: range, value: less than 3 km, cite: [{source: paper, quote: far}]}
  dark: {attribute: lights, value: no, cite: [{source: paper, quote: dark}]}
  back:
    attribute: killed
    value: 40
    says: mayor
    hedge: I believe
    retracted: {on: 2020-03-05, because: misheard, cite: [{source: paper, quote: sorry}]}
    supersedes: {claim: eight, because: newer}
    cite: [{source: paper, quote: forty}]
  wrong:
    attribute: killed
    value: 41
    withdrawn: {on: 2020-03-06, because: misread}
    cite: [{source: paper, quote: forty one}]
  hidden:
    attribute: witness
    value: secretwitness
    says: secretspeaker
    note: secretnote
    stated_in: ''
    cite: [{source: secretpaper, quote: secretquote, named_as: secretname, via: [secretroute]}]
    redacted: {on: 2020-03-07, ground: witness}
    moved_from: [former]
conflicts:
  asked:
    question: Was it one blast?
    kind: dispute
    positions: [{label: one, claims: [eight]}, {label: two, claims: [hidden]}]
    open_because: nobody says
assessments:
  toll: {attribute: killed, conclusion: unresolved, method: pending, confidence: low, because: open,
         weighs: [eight, echo], by: desk, on: 2020-04}
--- incidents/series.yaml
title: A series
mention: true
--- actors/ministry.yaml
title: Ministry
kind: state body
names: [{name: وزارة, language: ar, script: Arab, cite: [{source: paper, quote: وزارة}]}]
perhaps_same: [{actor: mayor, certainty: possible, because: same seat}]
--- actors/mayor.yaml
title: Mayor
speaks_for: ministry
--- actors/agency.yaml
title: Agency
--- actors/secretwitness.yaml
title: Named elsewhere
--- actors/secretspeaker.yaml
title: Speaks elsewhere
--- actors/secretroute.yaml
title: Carries elsewhere
--- places/square.yaml
title: Square
coordinates: {latitude: 0, longitude: 0, precision: 0, inferred: {from: [paper], because: map}}
--- sources/paper.yaml
title: Paper
publisher: unknown
published: unknown
snapshot: {sha256: abc}
reliability: F
--- sources/secretpaper.yaml
title: Another paper
publisher: agency
published: -0043-03-15
"""


def faults(files: dict[str, bytes]) -> list[str]:
    """What the schemas find in data files, one line or file after another."""
    index = json.loads(files["data/index.json"])
    checked = [("index", files["data/index.json"])]
    for file in index["files"]:
        if kind := file.get("schema"):
            name = kind.removeprefix("data/schemas/").removesuffix(".json")
            checked += [(name, line) for line in files[file["name"]].splitlines()]
    beside = [name for name in files if name.endswith(".json") and not name.startswith("data/")]
    checked += [("page", files[name]) for name in beside]
    return [
        f"{kind}: {error.message[:300]}"
        for kind, text in checked
        for error in VALIDATORS[kind].iter_errors(json.loads(text))
    ]


def made(dossier: Dossier, *, directory_urls: bool = True) -> dict[str, bytes]:
    addresses = Addresses(directory_urls)
    of = dossier.ledger, dossier.weighing, addresses, "T", schema_files(), dossier.evidence
    return dict(data_files(*of))


@pytest.mark.parametrize("name", list(VALIDATORS))
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(data_schemas()[name])


def test_the_flagship_dossier_and_the_starter_are_as_described(root: Path, tmp_path: Path) -> None:
    start_dossier(tmp_path / "mine")
    for folder in (root, tmp_path / "mine"):
        files = made(examine(folder))
        assert faults(files) == []
        assert files["data/claims.jsonl"]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_nasty_dossier_is_as_described(
    dossier: Callable[[str], Dossier], *, directory_urls: bool
) -> None:
    files = made(dossier(NASTY), directory_urls=directory_urls)
    assert faults(files) == []
    assert "data/schemas/claim.json" in files
    beside = "incidents/blast/index.json" if directory_urls else "incidents/blast.json"
    page = json.loads(files[beside])
    assert len(page["claims"]) == 13
    assert page["record"]["title"].startswith("=HYPERLINK")


def test_nothing_of_a_redacted_claim_but_its_id_is_in_any_file(
    dossier: Callable[[str], Dossier],
) -> None:
    files = made(dossier(NASTY))
    words = ["secretnote", "secretquote", "secretname"]
    told = [name for name, text in files.items() if any(word.encode() in text for word in words)]
    assert told == []
    for record in ("actors/secretwitness", "actors/secretspeaker", "actors/secretroute"):
        assert b"hidden" not in files[f"{record}/index.json"], record
    assert b"hidden" not in files["sources/secretpaper/index.json"]
    claims = map(json.loads, files["data/claims.jsonl"].splitlines())
    hidden = next(one for one in claims if one["claim"] == "hidden")
    assert hidden == {
        "id": "blast#hidden",
        "subject": {"id": "blast", "title": '=HYPERLINK("http://x") </script> انفجار'},
        "claim": "hidden",
        "moved_from": ["former"],
        "address": "incidents/blast/#claim-hidden",
        "status": "redacted",
        "redacted": {"on": hidden["redacted"]["on"], "ground": "witness"},
    }


def test_a_schema_refuses_what_it_does_not_describe(dossier: Callable[[str], Dossier]) -> None:
    files = made(dossier(NASTY))
    line = json.loads(files["data/claims.jsonl"].splitlines()[0])
    assert not VALIDATORS["claim"].is_valid({**line, "extra": 1})
    assert not VALIDATORS["claim"].is_valid({key: line[key] for key in line if key != "value"})
