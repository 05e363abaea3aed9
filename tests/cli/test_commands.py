from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from factbook.cli.commands import BEGIN, END, renewed, table
from factbook.cli.main import NAMES, command_of, main

if TYPE_CHECKING:
    from pathlib import Path


def test_the_readme_has_the_table_of_commands_as_they_are(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert renewed(readme) == readme, "run: python -m factbook.cli.commands"


def test_the_table_has_a_line_for_each_command() -> None:
    rows = table().splitlines()
    below = sum(row.startswith("| `factbook lineage ") for row in rows)
    assert (len(rows), below) == (len(NAMES) + 2 + below, 2)  # accept and refuse
    [check] = [row for row in rows if row.startswith("| `factbook check`")]
    assert "`--format text\\|json\\|github\\|sarif`" in check


def test_only_what_stands_between_the_marks_is_renewed() -> None:
    assert renewed(f"a\n{BEGIN}\nold\n{END}\nb") == f"a\n{BEGIN}\n{table()}\n{END}\nb"
    with pytest.raises(ValueError, match="no lines"):
        renewed("a")


@pytest.mark.parametrize("command", [*map(command_of, NAMES)], ids=NAMES)
def test_every_command_and_every_option_has_help(command: click.Command) -> None:
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_a_command_is_there_by_name_and_no_other() -> None:
    context = click.Context(main)
    assert main.list_commands(context) == sorted(NAMES)
    assert [one.name for one in map(command_of, NAMES)] == list(NAMES)
    assert main.get_command(context, "console") is None
