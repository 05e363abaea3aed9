"""The folder of the cache: where it is, whether it may be used, and what in it nobody uses.

Below it, each dossier has a folder of its own with pieces of bytes in it, and a mark that tells by
its time when it was last used.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

VARIABLE = "FACTBOOK_CACHE"
OFF = "off"
MARK = "used"
_ABOUT = "Made by Factbook, which makes it again: this folder may be removed.\n"
_FOLDER = re.compile(r"[0-9a-f]{32}")
DAY = 24 * 60 * 60
UNUSED = 30 * DAY  # seconds after which a folder that nobody has used is removed


def cache_folder() -> Path | None:
    """The folder that the environment names, else that of the user; None where it says `off`.

    An empty name is none: a workflow's variable is empty where it is not set.
    """
    named = os.environ.get(VARIABLE, "").strip()
    if named.lower() == OFF:
        return None
    try:
        folder = Path(named).expanduser() if named else user_cache_path("factbook", appauthor=False)
    except RuntimeError:  # a ~ of nobody
        return None
    return folder.resolve() if named or folder.is_absolute() else None  # who has no home has none


def fault(folder: Path, dossier: Path | None = None) -> str:
    """Why a folder cannot be trusted, in words; empty where it can, or cannot be used at all.

    `dossier` is the real path of one that it must lie out of, and of the repository around it.
    """
    if dossier and folder.is_relative_to(_top(dossier)):
        return (
            f"{folder} lies in the repository, where a pull request could put things into it: "
            f"let {VARIABLE} name a folder elsewhere"
        )
    try:
        found = folder.stat()
    except OSError:
        return ""  # where it cannot be looked at, nothing can be read or written, either
    if not stat.S_ISDIR(found.st_mode):
        return f"{folder} is not a folder"
    if sys.platform == "win32":
        return ""  # modes say nothing there, and a user's cache is the user's
    if found.st_uid != os.geteuid():
        return f"{folder} belongs to somebody else"
    if found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return f"{folder} can be written by others: chmod go-w {folder}"
    return ""


def tell_use(folder: Path) -> None:
    """Mark the folder of a dossier as used today."""
    mark = folder / MARK
    with suppress(OSError):
        if not mark.exists():
            mark.write_text(_ABOUT, encoding="utf-8")
        elif time.time() - mark.stat().st_mtime > DAY:
            mark.touch()


def clear(base: Path, sign: bytes) -> None:
    """Remove the folders of dossiers that nobody has used for long, and what torn writes left.

    Only what is ours goes: folders with our name and mark, and in them files that begin with
    `sign`, are the mark, or were never finished.
    """
    for folder in base.iterdir():
        if not _FOLDER.fullmatch(folder.name) or folder.is_symlink():
            continue
        with suppress(OSError):  # it is not ours, or another build is at it
            is_unused = _age(folder / MARK) > UNUSED
            for path in folder.iterdir():
                if _is_torn(path) or (is_unused and _is_piece(path, sign)):
                    path.unlink()
            if is_unused:
                (folder / MARK).unlink()
                folder.rmdir()  # what else lies there stays, and the folder with it


def _top(dossier: Path) -> Path:
    """The top of the repository that a dossier lies in, or the dossier itself."""
    return next((one for one in (dossier, *dossier.parents) if (one / ".git").exists()), dossier)


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime


def _is_torn(path: Path) -> bool:
    """Whether a file was begun by a build that was killed: finished ones have other names."""
    return path.name.startswith(".") and path.is_file() and _age(path) > DAY


def _is_piece(path: Path, sign: bytes) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as piece:
        return piece.read(len(sign)) == sign
