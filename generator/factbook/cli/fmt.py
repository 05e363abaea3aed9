"""`factbook fmt`: fact files in their one layout."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factbook.cli.console import FAILED, console, fail, report, root_option
from factbook.cli.opened import configured
from factbook.cli.writing import write_together
from factbook.diagnostics.problem import Problem, is_fatal
from factbook.editing.layout import laid_out
from factbook.facts.fields import record_type
from factbook.pages.wording import counted
from factbook.pipeline import examine_tree
from factbook.reading.tree import read_folder
from factbook.settings import read_settings


@click.command()
@click.argument(
    "paths", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[PATH]..."
)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; fail if a file would change."
)
@root_option
def fmt(paths: tuple[Path, ...], root: Path, *, only_check: bool) -> None:
    """Lay out fact files in the one form they have; comments and meaning stay as they are.

    PATHs are files or folders of facts; by default all of them.
    """
    section = configured(root)
    settings, problems = read_settings(section.options, section.route, section.document.path)
    tree, found = read_folder(root, settings.facts)
    chosen = [name for name in tree if _is_chosen(root / name, paths)]
    _all_known(paths, root / settings.facts)
    problems += found
    changed: dict[str, bytes] = {}
    for name in chosen:
        made = laid_out(name, tree[name], record_type(name, settings.facts))
        if isinstance(made, Problem):
            problems.append(made)
        elif made != tree[name]:
            changed[name] = made
    shown = examine_tree(settings, tree, {section.document.path: section.document})
    report(shown, problems)
    _finish(root, changed, len(chosen), only_check=only_check)
    if is_fatal(problems, strict=False) or (only_check and changed):
        sys.exit(FAILED)


def _finish(root: Path, changed: dict[str, bytes], total: int, *, only_check: bool) -> None:
    """Write, unless only asked to check, and say what changed."""
    if not only_check:
        try:
            write_together(root, changed)
        except OSError as error:
            fail(f"nothing was written: {error.filename}: {error.strerror}")
    out = console()
    done = "would change" if only_check else "changed"
    for name in changed:
        out.print(f"{name} {done}")
    out.print(f"{len(changed)} of {counted(total, 'file')} {done}")


def _is_chosen(path: Path, paths: tuple[Path, ...]) -> bool:
    return not paths or any(path.resolve().is_relative_to(one.resolve()) for one in paths)


def _all_known(paths: tuple[Path, ...], facts: Path) -> None:
    """End with a word on the first path that holds no facts."""
    for path in paths:
        if not path.resolve().is_relative_to(facts.resolve()):
            fail(f"{path} is not in the folder of facts, {facts}")
        if path.is_file() and path.suffix != ".yaml":
            fail(f"{path} is no fact file: those end in .yaml")
