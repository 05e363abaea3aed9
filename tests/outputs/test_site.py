from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.outputs.site import staged, write_pages

if TYPE_CHECKING:
    from pathlib import Path


class BrokenError(Exception):
    pass


def test_pages_are_written_below_a_folder(tmp_path: Path) -> None:
    assert write_pages(tmp_path, [("a/b/index.html", "ü"), ("c.html", "x")]) == 2
    assert (tmp_path / "a" / "b" / "index.html").read_bytes() == "ü".encode()


def test_a_finished_build_takes_the_place_of_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    with staged(site) as staging:
        assert (site / "old.html").exists()
        (staging / "new.html").write_text("new")
    assert [path.name for path in site.iterdir()] == ["new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failed_build_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")

    def fail() -> None:
        with staged(site) as staging:
            (staging / "half.html").write_text("half")
            raise BrokenError

    with pytest.raises(BrokenError):
        fail()
    assert [path.name for path in site.iterdir()] == ["old.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_behind_does_not_hinder_the_next(tmp_path: Path) -> None:
    for leftover in (".site.new", ".site.old"):
        (tmp_path / leftover).mkdir()
        (tmp_path / leftover / "x").write_text("x")
    site = tmp_path / "site"
    with staged(site) as staging:
        (staging / "new.html").write_text("new")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
