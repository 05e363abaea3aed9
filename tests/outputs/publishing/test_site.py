from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factbook.outputs.publishing.ground import PublishingError
from factbook.outputs.publishing.lock import BusyError
from factbook.outputs.publishing.site import staged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Publish = Callable[..., object]
    Read = Callable[[Path], dict[str, str]]

OLD = {"index.html": "old", "a/b/index.html": "same", "style.css": "same", "gone.html": "gone"}
NEW = {"index.html": "new", "a/b/index.html": "same", "style.css": "same", "more.html": "more"}


class BrokenError(Exception):
    pass


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_finished_build_takes_the_place_of_the_old_site(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    with staged(site) as stage:
        assert read(site) == OLD
        for name, text in NEW.items():
            stage.write(name, text.encode())
    assert read(site) == NEW
    assert left(tmp_path) == ["site"]


def test_files_that_are_what_they_were_are_linked_and_counted(
    tmp_path: Path, publish: Callable[..., object]
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    before = {name: (site / name).stat().st_ino for name in OLD}
    outcome = publish(site, NEW)
    kept = {name for name in NEW if (site / name).stat().st_ino == before.get(name)}
    assert kept == {"a/b/index.html", "style.css"}
    assert {(site / name).stat().st_nlink for name in NEW} == {1}
    assert (outcome.pages, outcome.unchanged) == (3, 1)  # type: ignore[attr-defined]


def test_a_failed_build_leaves_the_old_site_and_nothing_else(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)

    def fail() -> None:
        with staged(site) as stage:
            stage.write("a/b/index.html", b"same")
            stage.write("half.html", b"half")
            raise BrokenError

    with pytest.raises(BrokenError):
        fail()
    assert read(site) == OLD
    assert left(tmp_path) == ["site"]


def test_a_page_that_was_edited_in_the_old_site_is_made_anew_and_the_edit_kept(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    times = (site / "a/b/index.html").stat()
    (site / "a/b/index.html").write_text("fame")
    os.utime(site / "a/b/index.html", ns=(times.st_atime_ns, times.st_mtime_ns))
    publish(site, NEW)
    assert read(site) == NEW
    assert read(tmp_path / "site.kept") == {"a/b/index.html": "fame"}


def test_a_file_with_other_rights_is_not_taken_over(tmp_path: Path, publish: Publish) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    (site / "style.css").chmod(0o600)
    publish(site, NEW)
    assert (site / "style.css").stat().st_mode & 0o777 == (
        site / "index.html"
    ).stat().st_mode & 0o777


def test_nothing_outside_the_old_site_is_taken_over_through_a_link(
    tmp_path: Path, publish: Publish
) -> None:
    site, away = tmp_path / "site", tmp_path / "away"
    publish(site, OLD)
    away.mkdir()
    (away / "index.html").write_text("same")
    (site / "a/b/index.html").unlink()
    (site / "a/b").rmdir()
    (site / "a/b").symlink_to(away)
    publish(site, NEW)
    assert (site / "a/b/index.html").stat().st_ino != (away / "index.html").stat().st_ino
    assert (away / "index.html").read_text() == "same"


def test_the_rights_of_the_site_folder_stay(tmp_path: Path, publish: Publish) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    site.chmod(0o2751)
    publish(site, NEW)
    assert site.stat().st_mode & 0o7777 == 0o2751


def test_a_second_build_at_once_is_told_so_and_changes_nothing(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    with staged(site) as stage:
        stage.write("index.html", b"first")
        with pytest.raises(BusyError, match=r"another build of .*site is under way"):
            publish(site, NEW)
        assert read(site) == OLD
    assert read(site) == {"index.html": "first"}


def test_a_file_where_the_site_should_stand_is_left_alone(tmp_path: Path, publish: Publish) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(PublishingError, match="is no folder"):
        publish(tmp_path / "site", NEW)
    assert (tmp_path / "site").read_text() == "mine"
