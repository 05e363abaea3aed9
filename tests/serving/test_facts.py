"""Edited facts, end to end: a file is changed on the disk, and the page asked for over HTTP."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factbook.serving import preview

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from conftest import Served  # type: ignore[import-not-found]

INCIDENT = "2031-03-14-market-fire"
FILE = f"facts/incidents/{INCIDENT}.yaml"
PAGE = f"incidents/{INCIDENT}/"
TITLE = "title: Fire"
PANEL = 'class="factbook-panel" role="alert"'


def test_an_edited_fact_is_on_its_page_and_in_lists(served: Served) -> None:
    assert "Great fire" not in served.get(PAGE).text
    served.edit(FILE, TITLE, "title: Great fire")
    served.shows(PAGE, "<h1>Great fire")
    served.shows("incidents/", "Great fire")


def test_editors_save_in_place_by_renaming_and_by_removing_first(served: Served) -> None:
    path = served.root / FILE
    text = path.read_text(encoding="utf-8")
    (path.parent / f".{path.name}.swp").write_bytes(b"\0vim")
    (path.parent / "4913").write_text("")
    beside = path.with_name(f"{path.name}~")
    beside.write_text(text.replace(TITLE, "title: Renamed over"), encoding="utf-8")
    beside.replace(path)
    served.shows(PAGE, "Renamed over")
    path.unlink()
    served.until(PAGE, lambda page: page.status == 404 or PANEL in page.text)
    path.write_text(text.replace(TITLE, "title: Written anew"), encoding="utf-8")
    served.until(PAGE, lambda page: "Written anew" in page.text and PANEL not in page.text)


def test_problems_stand_on_the_last_good_page_and_vanish_when_mended(served: Served) -> None:
    served.edit(FILE, TITLE, "titel: Great fire")
    page = served.shows(PAGE, PANEL)
    assert page.status == 200
    assert "<h1>Fire" in page.text
    assert f'<span class="factbook-path">{FILE}:' in page.text
    assert "did you mean title?" in page.text
    assert PANEL in served.get("").text
    assert PANEL in served.get("nowhere/").text
    served.edit(FILE, "titel: Great fire", "title: Great fire")
    served.until(PAGE, lambda page: "<h1>Great fire" in page.text and PANEL not in page.text)
    assert any("unknown-key" in words for words in served.told)
    assert "unknown-key" not in served.told[-1]


def test_a_half_written_file_costs_nothing(served: Served) -> None:
    path = served.root / FILE
    text = path.read_bytes()
    for size in (0, 1, len(text) // 3, len(text) - 1):
        path.write_bytes(text[:size])
        assert "<h1>Fire" in served.get(PAGE).text
    path.write_bytes(text.replace(b"title: Fire", b"title: Whole again"))
    served.until(PAGE, lambda page: "Whole again" in page.text and PANEL not in page.text)


def test_bytes_that_are_no_text_and_files_that_are_none_end_nothing(served: Served) -> None:
    path = served.root / "facts/actors/odd.yaml"
    path.write_bytes(b"\xff\xfe\0")
    served.shows(PAGE, "not UTF-8")
    path.unlink()
    path.mkdir()
    served.shows(PAGE, "this is not a file")
    path.rmdir()
    os.mkfifo(path)
    served.shows(PAGE, "this is not a file")
    path.unlink()
    path.symlink_to(path.name)
    served.shows(PAGE, PANEL)
    path.unlink()
    served.until(PAGE, lambda page: PANEL not in page.text)


def test_files_come_move_and_go(served: Served) -> None:
    new = served.root / "facts/places/new-place.yaml"
    new.write_text("title: A new place\n")
    assert served.until("places/new-place/", lambda page: page.status == 200)
    deep = served.root / "facts/places/below/deep"
    deep.mkdir(parents=True)
    new.replace(deep / "other-place.yaml")
    served.until("places/other-place/", lambda page: "<h1>A new place" in page.text)
    assert served.get("places/new-place/").status == 404
    (deep / "other-place.yaml").write_text("title: In a new folder\n")
    served.shows("places/other-place/", "<h1>In a new folder")
    (deep / "other-place.yaml").unlink()
    served.until("places/other-place/", lambda page: page.status == 404)


def test_the_folder_of_facts_may_go_and_come_back(served: Served) -> None:
    (served.root / "facts").rename(served.root / "aside")
    served.shows(PAGE, "there is no folder facts")
    (served.root / "aside").rename(served.root / "facts")
    served.until(PAGE, lambda page: PANEL not in page.text)
    served.edit(FILE, TITLE, "title: Still watched")
    served.shows(PAGE, "Still watched")


def test_an_edited_vocabulary_names_its_attributes_anew(served: Served) -> None:
    path = served.root / "facts/vocabulary.yaml"
    served.edit("facts/vocabulary.yaml", "label:", "lable:")
    served.shows(PAGE, "did you mean label?")
    path.write_text(path.read_text(encoding="utf-8").replace("lable:", "label:"), encoding="utf-8")
    served.until(PAGE, lambda page: PANEL not in page.text)


def test_a_fact_is_one_new_version_and_mkdocs_draws_nothing_for_it(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Path] = []
    monkeypatch.setattr(preview, "surround", lambda root, *_: drawn.append(root))

    def version() -> int:
        return int(served.get("").text.split('data-version="')[1].split('"')[0])

    before = version()
    served.edit(FILE, TITLE, "title: Great fire")
    served.shows(PAGE, "Great fire")
    assert version() == before + 1
    assert drawn == []


def test_data_files_are_those_of_what_is_shown(served: Served) -> None:
    before = served.get("data/claims.jsonl")
    assert before.status == 200
    assert "injured-three" in before.text
    assert served.get("data/index.json").text.startswith('{"format":1')
    assert served.get(f"{PAGE}index.json").status == 200
    assert served.get("data/none.json").status == 404


def test_an_edited_lock_reaches_the_marks_at_quotes(served: Served) -> None:
    lock = served.root / "facts/sources/telmora-courier-2031-03-15.lock"
    assert "recorded as verified on" in served.get(PAGE).text
    assert "not verified" not in served.get(PAGE).text
    content = lock.read_text()
    lock.write_text("".join(content.splitlines(keepends=True)[:2]))
    served.shows(PAGE, "not verified")
    lock.write_text(content)
    served.until(PAGE, lambda page: "not verified" not in page.text)
