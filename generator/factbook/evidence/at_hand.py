"""The snapshots that are at hand: named with a command, by the environment, or in mkdocs.yml."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity
from factbook.diagnostics.spot import Spot
from factbook.evidence.snapshots import read_snapshots, snapshots_at

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "FACTBOOK_SNAPSHOTS"
DEFAULT = "snapshots"


def at_hand(
    root: Path, configured: str = DEFAULT, named: str = ""
) -> tuple[Mapping[str, bytes] | None, list[Problem]]:
    """The snapshots of the dossier in `root` by sha256, and what is wrong with them.

    `named` comes first, then the environment's FACTBOOK_SNAPSHOTS, then what mkdocs.yml says. None
    where the last is not there: most who read a dossier have no snapshots.
    """
    asked = named or os.environ.get(VARIABLE, "")
    if asked and "://" not in asked:
        return read_snapshots(Path(asked))  # seen from where the command is run
    if asked or "://" in configured or (root / configured).is_dir():
        return snapshots_at(asked or configured, root)
    message = f"there is no folder {configured}: no quote was looked up"
    mend = f"name a folder of archived documents with --snapshots or {VARIABLE}"
    return None, [Problem("no-snapshots", message, Spot(configured), mend, Severity.WARNING)]
