"""`factbook diff`: what changed in the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factbook.cli.console import fail, report, root_option, stop_outside
from factbook.diagnostics.formats import summed_up
from factbook.diagnostics.problem import is_fatal
from factbook.history import compare, examine_revision
from factbook.pipeline import examine
from factbook.reading.git import GitError, merge_base, resolve
from factbook.rendering.review import FORMS, review_text

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help="Text for a terminal, or Markdown for a pull request.",
)
@root_option
def diff(base: str | None, head: str | None, form: str, root: Path) -> None:
    """Show what changed in the facts from BASE to HEAD.

    BASE is a git revision, by default the commit from which this branch left the main branch. HEAD
    is a revision, by default the working folder.
    """
    if head is None:
        stop_outside(root)  # two revisions are compared wherever their dossier has gone
    try:
        start = resolve(root, base) if base else merge_base(root)
        end = resolve(root, head) if head else None
        old = examine_revision(root, start)
        new = examine_revision(root, end) if end else examine(root)
    except GitError as error:
        stop_outside(root)
        fail(str(error))
    if not (old.documents or new.documents):
        stop_outside(root)
    names = (base or start[:10], head or "the working folder")
    for dossier, name in zip((old, new), names, strict=True):
        if is_fatal(dossier.problems, strict=False):
            report(dossier, dossier.problems)
            fail(f"the facts of {name} are broken: {summed_up(dossier.problems)}")
    text = review_text(compare(old, new, *names), form, root / new.settings.templates)
    click.echo(text, nl=False)
