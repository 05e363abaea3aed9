"""`factbook build`: the site, checked first and put in place in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.cli.console import console, fail, report, root_option, strict_option, with_option
from factbook.plugin.engine import choose

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@root_option
@with_option
@strict_option
@click.option(
    "--no-search",
    "searched",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Leave out the index for the search page.",
)
def build(root: Path, second: Path | None, *, strict: bool, searched: bool) -> None:
    """Check the facts and build the site; a problem leaves the old site as it was."""
    choose(root)
    from factbook.plugin.build import build_site  # noqa: PLC0415 - MkDocs takes a while to load

    built = build_site(root.resolve(), report, strict=strict, second=second, searched=searched)
    if isinstance(built, str):
        fail(built)
    done = Text.assemble("The site is in ", (str(built), "done"), "; see it with: mkdocs serve")
    console().print(done)
