"""A file of the old site that is known by its digest is taken over, unless something is odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.outputs.publishing.manifest import digest
from factbook.outputs.publishing.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[Path], object]

PAGE = "incidents/fire/index.html"
TEXT = b"<p>Three dead.</p>"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A new stage beside an old site with one page."""
    old = tmp_path / "site"
    (old / PAGE).parent.mkdir(parents=True)
    (old / PAGE).write_bytes(TEXT)
    (tmp_path / "new").mkdir()
    return Stage(tmp_path / "new", old)


def test_what_has_the_digest_is_linked_and_counts_as_unchanged(stage: Stage) -> None:
    assert stage.keep(PAGE, digest(TEXT))
    assert stage.old
    assert (stage.folder / PAGE).samefile(stage.old / PAGE)
    assert stage.digests == {PAGE: digest(TEXT)}
    assert stage.unchanged == {PAGE}


def test_what_is_taken_over_twice_is_there_once(stage: Stage) -> None:
    assert stage.keep(PAGE, digest(TEXT))
    stage.write(PAGE, TEXT)
    assert [path.name for path in (stage.folder / PAGE).parent.iterdir()] == ["index.html"]


def elsewhere(page: Path) -> None:
    """The page's folder is a link out of the site."""
    away = page.parents[2].with_name("away")
    page.parent.rename(away)
    page.parent.symlink_to(away)


def folder(page: Path) -> None:
    page.unlink()
    page.mkdir()


CHANGES: tuple[tuple[str, Change], ...] = (
    ("edited", lambda page: page.write_bytes(b"<p>Seven dead.</p>")),
    ("edited, of one size", lambda page: page.write_bytes(TEXT.replace(b"Three", b"Eight"))),
    ("gone", lambda page: page.unlink()),
    ("with other rights", lambda page: page.chmod(0o755)),
    ("a folder", folder),
    ("out of the site", elsewhere),
)


@pytest.mark.parametrize("change", [row[1] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_what_is_odd_is_not_taken_over(stage: Stage, change: Change) -> None:
    assert stage.old
    change(stage.old / PAGE)
    assert not stage.keep(PAGE, digest(TEXT))
    assert not (stage.folder / PAGE).exists()
    assert not stage.digests
    stage.write(PAGE, TEXT)
    assert (stage.folder / PAGE).read_bytes() == TEXT


def test_where_there_is_no_old_site_nothing_is_kept(tmp_path: Path) -> None:
    assert not Stage(tmp_path).keep(PAGE, digest(TEXT))
