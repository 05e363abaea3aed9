"""`factbook size`: how large the built site is, and how far hosts allow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.cli.console import console, fail, root_option
from factbook.cli.opened import configured
from factbook.outputs.publishing.limits import LIMITS, NEAR, Limit, Size, measure, near
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE = "site"
SHOWN = 10
UNITS = ("bytes", "kB", "MB", "GB")


@click.command()
@click.option(
    "--most", type=click.IntRange(min=1), default=SHOWN, help="How many of the largest to list."
)
@root_option
def size(root: Path, most: int) -> None:
    """Say how large the built site is: its largest pages and files, and the limits of hosts."""
    named, _ = configured(root).setting("site_dir")
    site = root / (named if isinstance(named, str) else SITE)
    if not site.is_dir():
        fail(f"there is no site in {site}: make it with `factbook build`")
    try:
        measured = measure(site)
    except OSError as error:
        fail(f"the site cannot be read: {error}")
    out = console()
    for line in (*_listed(site, measured, most), *map(Text, _limits(measured))):
        out.print(line)


def warnings(measured: Size) -> Iterator[str]:
    """A line for each limit that a site is near or over."""
    for limit in near(measured):
        over = "more than" if measured.share(limit) > 1 else "near"
        used, allowed = _amount(limit, measured.of(limit)), _amount(limit, limit.most)
        yield f"{used}: {over} the {allowed} that {limit.host} takes; see `factbook size`"


def _listed(site: Path, measured: Size, most: int) -> Iterator[Text]:
    number = f"{counted(len(measured.files), 'file')}, {counted(len(measured.pages), 'page')}"
    yield Text.assemble((str(site), "path"), f": {number}, {in_words(measured.bytes)}")
    others = [one for one in measured.files if not one.name.endswith(".html")]
    for heading, files in (("Largest pages", measured.pages), ("Largest other files", others)):
        yield Text(f"\n{heading}")
        for one in files[:most]:
            yield Text(f"  {in_words(one.size):>10}  {one.name}")


def _limits(measured: Size) -> Iterator[str]:
    yield "\nWhat hosts take, as far as they say so"
    for limit in LIMITS:
        share = measured.share(limit)
        told = "too much" if share > 1 else "near it" if share >= NEAR else "fits"
        whom = f" {limit.whom}" if limit.whom else ""
        used, allowed = _amount(limit, measured.of(limit)), _amount(limit, limit.most)
        yield f"  {limit.host}{whom}: {allowed}; {used} here: {told} (known in {limit.known})"


def _amount(limit: Limit, number: int) -> str:
    """So much of what a limit is about, in words."""
    if limit.what == "files":
        return f"{number:,} files"
    return (
        f"{in_words(number)} in all" if limit.what == "bytes" else f"a file of {in_words(number)}"
    )


def in_words(number: int) -> str:
    """A number of bytes, in the largest unit that leaves something before the point."""
    value = float(number)
    for unit in UNITS[:-1]:
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "bytes" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} {UNITS[-1]}"
