"""`factbook check`: every problem of the facts, in one run, for people and for programs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

import factbook
from factbook.checks.manuals import manuals
from factbook.cli.cache import cache_option, kept_of
from factbook.cli.console import (
    FAILED,
    console,
    report,
    root_option,
    stop_outside,
    strict_option,
    with_option,
)
from factbook.diagnostics.formats import summed_up
from factbook.diagnostics.github_format import as_github
from factbook.diagnostics.json_format import as_json
from factbook.diagnostics.overflow import SHOWN
from factbook.diagnostics.problem import is_fatal
from factbook.diagnostics.sarif_format import as_sarif
from factbook.pages.wording import counted
from factbook.pipeline import examine

if TYPE_CHECKING:
    from factbook.dossier import Dossier

FORMS = ("text", "json", "github", "sarif")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help="Text for people; JSON, GitHub's workflow commands or SARIF 2.1.0 for programs.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help=f"Print every problem as text, however many; by default {SHOWN} and a count of the rest.",
)
@root_option
@with_option
@strict_option
@cache_option
def check(  # noqa: PLR0913 - each is an option
    form: str,
    root: Path,
    second: Path | None,
    *,
    everything: bool,
    strict: bool,
    cached: bool,
) -> None:
    """Check all facts and report every problem, with file, line and column."""
    if form == "text":
        stop_outside(root)  # programs are told of it as of any problem
    dossier = examine(root, second, kept=kept_of(root, cached=cached))
    if form == "text":
        report(dossier, dossier.problems, None if everything else SHOWN)
        console().print(f"{_extent(dossier)}: {summed_up(dossier.problems)}")
    else:
        text = _for_programs(dossier, form, root)
        # a file's name need not be UTF-8; in JSON such an escape is one, too
        click.echo(text.encode("utf-8", "backslashreplace"), nl=bool(text))
    if is_fatal(dossier.problems, strict=strict):
        sys.exit(FAILED)


def _for_programs(dossier: Dossier, form: str, root: Path) -> str:
    """All problems in one of the forms that programs read."""
    found = dossier.located(dossier.problems)
    if form == "json":
        return as_json(found)
    if form == "github":
        return "\n".join(as_github(found, _below_top(root)))
    return as_sarif(found, manuals(), factbook.__version__, _below_top(root))


def _below_top(root: Path) -> str:
    """The way from the top of the repository to the dossier, empty where they are one.

    GitHub Actions names the top; elsewhere the folder the command is run in counts as it.
    """
    top = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    here = root.resolve()
    way = here.relative_to(top).as_posix() if here.is_relative_to(top) else "."
    return "" if way == "." else way


def _extent(dossier: Dossier) -> str:
    """How much there is: `3 incidents, 1 claim, …`."""
    ledger = dossier.ledger
    declared = sum(1 for one in dossier.weighing.declared.values() if one.kind)
    counts = (
        (len(ledger.incidents), "incident"),
        (len(ledger.claims), "claim"),
        (len(ledger.sources), "source"),
        (len(dossier.weighing.conflicts) + declared, "conflict"),
    )
    return ", ".join(counted(count, word) for count, word in counts)
