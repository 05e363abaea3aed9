"""What people put into a site, or changed there: moved aside, never deleted.

A build replaces the whole site. Pages it made before and makes no more must vanish, since what was
withdrawn may not stay; but a file that no build made is somebody's, and is kept beside the site.
"""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING

from factbook.outputs.publishing.manifest import digest, files_below, is_hidden, read_manifest

if TYPE_CHECKING:
    from pathlib import Path


def strangers(old: Path, new: Path) -> list[str]:
    """The files of an old site that no build published as they are now, and the new one lacks.

    Of a site without a manifest it is not known what people changed: only what they may have added.
    """
    published = read_manifest(old)
    return [
        name
        for name in files_below(old)
        if not is_hidden(name) and _is_strange(name, old, new, published)
    ]


def _is_strange(name: str, old: Path, new: Path, published: dict[str, str] | None) -> bool:
    here, there = os.lstat(f"{old}/{name}"), _file(f"{new}/{name}")  # thousands: no paths are made
    if published is None and there:
        return False
    if not stat.S_ISREG(here.st_mode):
        return True
    if there and os.path.samestat(here, there):
        return False
    content = (old / name).read_bytes()
    if published is not None and published.get(name) == digest(content):
        return False
    return not there or (new / name).read_bytes() != content


def _file(path: str) -> os.stat_result | None:
    """What is known of a file, links followed; None where none is."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def keep(names: list[str], old: Path, kept: Path) -> list[str]:
    """Move files of an old site into the folder `kept`; where each of them went."""
    moved = []
    for name in names:
        target = _free(kept / name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(old / name, target)
        moved.append(target.relative_to(kept).as_posix())
    return moved


def _free(path: Path) -> Path:
    """A name that nothing has: with a number, where something was kept before."""
    number = 1
    found = path
    while found.exists() or found.is_symlink():
        number += 1
        found = path.with_name(f"{path.stem}.{number}{path.suffix}")
    return found
