"""`factbook schema`: help, completions and marks for fact files in an editor."""

from __future__ import annotations

import json
from pathlib import Path

import click

from factbook.cli.console import console, root_option, stop_outside
from factbook.cli.opened import opened
from factbook.exchange.data_schema import data_schemas
from factbook.exchange.schema import schemas, write_schemas
from factbook.facts.model import FOLDER_OF
from factbook.facts.shapes import DECISIONS, VOCABULARY
from factbook.pages.wording import counted

DEFAULT = ".schemas"


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"The folder to write to; by default {DEFAULT} in the dossier.",
)
@click.option("--data", is_flag=True, help="The schemas of the site's data files instead.")
@root_option
def schema(out: Path | None, root: Path, *, data: bool) -> None:
    """Write JSON Schemas, with which editors help to write fact files.

    They know the ids and the vocabulary of the dossier: run it again after adding to them.
    """
    if data:
        if out is None:
            stop_outside(root)
        _of_data(out or root / DEFAULT / "data")
        return
    dossier = opened(root)
    folder = out or root / DEFAULT
    written = write_schemas(folder, schemas(dossier.ledger))
    say = console().print
    say(f"{counted(len(written), 'schema')} written to {folder}.")
    shown = _shown(folder, root)
    say("\nFor VS Code with the YAML extension, add to .vscode/settings.json:\n")
    settings = {"yaml.schemas": _patterns(dossier.settings.facts, shown)}
    say(json.dumps(settings, indent=2))
    say("\nFor any editor with yaml-language-server, begin a fact file with such a line instead:\n")
    up = "../" * (len(Path(dossier.settings.facts).parts) + 1)
    start = shown if Path(shown).is_absolute() else f"{up}{shown}"
    say(f"# yaml-language-server: $schema={start}/incident.json")


def _of_data(folder: Path) -> None:
    """The schemas of data are the same in every dossier, and lie in every site too."""
    written = write_schemas(folder, data_schemas())
    console().print(f"{counted(len(written), 'schema')} written to {folder}.")


def _shown(folder: Path, root: Path) -> str:
    """The folder as seen from the dossier, if it lies in it."""
    whole, start = folder.resolve(), root.resolve()
    inside = whole.relative_to(start) if whole.is_relative_to(start) else whole
    return inside.as_posix()


def _patterns(facts: str, folder: str) -> dict[str, list[str]]:
    """Schema -> the files it is for."""
    patterns = {
        f"{folder}/{kind}.json": [f"{facts}/{section}/**/*.yaml"]
        for kind, section in FOLDER_OF.items()
    }
    single = {f"{folder}/{kind}.json": [f"{facts}/{kind}.yaml"] for kind in (VOCABULARY, DECISIONS)}
    return {**patterns, **single}
