"""What all commands share: options, printing in colour, and the one way to fail."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from factbook.diagnostics.formats import as_text, summed_up
from factbook.diagnostics.overflow import SHOWN, overflow
from factbook.diagnostics.problem import Problem, is_fatal
from factbook.reading.configuration import read_section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.dossier import Dossier

STYLES = Theme(
    {
        "path": "bold",
        "error": "bold red",
        "warning": "bold yellow",
        "rule": "dim",
        "gutter": "blue",
        "mend": "green",
        "gone": "bold red",
        "there": "bold blue",
        "done": "bold green",
    }
)
FAILED = 1
NO_DOSSIER = "no-dossier"
root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="The dossier's folder, where mkdocs.yml is.",
)
WIDEST = 100  # columns of running text: longer lines are hard to read
with_option = click.option(
    "--with",
    "second",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A second root whose facts/ add to those of the first: internal material.",
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings stop it, too.")


def stop_outside(root: Path) -> None:
    """End with one sentence, the same of all commands, where `root` is no dossier."""
    section = read_section(root)
    if isinstance(section, Problem) and section.rule == NO_DOSSIER:
        fail(f"{section.message}: {section.mend}")


def stop_on_errors(dossier: Dossier, problems: Sequence[Problem]) -> None:
    """Nothing gets out of facts that have errors."""
    report(dossier, problems)
    if is_fatal(problems, strict=False):
        fail(f"nothing was written: {summed_up(problems)}")


def fail(message: str) -> NoReturn:
    """Say why, and end with the exit code of failure."""
    console(error=True).print(Text(message, style="error"))
    sys.exit(FAILED)


def report(dossier: Dossier, problems: Sequence[Problem], most: int | None = SHOWN) -> None:
    """Print problems to standard error, in colour where that is a terminal.

    Of more than `most` the rest is summed up.
    """
    found = dossier.located(problems)
    rest = [problem for problem, _ in found[most:]] if most is not None else []
    lines = [
        Text.assemble(*((run.text, run.style) for run in line))
        for line in (*as_text(found[:most]), *overflow(rest))
    ]
    if lines:  # at once: to print takes as long for a line as for all
        console(error=True).print(*lines, sep="\n", soft_wrap=True)


def width() -> int:
    """How many columns running text may have: those of the terminal, if it is not too wide."""
    return min(WIDEST, get_terminal_size().columns)


def console(*, error: bool = False) -> Console:
    """A console that prints words as they are, in colour where that is a terminal."""
    return Console(
        theme=STYLES, stderr=error, highlight=False, soft_wrap=True, emoji=False, markup=False
    )
