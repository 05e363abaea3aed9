"""`factbook explain`: the manual of a rule."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.checks.manuals import manuals
from factbook.cli.console import console, fail, width
from factbook.diagnostics.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.diagnostics.manual import Manual


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain a RULE: what it finds, why it matters, how to mend it.

    Without RULE, list all rules. Problems name theirs in brackets at the end of the line.
    """
    known = manuals()
    if rule is None:
        _list(known)
        return
    name = rule.strip().strip("[]")  # as copied from a problem
    if name not in known:
        hint = did_you_mean(name, known, "`factbook explain` lists them all")
        fail(f"there is no rule {name}: {hint}")
    _show(known[name])


def _list(known: Mapping[str, Manual]) -> None:
    """One line for each rule."""
    longest = max(len(name) for name in known)
    out = console()
    for name, manual in known.items():
        word = manual.severity.value
        out.print(Text.assemble(f"{name:{longest}}  ", (f"{word:7}", word), f"  {manual.title}"))


def _show(manual: Manual) -> None:
    word = manual.severity.value
    lasting = ", which no dossier can lower" if manual.fixed else ""
    out = console()
    out.print(Text.assemble((manual.rule, "path"), ": ", (word, word), lasting))
    out.print(f"{manual.title}.\n")
    for heading, text in manual.sections:
        out.print(Text(heading, style="path"))
        for paragraph in text.split("\n\n"):
            out.print(textwrap.indent(textwrap.fill(paragraph, width() - 2), "  "))
    if manual.example:
        out.print(Text("Example", style="path"))
        out.print(textwrap.indent(manual.example, "    "))
