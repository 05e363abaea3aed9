"""The hand-written pages of a dossier: Markdown that MkDocs reads, beside the facts."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pathspec.gitignore import GitIgnoreSpec

from factbook.reading.configuration import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.diagnostics.problem import Problem
    from factbook.reading.tree import Tree

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
DEFAULT_FOLDER = "docs"  # what MkDocs takes where its configuration names none
_NEVER = GitIgnoreSpec.from_lines([".*", "/templates/"])  # what MkDocs leaves out by itself


class Written(NamedTuple):
    """What lies in the folder of hand-written pages.

    `pages` are the Markdown files by their paths in the dossier, `files` the names of all files.
    """

    pages: Tree
    files: frozenset[str]


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


def read_handwritten(
    root: Path, folder: str, wanted: Callable[[str], bool] = is_visible
) -> Written:
    """All files below `root`/`folder` that are `wanted`, each told by its name there.

    A README beside an index is no page, and a file that cannot be read is for the engine to name.
    """
    base = root / folder
    files = (path for path in sorted(base.rglob("*")) if path.is_file())
    names = [name for path in files if wanted(name := path.relative_to(base).as_posix())]
    indexes = {posixpath.dirname(name) for name in names if _is_page(name, "index")}
    pages: dict[str, bytes] = {}
    for name in names:
        if not _is_page(name) or (_is_page(name, "README") and posixpath.dirname(name) in indexes):
            continue
        try:
            path = os.path.relpath(base / name, root)
            pages[Path(path).as_posix()] = (base / name).read_bytes()
        except OSError:
            continue
    return Written(pages, frozenset(names))


def _is_page(name: str, stem: str = "") -> bool:
    """Whether a file is Markdown, and called `stem` if one is given."""
    path = PurePosixPath(name)
    return path.suffix.lower() in MARKDOWN and stem in {"", path.stem}
