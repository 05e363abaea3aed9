"""`factbook todo`: what to do next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.cli.console import console, root_option, with_option
from factbook.cli.opened import desk_of, opened, place_of
from factbook.evidence.quotes import verify
from factbook.evidence.snapshots import read_snapshots
from factbook.pages.task import Task
from factbook.pages.todo import todo as tasks_of
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.dossier import Dossier

SHOWN = 20
UNCLEAR = frozenset({"ambiguous-quote", "locator-contradicts"})  # found, but where?
UNVERIFIED = 90  # a quote that does not stand in its document: before all but the gravest conflicts


@click.command()
@click.option("--all", "is_all", is_flag=True, help=f"Every task, not only the first {SHOWN}.")
@click.option("--json", "as_json", is_flag=True, help="Every task as JSON.")
@click.option(
    "--snapshots",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A folder of archived documents: quotes that are not verified in it are tasks too.",
)
@root_option
@with_option
def todo(
    root: Path, second: Path | None, snapshots: Path | None, *, is_all: bool, as_json: bool
) -> None:
    """Say what would help the dossier most: the most important first."""
    dossier = opened(root, second)
    found = [*tasks_of(desk_of(dossier)), *(_unverified(dossier, snapshots) if snapshots else ())]
    tasks = sorted(found, key=lambda task: -task.urgency)
    if as_json:
        click.echo(
            json.dumps([_data(task, dossier) for task in tasks], indent=2, ensure_ascii=False)
        )
        return
    out = console()
    shown = tasks if is_all else tasks[:SHOWN]
    for task in shown:
        out.print(Text.assemble((task.kind, "warning"), f": {task.what}"))
        place = (place_of(task.where, dossier), "path")
        out.print(Text.assemble("    ", place, ": ", (task.help, "mend")))
    more = len(tasks) - len(shown)
    if more:
        out.print(f"\nand {more} more: factbook todo --all")
    elif not tasks:
        out.print(
            "Nothing: every conflict is settled, every document archived, every origin named."
        )
    else:
        out.print(f"\n{counted(len(tasks), 'thing')} to do")


def _unverified(dossier: Dossier, snapshots: Path) -> Iterator[Task]:
    """Quotes, and the documents they should stand in, that the snapshots do not bear out.

    That a source has no snapshot at all is a task of its own already.
    """
    ledger = dossier.ledger
    bare = {ledger.spot(name) for name, one in ledger.sources.items() if one.snapshot is None}
    texts, unreadable = read_snapshots(snapshots)
    for problem in (*unreadable, *verify(ledger, texts).problems):
        if problem.spot not in bare:
            kind = "unclear quote" if problem.rule in UNCLEAR else "unverified quote"
            yield Task(UNVERIFIED, kind, problem.message, problem.spot, problem.mend)


def _data(task: Task, dossier: Dossier) -> dict[str, object]:
    path, _, line = place_of(task.where, dossier).rpartition(":")
    return {
        "kind": task.kind,
        "urgency": task.urgency,
        "what": task.what,
        "file": path,
        "line": int(line),
        "help": task.help,
    }
