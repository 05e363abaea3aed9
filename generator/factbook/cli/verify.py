"""`factbook verify`: whether the words stand in the documents."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factbook.cli.console import FAILED, console, report, root_option, with_option
from factbook.diagnostics.formats import summed_up
from factbook.diagnostics.problem import is_fatal
from factbook.evidence.quotes import verify as verify_quotes
from factbook.evidence.snapshots import read_snapshots
from factbook.pages.wording import counted
from factbook.pipeline import examine


@click.command()
@root_option
@with_option
@click.option(
    "--snapshots",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="A folder that holds the archived documents, under whatever names.",
)
def verify(root: Path, second: Path | None, snapshots: Path) -> None:
    """Look for every quote in the archived text of its document."""
    dossier = examine(root, second)
    texts, unreadable = read_snapshots(snapshots)
    verified = verify_quotes(dossier.ledger, texts)
    problems = [*dossier.problems, *dossier.graded([*unreadable, *verified.problems])]
    report(dossier, problems)
    total = len(dossier.ledger.citations())
    console().print(f"{verified.found} of {counted(total, 'quote')} found: {summed_up(problems)}")
    if is_fatal(problems, strict=False):
        sys.exit(FAILED)
