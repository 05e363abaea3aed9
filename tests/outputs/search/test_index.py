"""The index: steady bytes, shards by address, and plain words where it cannot be made."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factbook.outputs.search import files as search
from factbook.outputs.search.engine import SearchError, engine, indexed
from factbook.outputs.search.records import Found

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = [
    Found(
        f"incidents/i-{number}/",
        "incident",
        f"Attack {number}",
        f"rockets {number} صواريخ",
        year=2020,
    )
    for number in range(60)
]


def made(records: list[Found]) -> dict[str, bytes]:
    return dict(search.search_files(records, "en"))


def test_the_same_records_give_the_same_bytes_in_whatever_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "MOST", 20)
    assert made(RECORDS) == made(RECORDS[::-1])


def test_an_edit_changes_one_shard_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST", 20)
    before = made(RECORDS)
    after = made([replace(RECORDS[0], text="mortars"), *RECORDS[1:]])
    changed = {name.split("/")[1] for name in before | after if before.get(name) != after.get(name)}
    assert len(changed - {"index.json"}) == 1
    old, new = (json.loads(one["search/index.json"])["shards"] for one in (before, after))
    assert sum(one["digest"] != other["digest"] for one, other in zip(old, new, strict=True)) == 1


@pytest.mark.parametrize(("number", "shards"), [(0, 1), (20, 1), (21, 2), (41, 4)])
def test_a_shard_holds_so_many_on_average(
    monkeypatch: pytest.MonkeyPatch, number: int, shards: int
) -> None:
    monkeypatch.setattr(search, "MOST", 20)
    divided = search.divided(RECORDS[:number])
    assert len(divided) == shards
    assert sum(map(len, divided)) == number


def test_every_record_has_its_facets_and_the_program_lies_there_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "MOST", 20)
    files = made(RECORDS)
    facets = [json.loads(text) for name, text in files.items() if name.endswith("facets.json")]
    assert sum(len(one["results"]) for one in facets) == len(RECORDS)
    assert [name for name in files if name.endswith(("pagefind.js", ".pagefind"))] == [
        "search/0/pagefind.js",
        "search/0/wasm.en.pagefind",
    ]
    manifest = json.loads(files["search/index.json"])
    assert (manifest["types"], manifest["years"]) == ({"incident": 60}, [[2020, 60]])


def test_a_language_that_nobody_can_stem_is_searched_as_it_is() -> None:
    files = dict(search.search_files(RECORDS, "xx"))
    assert "search/0/wasm.unknown.pagefind" in files


def test_nothing_to_find_is_an_index_too() -> None:
    assert json.loads(made([])["search/index.json"])["records"] == 0


def test_a_missing_engine_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(
        SearchError, match=r"not installed; install Factbook again, or build .*no-search"
    ):
        engine()


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (None, "does not start"),
        ("exit 3", "broke off"),
        ("echo 'panic, at the disco'", "says"),
    ],
)
def test_an_engine_that_fails_is_told_in_words(
    tmp_path: Path, script: str | None, words: str
) -> None:
    program = tmp_path / "engine"
    if script:
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(SearchError, match=words):
        indexed([[{"url": "a", "content": "b" * 10_000}] * 100], "en", program)


def test_what_the_engine_refuses_is_told() -> None:
    with pytest.raises(SearchError, match="refuses"):
        indexed([[{"url": "a/", "content": 5}]], "en", engine())
