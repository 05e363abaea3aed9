"""The site as files: pages written below a folder, and a finished folder put in place of the old.

A build is made beside the old site and takes its place only when it is whole. One build at a time:
a second one is told so.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class BusyError(Exception):
    """Another build of the same site is under way."""


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
    """A folder beside `site` to build in; it replaces `site` on success and vanishes on failure.

    Where `site` is a link, the folder it leads to is replaced. Raises BusyError while another build
    of the same site is under way.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(_lock(site), timeout=0):
            yield from _staged(site)
    except Timeout as error:
        raise BusyError(f"another build of {site} is under way") from error


def _lock(site: Path) -> Path:
    """The lock of a site, away from the dossier: nothing of ours lies about in it."""
    name = hashlib.sha256(str(site).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"factbook-{name}.lock"


def _staged(site: Path) -> Iterator[Path]:
    staging = site.with_name(f".{site.name}.new")
    retired = site.with_name(f".{site.name}.old")
    _clear(staging)
    staging.mkdir()
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
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
