"""`factbook todo`: what to do next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.cli.console import console, root_option
from factbook.cli.opened import desk_of, opened
from factbook.pages.todo import todo as tasks_of
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.pages.task import Task
    from factbook.pipeline import Dossier

SHOWN = 20


@click.command()
@click.option("--all", "is_all", is_flag=True, help=f"Every task, not only the first {SHOWN}.")
@click.option("--json", "as_json", is_flag=True, help="Every task as JSON.")
@root_option
def todo(root: Path, *, is_all: bool, as_json: bool) -> None:
    """Say what would help the dossier most: the most important first."""
    dossier = opened(root)
    tasks = tasks_of(desk_of(dossier))
    if as_json:
        click.echo(
            json.dumps([_data(task, dossier) for task in tasks], indent=2, ensure_ascii=False)
        )
        return
    out = console()
    shown = tasks if is_all else tasks[:SHOWN]
    for task in shown:
        out.print(Text.assemble((task.kind, "warning"), f": {task.what}"))
        place = f"{task.where.path}:{dossier.line(task.where)}"
        out.print(Text.assemble("    ", (place, "path"), ": ", (task.help, "mend")))
    more = len(tasks) - len(shown)
    if more:
        out.print(f"\nand {more} more: factbook todo --all")
    elif not tasks:
        out.print(
            "Nothing: every conflict is settled, every document archived, every origin named."
        )
    else:
        out.print(f"\n{counted(len(tasks), 'thing')} to do")


def _data(task: Task, dossier: Dossier) -> dict[str, object]:
    return {
        "kind": task.kind,
        "urgency": task.urgency,
        "what": task.what,
        "file": task.where.path,
        "line": dossier.line(task.where),
        "help": task.help,
    }
