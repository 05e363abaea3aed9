"""`factbook template`: copy a template into the dossier, to change it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.cli.console import console, fail, root_option, stop_outside
from factbook.pipeline import examine
from factbook.rendering.copied import UnknownTemplateError, copy_template, template_names

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("name", required=False)
@root_option
def template(name: str | None, root: Path) -> None:
    """Copy the template NAME into the dossier, to change it there; without NAME, list them all.

    A dossier's own templates come before those of the package.
    """
    if name is None:
        click.echo("\n".join(template_names()))
        return
    stop_outside(root)
    try:
        path = copy_template(name, root / examine(root).settings.templates)
    except (UnknownTemplateError, OSError) as error:
        fail(str(error))
    console().print(Text.assemble("The template is in ", (str(path), "done")))
