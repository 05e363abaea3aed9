"""`factbook build`: the site, checked first and put in place in one step."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
from rich.text import Text

from factbook.cli.cache import cache_option, kept_of
from factbook.cli.console import (
    console,
    fail,
    report,
    root_option,
    stop_outside,
    strict_option,
    with_option,
)
from factbook.cli.size import warnings
from factbook.outputs.publishing.limits import measure
from factbook.pages.wording import counted
from factbook.plugin.engine import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.outputs.publishing.site import Published

MOMENT = 0.1  # seconds between two states of the bar
SHOWN = 5  # of the files that were moved aside


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
@cache_option
def build(root: Path, second: Path | None, *, strict: bool, searched: bool, cached: bool) -> None:
    """Check the facts and build the site; a problem leaves the old site as it was."""
    stop_outside(root)
    choose(root)
    from factbook.outputs.publishing.site import Published  # noqa: PLC0415 - with the next
    from factbook.plugin.build import build_site  # noqa: PLC0415 - MkDocs takes a while to load

    started = time.monotonic()
    kept = kept_of(root, cached=cached)
    published = Published()
    with _progress() as progress:
        built = build_site(
            root.resolve(),
            report,
            strict=strict,
            second=second,
            searched=searched,
            kept=kept,
            published=published,
            progress=progress,
        )
    if isinstance(built, str):
        fail(built)
    _tell(built, published, time.monotonic() - started)
    if second:
        words = f"It holds what is internal, of {second}: build it without --with to publish it"
        console(error=True).print(Text(words, style="warning"))


def _tell(site: Path, published: Published, seconds: float) -> None:
    """What became of a build, in a line; and what its reader has to know."""
    written = published.pages - published.unchanged
    pages = counted(published.pages, "page")
    line = f": {pages}, {written} written, {published.unchanged} unchanged, in {seconds:.1f} s"
    console().print(Text.assemble("The site is in ", (str(site), "done"), line))
    if published.fixed:
        words = f"Its files were replaced one by one, not in one step: {published.fixed}"
        console(error=True).print(Text(words, style="warning"))
    with suppress(OSError):  # somebody else is at it already
        for words in warnings(measure(site)):
            console(error=True).print(Text(words, style="warning"))
    if published.kept_in:
        _tell_kept(published.kept, published.kept_in)


def _tell_kept(kept: list[str], folder: Path) -> None:
    """Where that is now which people had put into the site."""
    number = counted(len(kept), "file")
    where = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
    words = f"{number} in the old site that no build had made: moved to {where}/"
    mend = "what is to be published as it is belongs into the folder of hand-written pages"
    names = [*kept[:SHOWN], *(["…"] if len(kept) > SHOWN else [])]
    out = console(error=True)
    out.print(Text.assemble((words, "warning"), f" ({', '.join(names)}); {mend}"))


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar where there is a terminal; nothing of it elsewhere."""
    out = console(error=True)
    if not out.is_terminal:
        yield lambda _done, _all: None
        return
    # drawn when there is something to show: where a thread of its own ran, nothing could be forked
    columns = (TextColumn("Building"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=out, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("pages", total=None)
        shown = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal shown
            if time.monotonic() - shown >= MOMENT:
                shown = time.monotonic()
                bar.update(task, completed=done, total=total, refresh=True)

        yield tell
