"""Fact files read and parsed again only where they have changed: for who keeps a dossier open.

A file whose bytes are the same keeps its document, the very object, so that later stages can tell
what is new by identity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem
from factbook.reading.document import Document, parse_file, parse_tree
from factbook.reading.tree import LARGEST_FILE, Tree, read_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


class Reading(NamedTuple):
    """How fact files are read and parsed: from the disk each time, or by who remembers them."""

    folder: Callable[[Path, str], tuple[Tree, list[Problem]]] = read_folder
    parse: Callable[[Tree], tuple[dict[str, Document], list[Problem]]] = parse_tree


FROM_DISK = Reading()


class Memory:
    """What was read last, by folder, and the document or the problem of each content."""

    def __init__(self) -> None:
        self._folders: dict[tuple[Path, str], tuple[Tree, list[Problem]]] = {}
        self._parsed: dict[tuple[str, bytes], Document | Problem] = {}

    @property
    def reading(self) -> Reading:
        """How a pipeline reads with this memory."""
        return Reading(self._folder, self._parse)

    def refresh(self, changed: Iterable[Path] | None) -> bool:
        """Read again what may have changed, everything for None; whether anything has.

        Of files that are known only these are read; for any other path the folders are read anew.
        """
        before = dict(self._folders)
        rest = list(changed) if changed is not None else None
        for root, folder in list(self._folders):
            base = root / folder
            below = [path for path in rest if path.is_relative_to(base)] if rest is not None else []
            if rest is None or not self._refreshed(root, folder, below):
                self._folders[root, folder] = read_folder(root, folder)
        return self._folders != before

    def _refreshed(self, root: Path, folder: str, paths: list[Path]) -> bool:
        """Whether it was enough to read single files of a folder, which then was done."""
        tree, problems = self._folders[root, folder]
        read: dict[str, bytes] = {}
        for path in paths:
            name = path.relative_to(root).as_posix()
            if name not in tree or path.is_symlink() or not path.is_file():
                return False
            try:
                read[name] = path.read_bytes()
            except OSError:
                return False
            if len(read[name]) > LARGEST_FILE:
                return False
        if read:
            self._folders[root, folder] = ({**tree, **read}, problems)
        return True

    def _folder(self, root: Path, folder: str) -> tuple[Tree, list[Problem]]:
        found = self._folders.get((root, folder))
        if found is None:
            found = self._folders[root, folder] = read_folder(root, folder)
        return found

    def _parse(self, tree: Tree) -> tuple[dict[str, Document], list[Problem]]:
        """As `parse_tree` does; what no tree of the last time holds is forgotten bit by bit."""
        documents: dict[str, Document] = {}
        problems: list[Problem] = []
        for path, content in tree.items():
            found = self._parsed.get((path, content))
            if found is None:
                found = self._parsed[path, content] = parse_file(path, content)
            if isinstance(found, Problem):
                problems.append(found)
            else:
                documents[path] = found
        return documents, problems

    def forget(self) -> None:
        """Forget the documents of contents that no folder holds any more."""
        held = {item for tree, _ in self._folders.values() for item in tree.items()}
        self._parsed = {key: found for key, found in self._parsed.items() if key in held}
