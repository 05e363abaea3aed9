"""The command `factbook`: all commands, in the order in which a dossier meets them."""

from __future__ import annotations

import click

import factbook
from factbook.cli.add import add
from factbook.cli.archive import archive
from factbook.cli.assess import assess
from factbook.cli.brief import brief
from factbook.cli.build import build
from factbook.cli.check import check
from factbook.cli.diff import diff
from factbook.cli.explain import explain
from factbook.cli.fmt import fmt
from factbook.cli.lineage import lineage
from factbook.cli.list import list_
from factbook.cli.new import new
from factbook.cli.rename import rename
from factbook.cli.schema import schema
from factbook.cli.serve import serve
from factbook.cli.show import show
from factbook.cli.size import size
from factbook.cli.template import template
from factbook.cli.todo import todo
from factbook.cli.upgrade import upgrade
from factbook.cli.verify import verify
from factbook.cli.why import why

COMMANDS = (
    new,
    add,
    fmt,
    rename,
    check,
    explain,
    archive,
    verify,
    lineage,
    assess,
    build,
    serve,
    size,
    brief,
    diff,
    template,
    upgrade,
    list_,
    show,
    why,
    todo,
    schema,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(factbook.__version__, prog_name="factbook")
def main() -> None:
    """Sourced claims in YAML become a site that shows where sources disagree."""


for command in COMMANDS:
    main.add_command(command)
