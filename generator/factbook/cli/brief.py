"""`factbook brief`: chosen subjects as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.cli.console import (
    console,
    fail,
    root_option,
    stop_on_errors,
    stop_outside,
    with_option,
)
from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.outputs.briefing import write_briefing
from factbook.pages.briefing import newest_document
from factbook.pipeline import examine

if TYPE_CHECKING:
    from datetime import datetime


@click.command()
@click.argument("subjects", nargs=-1, required=True, metavar="SUBJECT...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The PDF to write.",
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The date of the briefing; by default that of the newest document it cites.",
)
@root_option
@with_option
def brief(
    subjects: tuple[str, ...], output: Path, day: datetime | None, root: Path, second: Path | None
) -> None:
    """Set a briefing on one or more SUBJECTs, by their ids, as a tagged PDF."""
    stop_outside(root)
    dossier = examine(root, second)
    stop_on_errors(dossier, dossier.problems)
    ledger = dossier.ledger
    for name in subjects:
        if name not in ledger.subjects.records:
            hint = did_you_mean(name, ledger.subjects.records, "see facts/ for the ids")
            fail(f"there is no subject {name}: {hint}")
    dated = day.date() if day else newest_document(subjects, ledger)
    if dated is None:
        fail("no document cited here is dated: give the briefing a date with --date 2026-11-20")
    content = dossier.briefing(subjects, dated, root)
    if isinstance(content, Problem):
        stop_on_errors(dossier, [content])
        return
    try:
        write_briefing(output, content)
    except OSError as error:
        fail(f"{output} cannot be written: {error.strerror}")
    console().print(Text.assemble("The briefing is in ", (str(output), "done")))
