"""Data files say where words were found, and how much of a document is cited."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from factbook.cli.opened import desk_of
from factbook.exchange.data_schema import data_schemas
from factbook.outputs.data.table import claims_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

A = "a" * 64
FACTS = f"""
--- incidents/fire.yaml
title: Fire
claims:
  three: {{attribute: killed, value: 3, cite: [{{source: paper, quote: three people}}]}}
  four: {{attribute: killed, value: 4, cite: [{{source: paper, quote: four people}}]}}
--- sources/paper.yaml
title: Paper
publisher: unknown
published: unknown
snapshot: {{sha256: {A}}}
--- sources/paper.lock
text: {A} 0b0710080abf95ba4e055debcc0eda07 12 characters, paragraphs 0-12 ffed3740
d5c40adcf895a114f061651128affbbc: {A} 0-12 paragraph 1 1 place 2031-05-07 8c831e61
"""


def test_a_citation_says_where_its_words_were_found(
    dossier: Callable[[str], Dossier], lines: Callable[[Dossier, str], list[dict[str, Any]]]
) -> None:
    three, four = (one["citations"][0] for one in lines(dossier(FACTS), "claims"))
    assert three["verified"] == {
        "on": "2031-05-07",
        "sha256": A,
        "characters": [[0, 12]],
        "locator": "paragraph 1",
    }
    assert "verified" not in four


def test_a_row_of_the_table_says_it_too(dossier: Callable[[str], Dossier]) -> None:
    table = claims_table(desk_of(dossier(FACTS))).decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(table, newline=""))
    told = [(row["verified"], row["verified_on"], row["verified_sha256"]) for row in rows]
    assert told == [("recorded", "2031-05-07", A), ("no", "", "")]


def test_a_source_says_when_it_was_archived_and_what_it_was_before(
    dossier: Callable[[str], Dossier], lines: Callable[[Dossier, str], list[dict[str, Any]]]
) -> None:
    kept = f"sha256: {A}, media_type: text/html, archived: 2031-05-08T10:00:00Z"
    earlier = f"earlier: [{{sha256: {'b' * 64}, bytes: 7, archived: 2031-05-07}}]"
    facts = FACTS.replace(f"sha256: {A}}}", f"{kept}, {earlier}}}")
    [paper] = lines(dossier(facts), "sources")
    [past] = paper["snapshot"]["earlier"]
    assert paper["snapshot"]["archived"]["text"] == "2031-05-08T10:00:00Z"
    assert (paper["snapshot"]["media_type"], past["bytes"]) == ("text/html", 7)
    assert past["archived"]["text"] == "2031-05-07"
    Draft202012Validator(data_schemas()["source"]).validate(paper)


def test_a_source_says_how_much_of_it_is_cited(
    dossier: Callable[[str], Dossier], lines: Callable[[Dossier, str], list[dict[str, Any]]]
) -> None:
    [paper] = lines(dossier(FACTS), "sources")
    assert paper["text"] == {
        "sha256": A,
        "characters": 12,
        "paragraphs": 1,
        "cited_characters": 12,
        "cited_paragraphs": 1,
        "cited": [[0, 12]],
        "contested": [[0, 12]],
    }
    assert paper["both_sides"] == [{"conflict": "fire.casualties", "contradicts_itself": True}]
