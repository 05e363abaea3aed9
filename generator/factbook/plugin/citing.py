"""Citations in hand-written pages while the engine draws them: the values, and the notes below."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot
from factbook.pages.handwritten import Cited, HandWritten, Notes, citation_problems
from factbook.rendering.citing import Citations, cited_value
from factbook.rendering.templates import draw_notes

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from factbook.pages.links import Desk


class Citing:
    """What the extension of Markdown knows of the page that is being drawn.

    What stands in the files has been checked before. What another plugin makes of them, a macro or
    an included text, is seen here first: its faults gather in `problems`.
    """

    def __init__(self) -> None:
        self.extension = Citations(self._answer)
        self.problems: list[Problem] = []
        self.desk: Desk | None = None
        self.notes: Notes | None = None
        self.page = HandWritten("", "", "")

    def start(self, desk: Desk | None) -> None:
        """Begin a build, with the dossier that values are taken from; None: there is none yet."""
        self.desk, self.notes = desk, None
        self.problems = []

    def turn_to(self, page: Page, config: MkDocsConfig) -> None:
        """Begin with a page."""
        root, address = Path(config.config_file_path).parent, page.file.dest_uri
        path = Path(os.path.relpath(page.file.abs_src_path or root, root)).as_posix()
        here = address.removesuffix("index.html") if config.use_directory_urls else address
        self.notes = Notes(self.desk.at(here)) if self.desk else None
        self.page = HandWritten(path, page.file.src_uri, "")

    def finish(self, html: str, templates: Environment) -> str:
        """The page with the notes that it has called for."""
        notes = tuple(self.notes.notes.values()) if self.notes else ()
        self.notes = None
        if not notes:
            return html
        drawn = draw_notes(notes, templates)
        if isinstance(drawn, Problem):
            self.problems.append(drawn)
            return html
        return f"{html}\n{drawn}"

    def _answer(self, written: str, misplaced: str) -> str | None:
        if self.notes is None:
            return None
        cited = Cited(written, 0, misplaced)
        page = HandWritten(self.page.path, self.page.name, "", (cited,))
        found = list(citation_problems(page, self.notes.desk.ledger))
        self.problems += [replace(one, spot=Spot(self.page.path)) for one in found]
        is_first = written not in self.notes.notes
        note = None if misplaced else self.notes.cite(written)
        return cited_value(note, is_first=is_first) if note else None
