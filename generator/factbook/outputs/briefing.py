"""A briefing as a tagged PDF, set by Typst from data in memory.

The PDF is PDF/A-2a and PDF/UA-1. Data reach the template as JSON and become text there, never
markup. Only the fonts that come with Factbook and with Typst are used, and the date is given: the
same input gives the same bytes on every machine.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import typst

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot

if TYPE_CHECKING:
    from pathlib import Path


def set_briefing(data: dict[str, Any], template: Path, fonts: Path) -> bytes | Problem:
    """The bytes of the PDF, or the problem of a template that a dossier has changed."""
    try:
        made = typst.compile(
            str(template),
            root=str(template.parent),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
        )
    except typst.TypstError as error:
        mend = "compare it with the one that comes with Factbook"
        message = f"this template cannot be set: {error.message}"
        return Problem("template", message, Spot(f"templates/briefing/{template.name}"), mend)
    if not isinstance(made, bytes):
        raise TypeError("Typst gives one document for a PDF")
    return made


def write_briefing(path: Path, content: bytes) -> None:
    """Write the PDF whole or not at all."""
    unfinished = path.with_name(f".{path.name}.new")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
