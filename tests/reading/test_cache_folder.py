from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from factbook.reading.cache_folder import DAY, MARK, UNUSED, cache_folder
from factbook.reading.kept import Kept


def test_it_lies_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    named = {
        "/var/tmp/kept": Path("/var/tmp/kept"),  # noqa: S108 - a name
        "~/kept": tmp_path / "kept",
        "kept": Path.cwd() / "kept",
        "off": None,
        "OFF": None,
        "~nobody-of-this-name/kept": None,
    }
    for name, folder in named.items():
        monkeypatch.setenv("FACTBOOK_CACHE", name)
        assert cache_folder() == folder, name
    if sys.platform == "linux":
        monkeypatch.setenv("FACTBOOK_CACHE", "")
        assert cache_folder() == tmp_path / ".cache" / "factbook"
        monkeypatch.delenv("FACTBOOK_CACHE")
        assert cache_folder() == tmp_path / ".cache" / "factbook"


def _put(root: Path, cache: Path) -> Path:
    """The folder of a dossier after something of it was kept there."""
    before = set(cache.iterdir()) if cache.exists() else set()
    Kept.of(root).put("records", b"content")
    [folder] = set(cache.iterdir()) - before
    return folder


def _aged(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_a_folder_that_nobody_used_for_long_is_removed_when_something_is_put(
    tmp_path: Path, cache: Path
) -> None:
    old, late = _put(tmp_path / "old", cache), _put(tmp_path / "late", cache)
    _aged(old / MARK, UNUSED + DAY)
    _aged(late / MARK, UNUSED - DAY)
    new = _put(tmp_path / "new", cache)
    assert set(cache.iterdir()) == {late, new}


def test_to_read_is_to_use(tmp_path: Path, cache: Path) -> None:
    old = _put(tmp_path / "old", cache)
    _aged(old / MARK, UNUSED + DAY)
    assert Kept.of(tmp_path / "old").get("records") == b"content"
    new = _put(tmp_path / "new", cache)
    assert set(cache.iterdir()) == {old, new}


def test_what_is_not_ours_stays(tmp_path: Path, cache: Path) -> None:
    old = _put(tmp_path / "old", cache)
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / MARK).write_text("mine")
    strangers = [cache / "notes", cache / ("0" * 32), cache / ("1" * 32)]
    strangers[0].mkdir()
    strangers[1].mkdir()  # named like ours, without our mark
    strangers[2].symlink_to(theirs)
    (cache / ("2" * 32)).write_text("a file")
    (old / "letter").write_text("mine")
    (old / "link").symlink_to(theirs / MARK)
    (old / "folder").mkdir()
    for folder in (strangers[0], strangers[1]):
        (folder / "letter").write_text("mine")
        _aged(folder, UNUSED + DAY)
    for mark in (theirs / MARK, old / MARK):
        _aged(mark, UNUSED + DAY)
    _put(tmp_path / "new", cache)
    assert {path.name for path in old.iterdir()} == {"letter", "link", "folder"}
    assert [(folder / "letter").read_text() for folder in strangers[:2]] == ["mine", "mine"]
    assert (theirs / MARK).read_text() == "mine"
    assert (cache / ("2" * 32)).read_text() == "a file"


@pytest.mark.parametrize(("age", "stays"), [(DAY / 2, True), (2 * DAY, False)])
def test_what_a_killed_build_left_goes_after_a_day(
    age: float,
    stays: bool,  # noqa: FBT001 - a row
    tmp_path: Path,
    cache: Path,
) -> None:
    torn = _put(tmp_path, cache) / ".torn"
    torn.write_bytes(b"factbook-ke")
    _aged(torn, age)
    Kept.of(tmp_path).put("records", b"content")
    assert torn.exists() == stays
