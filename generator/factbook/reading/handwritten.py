"""The hand-written pages of a dossier: Markdown that MkDocs reads, beside the facts."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factbook.reading.configuration import Section

if TYPE_CHECKING:
    from factbook.diagnostics.problem import Problem
    from factbook.reading.tree import Tree

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
DEFAULT_FOLDER = "docs"  # what MkDocs takes where its configuration names none


def folder_of_pages(section: Section | Problem) -> str:
    """The folder of the hand-written pages, relative to the dossier."""
    named = section.setting("docs_dir")[0] if isinstance(section, Section) else None
    return PurePosixPath(named if isinstance(named, str) and named else DEFAULT_FOLDER).as_posix()


def read_handwritten(root: Path, folder: str) -> Tree:
    """All Markdown files below `root`/`folder`, by their paths relative to `root`.

    Hidden files and folders are no pages, and a file that cannot be read is for the engine to name.
    """
    base = root / folder
    found: dict[str, bytes] = {}
    for path in sorted(base.rglob("*")) if base.is_dir() else []:
        hidden = any(part.startswith(".") for part in path.relative_to(base).parts)
        if path.suffix.lower() in MARKDOWN and not hidden and path.is_file():
            try:
                found[Path(os.path.relpath(path, root)).as_posix()] = path.read_bytes()
            except OSError:
                continue
    return found
