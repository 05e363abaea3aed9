"""A site made beside the old one and put in its place when it is whole.

One build at a time: a second one is told so. What goes wrong before the last step costs nothing,
and what a killed build left is put right by the next.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factbook.outputs.publishing.ground import Ground, PublishingError, ground_of
from factbook.outputs.publishing.in_place import PAGE, install
from factbook.outputs.publishing.lock import BusyError, alone
from factbook.outputs.publishing.manifest import MANIFEST
from factbook.outputs.publishing.stage import UNFINISHED, Stage, take_over
from factbook.outputs.publishing.strangers import keep, strangers
from factbook.outputs.publishing.swap import FIXED, swap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class Published:
    """What became of a build, filled in as it goes.

    `pages` were made, of which `unchanged` were taken over from the old site. `kept` are the files
    of the old site that no build had made, and `kept_in` is where they are now. `fixed` says why
    the files were replaced one by one, if they were.
    """

    pages: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    kept_in: Path | None = None
    fixed: str = ""


@contextmanager
def staged(site: Path, published: Published | None = None) -> Iterator[Stage]:
    """A stage beside `site` to build in; it replaces `site` on success and vanishes on failure.

    Where `site` is a link, the folder it leads to is replaced. `published` is told what became of
    it. Raises BusyError while another build of the same site is under way, PublishingError where
    the site cannot stand there, OSError where it cannot be written; the old site then stays.
    """
    outcome = Published() if published is None else published
    ground = ground_of(site)
    with alone(ground):
        _put_right(ground, outcome)
        ground.stage.mkdir()
        try:
            (ground.stage / UNFINISHED).touch()
            stage = Stage(ground.stage, ground.site if ground.site.is_dir() else None)
            yield stage
            stage.settle()
            outcome.pages = sum(name.endswith(PAGE) for name in stage.digests)
            outcome.unchanged = sum(name.endswith(PAGE) for name in stage.unchanged)
            _publish(ground, outcome)
        finally:
            _clear(ground.stage)


def put_right(site: Path) -> Published:
    """Put right what a killed build left of a site; nothing is done while a build is under way."""
    outcome = Published()
    with suppress(BusyError, PublishingError, OSError):
        ground = ground_of(site)
        if ground.stage.exists() or ground.retired.exists():
            with alone(ground):
                _put_right(ground, outcome)
    return outcome


def _put_right(ground: Ground, outcome: Published) -> None:
    """A site that is missing was retired by a build that was killed between two renames.

    A stage that is whole can be the old site: a build can be killed right after the exchange.
    """
    if ground.retired.is_dir() and not ground.site.exists():
        ground.retired.rename(ground.site)
    if ground.stage.is_dir() and not (ground.stage / UNFINISHED).exists() and not ground.fixed:
        _remove(ground.stage, ground, outcome)
    _clear(ground.stage)
    _remove(ground.retired, ground, outcome)


def _publish(ground: Ground, outcome: Published) -> None:
    if ground.fixed:
        _replace(ground.stage, ground, outcome)
        return
    if ground.site.is_dir():
        take_over(ground.site, ground.stage)
        _be_like(ground.site, ground.stage)
    try:
        swap(ground.stage, ground.site, ground.retired)
    except OSError as error:
        if error.errno not in FIXED or not ground.site.is_dir():
            raise
        _move_inside(ground, ground.inside("it cannot be renamed"), outcome)
    else:
        _remove(ground.retired, ground, outcome)


def _move_inside(before: Ground, ground: Ground, outcome: Published) -> None:
    """What was to be exchanged cannot be: copy the stage into the site, to be installed there."""
    _clear(ground.stage)
    try:
        shutil.copytree(before.stage, ground.stage, symlinks=True)
        _replace(ground.stage, ground, outcome)
    finally:
        _clear(ground.stage)


def _replace(stage: Path, ground: Ground, outcome: Published) -> None:
    """Replace a site file by file; what is somebody's is moved aside first."""
    outcome.fixed = ground.fixed
    _keep(strangers(ground.site, stage), ground.site, ground, outcome)
    install(stage, ground.site)


def _remove(old: Path, ground: Ground, outcome: Published) -> None:
    """Remove an old site but for what is somebody's, which its manifest tells to the last."""
    if old.is_dir() and not old.is_symlink() and ground.site.is_dir():
        _keep(strangers(old, ground.site), old, ground, outcome)
        for path in list(old.iterdir()):
            if path.name != MANIFEST:
                _clear(path)
    _clear(old)


def _keep(names: list[str], old: Path, ground: Ground, outcome: Published) -> None:
    if names:
        outcome.kept += keep(names, old, ground.kept)
        outcome.kept_in = ground.kept


def _be_like(old: Path, new: Path) -> None:
    """Give a new site the mode of the old one, and its owner where that is allowed."""
    found = old.stat()
    if (found.st_uid, found.st_gid) != (new.stat().st_uid, new.stat().st_gid):
        with suppress(PermissionError):
            os.chown(new, found.st_uid, found.st_gid)
    new.chmod(found.st_mode & 0o7777)


def _clear(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
