"""The table of commands in README.md, made from the commands themselves.

`python -m factbook.cli.commands` writes it anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factbook.cli.main import NAMES, command_of

if TYPE_CHECKING:
    from collections.abc import Iterator

README = "README.md"
BEGIN, END = "<!-- commands -->", "<!-- end of commands -->"


def table() -> str:
    """A line for each command: how it is called, what it does, what may be added."""
    rows = ["| command | what it does | options |", "|---|---|---|"]
    for name, command in _all():
        context = click.Context(command, info_name=name)
        words = [name]
        options = []
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.required:
                options.append(f"`{_called(parameter, context)}`")
            elif isinstance(parameter, click.Option):
                words.append(_called(parameter, context))
            else:
                words.append(parameter.make_metavar(context))
        does = (command.help or "").split("\n\n")[0].replace("\n", " ").strip().rstrip(".")
        cells = [f"`{' '.join(words)}`", does, ", ".join(options)]
        row = " | ".join(cell.replace("|", r"\|") for cell in cells)
        rows.append(f"| {row} |")
    return "\n".join(rows)


def _all() -> Iterator[tuple[str, click.Command]]:
    """Every command by the name it is called with, and those below one that does something too."""
    for command in map(command_of, NAMES):
        name = f"factbook {command.name}"
        yield name, command
        if isinstance(command, click.Group) and command.invoke_without_command:
            yield from ((f"{name} {below}", one) for below, one in command.commands.items())


def renewed(readme: str) -> str:
    """The text of a README with the table as it is now; raises ValueError without its marks."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the README has no lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def _called(option: click.Option, context: click.Context) -> str:
    """An option as it is written: `--strict`, `--format [text|json]`."""
    name = max(option.opts, key=len)
    if option.is_flag:
        return name
    choices = option.type.choices if isinstance(option.type, click.Choice) else None
    return f"{name} {'|'.join(choices) if choices else option.make_metavar(context)}"


if __name__ == "__main__":
    path = Path(README)
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
    click.echo(f"{README} is up to date")
