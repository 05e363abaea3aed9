"""A briefing as plain data: what a typesetter's template gets, with Markdown as trees."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from factbook.pages.view import Prose
from factbook.rendering.markdown import to_tree
from factbook.rendering.templates import template_folder

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.pages.briefing import Briefing

TEMPLATE = "briefing/briefing.typ"


def briefing_data(briefing: Briefing) -> dict[str, Any]:
    """The view as mappings, lists, text and numbers, ready for JSON."""
    return {one.name: _plain(getattr(briefing, one.name)) for one in fields(briefing)}


def briefing_template(own: Path) -> Path:
    """The template: the dossier's own if its folder `own` has one, else the package's."""
    mine = own / TEMPLATE
    return mine if mine.is_file() else template_folder() / TEMPLATE


def briefing_fonts() -> Path:
    """The fonts that come with Factbook, so that a briefing looks the same everywhere."""
    return template_folder() / "briefing" / "fonts"


def _plain(part: object) -> Any:  # noqa: ANN401 - JSON is what it is
    match part:
        case Prose():
            return to_tree(part)
        case date():
            return {"year": part.year, "month": part.month, "day": part.day}
        case tuple():
            return [_plain(item) for item in part]
    if is_dataclass(part) and not isinstance(part, type):
        return {one.name: _plain(getattr(part, one.name)) for one in fields(part)}
    return part
