"""The option that leaves out what earlier runs kept, and a word where that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.cli.console import console
from factbook.reading.kept import NOTHING_KEPT, Kept

if TYPE_CHECKING:
    from pathlib import Path

cache_option = click.option(
    "--no-cache",
    "cached",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Neither use what earlier runs kept in the cache nor keep anything.",
)


def kept_of(root: Path, *, cached: bool) -> Kept:
    """What is kept of a dossier; if a cache is there that cannot be trusted, it is said."""
    kept = Kept.of(root) if cached else NOTHING_KEPT
    if kept.refused:
        words = f"The cache is not used: {kept.refused}"
        console(error=True).print(Text(words, style="warning"))
    return kept
