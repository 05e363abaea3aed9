"""The hand-written pages of a dossier: Markdown that MkDocs reads, beside the facts."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pathspec.gitignore import GitIgnoreSpec

from factbook.reading.configuration import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.diagnostics.problem import Problem
    from factbook.reading.tree import Tree

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
DEFAULT_FOLDER = "docs"  # what MkDocs takes where its configuration names none
_NEVER = GitIgnoreSpec.from_lines([".*", "/templates/"])  # what MkDocs leaves out by itself


def folder_of_pages(section: Section | Problem) -> str:
    """The folder of the hand-written pages, relative to the dossier."""
    named = section.setting("docs_dir")[0] if isinstance(section, Section) else None
    return PurePosixPath(named if isinstance(named, str) and named else DEFAULT_FOLDER).as_posix()


def is_visible(name: str) -> bool:
    """Whether neither a file nor a folder it lies in is hidden."""
    return not any(part.startswith(".") for part in name.split("/"))


def is_page(section: Section | Problem) -> Callable[[str], bool]:
    """Whether the engine takes a file for a page, told from its name in the folder of pages.

    It leaves out what `exclude_docs` matches, hidden files and `templates/`. Patterns that cannot
    be read match nothing: the engine reports them.
    """
    excluded = _NEVER + _patterns(section, "exclude_docs")
    return lambda name: not excluded.match_file(name)


def is_draft(section: Section | Problem) -> Callable[[str], bool]:
    """Whether a page is on no built site, but on one that is served."""
    drafts = _patterns(section, "draft_docs")
    return lambda name: bool(drafts.match_file(name))


def _patterns(section: Section | Problem, setting: str) -> GitIgnoreSpec:
    """What a setting of mkdocs.yml matches, in lines as they stand in a .gitignore."""
    written = section.setting(setting)[0] if isinstance(section, Section) else None
    try:
        return GitIgnoreSpec.from_lines(written.splitlines() if isinstance(written, str) else ())
    except ValueError:
        return GitIgnoreSpec.from_lines(())


def read_handwritten(root: Path, folder: str, wanted: Callable[[str], bool] = is_visible) -> Tree:
    """The `wanted` Markdown files below `root`/`folder`, by their paths relative to `root`.

    Each is asked for by its name in the folder. A README beside an index is no page, and a file
    that cannot be read is for the engine to name.
    """
    base = root / folder
    every = (path for path in sorted(base.rglob("*")) if path.suffix.lower() in MARKDOWN)
    names = {path: path.relative_to(base).as_posix() for path in every if path.is_file()}
    pages = [path for path, name in names.items() if wanted(name)]
    indexes = {path.parent for path in pages if path.stem == "index"}
    found: dict[str, bytes] = {}
    for path in pages:
        if path.stem == "README" and path.parent in indexes:
            continue
        try:
            found[Path(os.path.relpath(path, root)).as_posix()] = path.read_bytes()
        except OSError:
            continue
    return found
