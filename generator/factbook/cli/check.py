"""`factbook check`: every problem of the facts, in one run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factbook.cli.console import FAILED, console, report, root_option, strict_option
from factbook.diagnostics.formats import summed_up
from factbook.diagnostics.problem import is_fatal
from factbook.pages.wording import counted
from factbook.pipeline import examine

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@root_option
@strict_option
def check(root: Path, *, strict: bool) -> None:
    """Check all facts and report every problem, with file, line and column."""
    dossier = examine(root)
    report(dossier, dossier.problems)
    out = console()
    counts = ", ".join(
        (
            counted(len(dossier.ledger.incidents), "incident"),
            counted(len(dossier.ledger.claims), "claim"),
            counted(len(dossier.ledger.sources), "source"),
            counted(len(dossier.weighing.conflicts), "conflict"),
        )
    )
    out.print(f"{counts}: {summed_up(dossier.problems)}")
    if is_fatal(dossier.problems, strict=strict):
        sys.exit(FAILED)
