"""Start a dossier: a small invented one that checks and builds as it is.

The files lie beside this one, in `starter/`, and are copied as they are.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

RENAMED = {
    "gitignore": ".gitignore"
}  # packaging tools leave out files whose names start with a dot


class NotEmptyError(Exception):
    """The folder holds something already, which a new dossier would overwrite."""


def start_dossier(folder: Path) -> list[Path]:
    """Write the starter dossier into `folder`; the files written.

    The folder must be new, empty or a fresh repository.
    """
    if folder.exists() and any(entry.name != ".git" for entry in folder.iterdir()):
        raise NotEmptyError(f"{folder} is not empty: choose a new folder")
    return list(_copy(resources.files("factbook.exchange").joinpath("starter"), folder))


def _copy(source: Traversable, target: Path) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for entry in sorted(source.iterdir(), key=lambda one: one.name):
        path = target / RENAMED.get(entry.name, entry.name)
        if entry.is_dir():
            written += _copy(entry, path)
        else:
            path.write_bytes(entry.read_bytes())
            written.append(path)
    return written
