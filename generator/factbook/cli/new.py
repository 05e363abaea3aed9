"""`factbook new`: a small dossier to start from."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from factbook.cli.console import console, fail
from factbook.exchange.hosts import HOSTS, add_workflow
from factbook.exchange.new import NotEmptyError, start_dossier
from factbook.pages.wording import counted


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--ci", "host", type=click.Choice(HOSTS), help="Write what this host needs to publish it."
)
def new(folder: Path, host: str | None) -> None:
    """Start a dossier in FOLDER: a small invented one, whose comments teach the format."""
    try:
        files = start_dossier(folder)
        files += add_workflow(folder, host) if host else []
    except (NotEmptyError, OSError) as error:
        fail(str(error))
    go_there = "" if folder.resolve() == Path.cwd() else f"cd {quote(str(folder))} && "
    console().print(f"{counted(len(files), 'file')} written. Next: {go_there}factbook build")
