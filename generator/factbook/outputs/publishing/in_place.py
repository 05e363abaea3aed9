"""A site's files replaced one by one, where its folder cannot be exchanged.

This is not one step: who reads meanwhile, and who comes after a kill, may find files of both. First
come the files that pages need, then the pages, and last what is gone is removed, so that no page
ever lacks what it needs. Each file is replaced in one step.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from factbook.outputs.publishing.manifest import MANIFEST, files_below, is_hidden

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ".html"


def install(stage: Path, site: Path) -> None:
    """Move the files of a whole stage, which lies on the same disk, over those of a site.

    The manifest comes last: until then what is there counts as somebody's, and is kept.
    """
    names = [name for name in files_below(stage) if name != MANIFEST]
    for name in sorted(names, key=lambda one: (one.endswith(PAGE), one)):
        _make_room(site, name)
        (stage / name).replace(site / name)
    new = set(names)
    for name in list(files_below(site)):
        if name not in new and not is_hidden(name):
            (site / name).unlink()
    (stage / MANIFEST).replace(site / MANIFEST)
    _remove_empty(site)


def _make_room(site: Path, name: str) -> None:
    """Have the folders of a file, where files may have stood, and no folder in its own place."""
    target = site / name
    for above in reversed(target.relative_to(site).parents[:-1]):
        folder = site / above
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        folder.mkdir(exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _remove_empty(site: Path) -> None:
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        hidden = is_hidden(folder.relative_to(site).parts[0])
        if not hidden and not folder.is_symlink() and not any(folder.iterdir()):
            folder.rmdir()
