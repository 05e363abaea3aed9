"""A dossier that stays in memory and is brought up to date, file by file."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from factbook.pipeline import examine
from factbook.reading.configuration import NAMES
from factbook.reading.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factbook.dossier import Dossier


class Resident:
    """The dossier in `root`, with a second root if there is one, as its files are."""

    def __init__(self, root: Path, second: Path | None = None) -> None:
        self.root, self.second = root, second
        self._memory = Memory()
        self.dossier: Dossier = examine(root, second, reading=self._memory.reading)
        gc.collect()
        gc.freeze()  # what stays need not be looked through at every collection

    def update(self, changed: Iterable[Path] | None) -> Dossier:
        """The dossier after some paths have changed; after anything may have, for None.

        Only files with other bytes are parsed. What changed nothing gives the same object again.
        """
        paths = None if changed is None else list(changed)
        renewed = self._memory.refresh(paths)
        if paths is None or renewed or any(self._is_beside(path) for path in paths):
            past, reading = self.dossier, self._memory.reading
            self.dossier = examine(self.root, self.second, reading=reading, past=past)
            self._memory.forget()
        return self.dossier

    @property
    def folders(self) -> list[Path]:
        """The folders of fact files and templates."""
        settings = self.dossier.settings
        roots = [one for one in (self.root, self.second) if one is not None]
        return [*(one / settings.facts for one in roots), self.root / settings.templates]

    def _is_beside(self, path: Path) -> bool:
        """Whether a path is none of a fact file, and a dossier still depends on it."""
        known = path.suffix in {".lock", ".yml", ".md"} or path.name in NAMES
        return known or path.is_relative_to(self.folders[-1])
