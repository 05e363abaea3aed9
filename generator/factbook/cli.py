"""The door of the command line: asks the pipeline, prints in colour, decides what is fatal."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console
from rich.text import Text
from rich.theme import Theme

import factbook
from factbook.diagnostics.formats import as_text, summed_up
from factbook.diagnostics.problem import Problem, did_you_mean, is_fatal
from factbook.evidence.quotes import verify as verify_quotes
from factbook.evidence.snapshots import read_snapshots
from factbook.exchange.new import NotEmptyError, start_dossier
from factbook.outputs.briefing import write_briefing
from factbook.pages.briefing import newest_document
from factbook.pages.wording import counted
from factbook.pipeline import Dossier, compare, examine, examine_revision
from factbook.reading.git import GitError, merge_base, resolve
from factbook.rendering.review import FORMS, review_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

STYLES = Theme(
    {
        "path": "bold",
        "error": "bold red",
        "warning": "bold yellow",
        "rule": "dim",
        "gutter": "blue",
        "mend": "green",
        "done": "bold green",
    }
)
FAILED = 1
root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="The dossier's folder, where mkdocs.yml is.",
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings stop it, too.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(factbook.__version__, prog_name="factbook")
def main() -> None:
    """Sourced claims in YAML become a site that shows where sources disagree."""


@main.command()
@root_option
@strict_option
def check(root: Path, *, strict: bool) -> None:
    """Check all facts and report every problem, with file, line and column."""
    dossier = examine(root)
    _report(dossier, dossier.problems)
    console = _console()
    counts = ", ".join(
        (
            counted(len(dossier.ledger.incidents), "incident"),
            counted(len(dossier.ledger.claims), "claim"),
            counted(len(dossier.ledger.sources), "source"),
            counted(len(dossier.weighing.conflicts), "conflict"),
        )
    )
    console.print(f"{counts}: {summed_up(dossier.problems)}")
    if is_fatal(dossier.problems, strict=strict):
        sys.exit(FAILED)


@main.command()
@root_option
@strict_option
def build(root: Path, *, strict: bool) -> None:
    """Check the facts and build the site; a problem leaves the old site as it was."""
    from factbook.plugin.build import build_site  # noqa: PLC0415 - MkDocs takes a while to load

    built = build_site(root.resolve(), _report, strict=strict)
    if isinstance(built, str):
        _fail(built)
    done = Text.assemble("The site is in ", (str(built), "done"), "; see it with: mkdocs serve")
    _console().print(done)


@main.command()
@root_option
@click.option(
    "--snapshots",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="A folder that holds the archived documents, under whatever names.",
)
def verify(root: Path, snapshots: Path) -> None:
    """Look for every quote in the archived text of its document."""
    dossier = examine(root)
    texts, unreadable = read_snapshots(snapshots)
    verified = verify_quotes(dossier.ledger, texts)
    problems = [*dossier.problems, *unreadable, *verified.problems]
    _report(dossier, problems)
    total = len(dossier.ledger.citations())
    _console().print(f"{verified.found} of {counted(total, 'quote')} found: {summed_up(problems)}")
    if is_fatal(problems, strict=False):
        sys.exit(FAILED)


@main.command()
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
    help="The date of the briefing; by default that of the newest document it cites.",
)
@root_option
def brief(subjects: tuple[str, ...], output: Path, day: datetime | None, root: Path) -> None:
    """Set a briefing on one or more SUBJECTs, by their ids, as a tagged PDF."""
    dossier = examine(root)
    _stop_on_errors(dossier, dossier.problems)
    ledger = dossier.ledger
    for name in subjects:
        if name not in ledger.subjects.records:
            hint = did_you_mean(name, ledger.subjects.records, "see facts/ for the ids")
            _fail(f"there is no subject {name}: {hint}")
    dated = day.date() if day else newest_document(subjects, ledger)
    if dated is None:
        _fail("no document cited here is dated: give the briefing a date with --date 2026-11-20")
    content = dossier.briefing(subjects, dated, root)
    if isinstance(content, Problem):
        _stop_on_errors(dossier, [content])
        return
    try:
        write_briefing(output, content)
    except OSError as error:
        _fail(f"{output} cannot be written: {error.strerror}")
    _console().print(Text.assemble("The briefing is in ", (str(output), "done")))


@main.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help="Text for a terminal, or Markdown for a pull request.",
)
@root_option
def diff(base: str | None, head: str | None, form: str, root: Path) -> None:
    """Show what changed in the facts from BASE to HEAD.

    BASE is a git revision, by default the commit from which this branch left the main branch. HEAD
    is a revision, by default the working folder.
    """
    try:
        start = resolve(root, base) if base else merge_base(root)
        end = resolve(root, head) if head else None
        old = examine_revision(root, start)
        new = examine_revision(root, end) if end else examine(root)
    except GitError as error:
        _fail(str(error))
    names = (base or start[:10], head or "the working folder")
    for dossier, name in zip((old, new), names, strict=True):
        if is_fatal(dossier.problems, strict=False):
            _report(dossier, dossier.problems)
            _fail(f"the facts of {name} are broken: {summed_up(dossier.problems)}")
    report = review_text(compare(old, new, *names), form, root / new.settings.templates)
    click.echo(report, nl=False)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def new(folder: Path) -> None:
    """Start a dossier in FOLDER: a small invented one, whose comments teach the format."""
    try:
        files = start_dossier(folder)
    except (NotEmptyError, OSError) as error:
        _fail(str(error))
    go_there = "" if folder.resolve() == Path.cwd() else f"cd {quote(str(folder))} && "
    _console().print(f"{counted(len(files), 'file')} written. Next: {go_there}factbook build")


def _stop_on_errors(dossier: Dossier, problems: Sequence[Problem]) -> None:
    """Nothing gets out of facts that have errors."""
    _report(dossier, problems)
    if is_fatal(problems, strict=False):
        _fail(f"nothing was written: {summed_up(problems)}")


def _fail(message: str) -> NoReturn:
    _console(error=True).print(Text(message, style="error"))
    sys.exit(FAILED)


def _report(dossier: Dossier, problems: Sequence[Problem]) -> None:
    """Print problems to standard error, in colour where that is a terminal."""
    console = _console(error=True)
    for line in as_text(dossier.located(problems)):
        console.print(Text.assemble(*((run.text, run.style) for run in line)), soft_wrap=True)


def _console(*, error: bool = False) -> Console:
    return Console(
        theme=STYLES, stderr=error, highlight=False, soft_wrap=True, emoji=False, markup=False
    )
