"""Templates: where they are found, and how a view becomes the body of a page."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined

import factbook
from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Span, Spot
from factbook.pages.wording import counted
from factbook.rendering.markdown import to_html, words_to_html
from factbook.rendering.quick import QuickEnvironment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from factbook.pages.view import Note, Page


def template_folder() -> Path:
    """The templates that come with Factbook: beside the package, or at the checkout's root."""
    package = Path(factbook.__file__).resolve().parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent.parent / "templates"


def asset_folder() -> Path:
    """The style sheets and other files that fact pages need beside the theme's own."""
    return template_folder() / "assets"


def environment(own: Path) -> Environment:
    """Templates by name: those in the dossier's folder `own` come before the package's."""
    made = QuickEnvironment(
        str(template_folder()),
        loader=ChoiceLoader([FileSystemLoader(own), FileSystemLoader(template_folder())]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["prose"] = to_html
    made.filters["marked"] = words_to_html
    made.filters["counted"] = counted
    return made


def sources(own: Path) -> list[tuple[bytes, bytes]]:
    """The names and contents of all files in the dossier's folder of templates `own`.

    A template can take in any of them, by a name that is only known when it is drawn.
    """
    found = []
    for folder, folders, names in os.walk(own, followlinks=True):
        folders.sort()
        for name in sorted(names):
            path = Path(folder, name)
            with suppress(OSError):  # what cannot be read cannot be drawn
                content = path.read_bytes() if path.is_file() else b""
                found.append((os.fsencode(path.relative_to(own)), content))
    return found


def draw(page: Page, templates: Environment) -> str | Problem:
    """The body of a page, or the problem of a template that a dossier has changed."""
    return _drawn(f"site/{page.template}", templates, page=page)


def draw_notes(notes: Sequence[Note], templates: Environment) -> str | Problem:
    """The notes below a hand-written page, or the problem of a template that has been changed."""
    return _drawn("parts/handwritten.html", templates, notes=notes)


def _drawn(name: str, templates: Environment, **values: object) -> str | Problem:
    try:
        return templates.get_template(name).render(values)
    except Exception as error:  # noqa: BLE001 - a dossier's template can raise anything
        return _template_problem(name, error)


def compiled(own: Path) -> tuple[Environment, list[Problem]]:
    """Templates of the site that were all read now, and their faults.

    Who keeps them goes on drawing with what was whole, whatever becomes of the files.
    """
    made = environment(own)
    return made, compile_all(made)


def compile_all(templates: Environment) -> list[Problem]:
    """Compile all templates of the site, which is done once; out come their faults.

    Processes that are forked afterwards need not do it again.
    """
    return _compiled(_names(templates), templates)


def compile_own(templates: Environment, own: Path) -> list[Problem]:
    """Compile only those that a dossier has itself in its folder `own`: ours have no faults."""
    return _compiled([name for name in _names(templates) if (own / name).is_file()], templates)


def _compiled(names: list[str], templates: Environment) -> list[Problem]:
    problems = []
    for name in names:
        try:
            templates.get_template(name)
        except Exception as error:  # noqa: BLE001 - as in drawing
            problems.append(_template_problem(name, error))
    return problems


def _names(templates: Environment) -> list[str]:
    return templates.list_templates(filter_func=lambda name: name.startswith(("site/", "parts/")))


def _template_problem(name: str, error: Exception) -> Problem:
    """Jinja tells name and line of faulty syntax; of a fault while drawing, the traceback does."""
    path = getattr(error, "filename", None) or f"templates/{name}"
    line = getattr(error, "lineno", None) or 0
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.endswith((".html", ".typ")):
            path, line = code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    shown = Path(path)
    folder = template_folder()
    if shown.is_relative_to(folder):
        path = f"templates/{shown.relative_to(folder).as_posix()}"
    elif shown.is_absolute() and shown.is_relative_to(Path.cwd()):
        path = shown.relative_to(Path.cwd()).as_posix()
    message = f"this template cannot be drawn: {error or type(error).__name__}"
    spot = Spot(path, span=Span(line or 1, 1, line or 1, 2))
    return Problem("template", message, spot, "compare it with the one that comes with Factbook")
