"""`factbook list`: what the dossier holds."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click
from rich.cells import cell_len
from rich.text import Text

from factbook.cli.console import console, root_option, with_option
from factbook.cli.opened import desk_of, opened
from factbook.diagnostics.problem import did_you_mean
from factbook.facts.model import FOLDER_OF
from factbook.pages.inventory import CONFLICT, inventory
from factbook.pages.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factbook.pages.inventory import Item

KINDS = (*FOLDER_OF, CONFLICT)
PLURALS = {**{folder: kind for kind, folder in FOLDER_OF.items()}, "conflicts": CONFLICT}
NUMBERS = {"CLAIMS", "CONFLICTS"}


@click.command("list")
@click.argument("kind", required=False, metavar="[KIND]")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@root_option
@with_option
def list_(kind: str | None, root: Path, second: Path | None, *, as_json: bool) -> None:
    """List ids, titles, dates and counts of claims and conflicts.

    KIND is incidents, statements, actors, places, sources or conflicts; by default all.
    """
    if kind and kind not in {*KINDS, *PLURALS}:
        hint = did_you_mean(kind, (*PLURALS, *KINDS), f"choose {listed(PLURALS, 'or')}")
        raise click.UsageError(f"there is no kind {kind}: {hint}")
    wanted = PLURALS.get(kind or "", kind)
    items = [one for one in inventory(desk_of(opened(root, second))) if wanted in {None, one.kind}]
    if as_json:
        click.echo(json.dumps([asdict(item) for item in items], indent=2, ensure_ascii=False))
        return
    out = console()
    for line in _aligned(items, is_mixed=wanted is None):
        out.print(Text(line))


def _aligned(items: Sequence[Item], *, is_mixed: bool) -> list[str]:
    """Columns, each as wide as its widest cell; the title comes last, and no column is empty."""
    columns: dict[str, list[str]] = {
        "ID": [one.id for one in items],
        "KIND": [one.kind if is_mixed else "" for one in items],
        "DATE": [one.date for one in items],
        "CLAIMS": [str(one.claims) for one in items],
        "CONFLICTS": [str(one.conflicts or "") if one.kind != CONFLICT else "" for one in items],
        "DETAIL": ["" if is_mixed else one.detail for one in items],
        "TITLE": [one.title for one in items],
    }
    filled = {head: cells for head, cells in columns.items() if any(cells)}
    padded = []
    for head, cells in filled.items():
        width = max(cell_len(cell) for cell in (head, *cells))
        padded.append([_padded(cell, width, right=head in NUMBERS) for cell in (head, *cells)])
    return ["  ".join(row).rstrip() for row in zip(*padded, strict=True)]


def _padded(cell: str, width: int, *, right: bool) -> str:
    """A cell as wide as its column on a terminal, where some letters take two columns or none."""
    room = " " * (width - cell_len(cell))
    return room + cell if right else cell + room
