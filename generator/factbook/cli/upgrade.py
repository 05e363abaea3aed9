"""`factbook upgrade`: what in a dossier is older than the tool."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import factbook
from factbook.cli.console import console, report, root_option
from factbook.cli.opened import configured
from factbook.pages.wording import counted
from factbook.pipeline import examine
from factbook.settings import FORMAT

if TYPE_CHECKING:
    from pathlib import Path

OLDER = frozenset({"stale-template"})


@click.command()
@root_option
def upgrade(root: Path) -> None:
    """Show what in a dossier is older than this Factbook, and how to bring it up to date.

    Nothing is changed: a format that changes will be rewritten here, and there is only one so far.
    """
    configured(root)
    dossier = examine(root)
    older = [problem for problem in dossier.problems if problem.rule in OLDER]
    report(dossier, older)
    known = f"Factbook {factbook.__version__} reads and writes format {FORMAT}"
    stale = counted(len(older), "template is", "templates are") if older else "no template is"
    console().print(f"{known}, which this dossier has; {stale} older.")
