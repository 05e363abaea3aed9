"""The index names every file with its size and hash; tables are safe to open."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import TYPE_CHECKING

import pytest

from factbook.outputs.data.table import harmless
from factbook.pipeline import examine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier

    Files = Callable[[Dossier], dict[str, bytes]]


def test_the_index_lists_files_with_sizes_hashes_and_lines(root: Path, files: Files) -> None:
    made = files(examine(root))
    index = json.loads(made["data/index.json"])
    assert index["format"] == 1
    listed = {file["name"]: file for file in index["files"]}
    assert set(listed) == {name for name in made if name.startswith("data/")} - {"data/index.json"}
    for name, file in listed.items():
        assert file["bytes"] == len(made[name])
        assert file["sha256"] == hashlib.sha256(made[name]).hexdigest()
    assert listed["data/claims.jsonl"]["lines"] == index["counts"]["claims"]
    assert listed["data/conflicts.jsonl"]["lines"] == index["counts"]["conflicts"]


def test_the_same_facts_give_the_same_bytes(root: Path, files: Files) -> None:
    assert list(files(examine(root)).items()) == list(files(examine(root)).items())


def test_every_address_and_id_leads_somewhere(root: Path, files: Files) -> None:
    dossier = examine(root)
    made = files(dossier)
    claims = [json.loads(line) for line in made["data/claims.jsonl"].splitlines()]
    ids = {one["id"] for one in claims}
    assert len(ids) == len(dossier.ledger.claims)
    conflicts = [json.loads(line) for line in made["data/conflicts.jsonl"].splitlines()]
    told = {name for one in conflicts for side in one["positions"] for name in side["claims"]}
    assert told <= ids
    assert {one["conflict"] for one in claims if "conflict" in one} <= {
        one["id"] for one in conflicts
    }
    for one in claims:
        assert f"{one['address'].partition('#')[0]}index.json" in made


def test_the_page_of_an_actor_lists_what_it_says_elsewhere(root: Path, files: Files) -> None:
    page = json.loads(files(examine(root))["actors/kataib-hezbollah/index.json"])
    assert any(one.startswith("2020-12-20-green-zone#") for one in page["elsewhere"])


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+964", "'+964"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("8 = 8", "8 = 8"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, shown: str) -> None:
    assert harmless(cell) == shown


def test_the_table_has_a_row_for_each_citation(root: Path, files: Files) -> None:
    dossier = examine(root)
    table = files(dossier)["data/claims.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    standing = [
        one
        for one in dossier.ledger.claims.values()
        if not (one.entry.redacted or one.entry.withdrawn)
    ]
    assert len([row for row in rows if row["source"]]) == sum(
        len(one.entry.cite) for one in standing
    )
    assert all(row["address"] and None not in row for row in rows)
    three = next(row for row in rows if row["claim"] == "2020-12-20-green-zone#rockets-three")
    assert (three["value"], three["lowest"], three["highest"]) == ("3", "3", "3")
