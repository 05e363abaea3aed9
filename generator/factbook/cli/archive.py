"""`factbook archive`: the documents of sources, kept with their texts and known by their hash."""

from __future__ import annotations

import mimetypes
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.cli.archive_all import archive_all
from factbook.cli.archived import Archive, Outside, archive_of, in_short, print_lines
from factbook.cli.console import FAILED, console, fail, root_option, with_option
from factbook.diagnostics.problem import did_you_mean
from factbook.evidence.store import StoreError
from factbook.exchange.archiving import Brought
from factbook.exchange.web.limits import MEGABYTE, Fetched, Limits, shown

if TYPE_CHECKING:
    from factbook.exchange.archiving import Finding

DEFAULTS = Limits()
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


@click.command()
@click.argument("source", required=False)
@click.argument("document", required=False, metavar="[FILE|URL]")
@click.option("--all", "every", is_flag=True, help="Archive every source that has a `url`.")
@click.option("--stale", is_flag=True, help="With --all: leave alone what is as it was archived.")
@click.option("--private", is_flag=True, help="Allow addresses of this machine and of networks.")
@click.option(
    "--megabytes",
    type=click.FloatRange(min=0, min_open=True),
    default=DEFAULTS.bytes / MEGABYTE,
    metavar="MB",
    help="How large a document from the web may be.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=DEFAULTS.seconds,
    metavar="SECONDS",
    help="How long one may take.",
)
@root_option
@with_option
@click.pass_obj
def archive(  # noqa: PLR0913 - as many as a user may ask for
    outside: Outside | None,
    /,
    *,
    source: str | None,
    document: str | None,
    root: Path,
    second: Path | None,
    megabytes: float,
    seconds: float,
    every: bool,
    stale: bool,
    private: bool,
) -> None:
    """Keep the document of a SOURCE with its text, and record hash, size and time in its file.

    The document is a FILE or comes from a URL; without either, from the source's own `url`. A page
    that has changed is kept in both versions, and the quotes it lost are named.
    """
    if every == bool(source) or (stale and not every):
        fail("name a SOURCE, or say --all; --stale goes with --all")
    limits = Limits(bytes=int(megabytes * MEGABYTE), seconds=seconds, private=private)
    room = archive_of(root, second, outside)
    is_whole = True
    if every:
        is_whole = archive_all(room, limits, stale=stale)
    else:
        _archive_one(room, str(source), document, limits)
    room.warn()
    if not is_whole:
        sys.exit(FAILED)


def _archive_one(room: Archive, source: str, document: str | None, limits: Limits) -> None:
    """Archive the document of one source, or end with why not."""
    sources = room.dossier.ledger.sources
    if source not in sources:
        if source in room.dossier.ledger.subjects.broken:
            fail(f"the file of {source} is broken: mend it first, `factbook check` says how")
        hint = did_you_mean(source, sources, "see facts/sources for the ids")
        fail(f"there is no source {source}: {hint}")
    place = document or sources[source].url
    if not place:
        fail(f"{source} has no url: name a file or an address after it")
    brought = _brought(place, room, limits)
    try:
        finding = room.found(source, brought)
        path = room.keep(source, finding)
    except StoreError as error:
        fail(": ".join(filter(None, (f"nothing was recorded: {error}", error.mend))))
    _tell(room, source, finding, path)


def _brought(place: str, room: Archive, limits: Limits) -> Brought:
    """The document at an address or in a file; ends with why there is none."""
    if _URL.match(place) and not Path(place).exists():
        found = room.fetcher(limits).fetch(place)
        if isinstance(found, Fetched):
            if found.url != place:
                console().print(Text(f"{place} leads to {shown(found.url)}"))
            return Brought(found.content, found.media_type, found.charset)
        fail(f"nothing was archived: {shown(place)}: {found.reason}")
    path = Path(place)
    if path.exists() and not (path.is_file() or path.is_dir()):
        fail(f"{place} is no file")  # a device or a pipe may never end
    try:
        content = path.read_bytes()
    except OSError as error:
        fail(f"{place} cannot be read: {error.strerror}")
    if not content:
        fail(f"nothing was archived: {place} is empty")
    # Python's own table, so that the same file is the same on every machine
    media_type, _ = mimetypes.MimeTypes().guess_type(place)
    return Brought(content, media_type or "")


def _tell(room: Archive, source: str, finding: Finding, path: str) -> None:
    sha256 = finding.fields["sha256"]
    out = console()
    said = {
        "archived": "archived",
        "changed": "has changed: both versions are named in its file",
        "same text": "has other bytes and the same text: both are named in its file",
        "unchanged": "is as it was archived",
    }
    out.print(Text.assemble((source, "path"), f" {said[finding.state]}: {in_short(finding)}"))
    out.print(Text(f"    sha256 {sha256}, recorded in {path}", style="rule"))
    print_lines(room.told(finding))
