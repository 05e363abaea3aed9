"""The command `factbook`: all commands, in the order in which a dossier meets them.

The module of a command is loaded when it is called: those that edit need much that a build never
does.
"""

from __future__ import annotations

from importlib import import_module

import click

import factbook
from factbook.diagnostics.problem import did_you_mean

NAMES = (
    *("new", "add", "fmt", "rename", "check", "explain", "archive", "verify", "lineage", "assess"),
    *("build", "serve", "size", "brief", "diff", "template", "upgrade"),
    *("list", "show", "why", "todo", "schema"),
)
_BUILT_IN = ("list",)  # names of Python's own: their functions have a line behind them


class _Commands(click.Group):
    """Commands by name, each in the module of that name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        return command_of(cmd_name) if cmd_name in NAMES else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in NAMES and not name.startswith("-"):
            hint = did_you_mean(name, NAMES, "`factbook --help` lists them all")
            ctx.fail(f"there is no command {name}: {hint}")
        return super().resolve_command(ctx, args)


def command_of(name: str) -> click.Command:
    """The command with this name, which is one of NAMES."""
    module = import_module(f"factbook.cli.{name}")
    found = getattr(module, f"{name}_" if name in _BUILT_IN else name)
    if not isinstance(found, click.Command):
        raise TypeError(f"factbook.cli.{name} holds no command of this name")
    return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(factbook.__version__, prog_name="factbook")
def main() -> None:
    """Sourced claims in YAML become a site that shows where sources disagree."""
