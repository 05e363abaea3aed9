"""The site as files: pages written below a folder, and a finished folder put in place of the old.

A build is made beside the old site and takes its place only when it is whole.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def write_pages(folder: Path, pages: Iterable[tuple[str, str]]) -> int:
    """Write each (file, text) below `folder`; how many there were."""
    written = 0
    for name, text in pages:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written += 1
    return written


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """A folder beside `site` to build in; it replaces `site` on success and vanishes on failure."""
    staging = site.with_name(f".{site.name}.new")
    retired = site.with_name(f".{site.name}.old")
    _clear(staging)
    staging.mkdir(parents=True)
    try:
        yield staging
        _clear(retired)
        if site.exists():
            site.rename(retired)
        staging.rename(site)
    finally:
        _clear(staging)
        if site.exists():
            _clear(retired)
        elif retired.exists():
            retired.rename(site)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
