"""Snapshots: the archived texts of sources, known by the sha256 of their bytes alone."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_snapshots(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """All files of a folder by the sha256 of their bytes; their names mean nothing."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    if not folder.is_dir():
        mend = "name a folder that holds the archived documents"
        return {}, [
            Problem("no-snapshots", f"there is no folder {folder}", Spot(str(folder)), mend)
        ]
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        try:
            content = path.read_bytes()
        except OSError as error:
            message = f"this snapshot cannot be read: {error.strerror}"
            problems.append(Problem("unreadable", message, Spot(str(path))))
            continue
        found[hashlib.sha256(content).hexdigest()] = content
    return found, problems


def text_of(snapshots: Mapping[str, bytes], sha256: str) -> str | None:
    """The text of a snapshot, or None where the folder does not hold these bytes."""
    content = snapshots.get(sha256)
    return None if content is None else content.decode("utf-8", "replace")
