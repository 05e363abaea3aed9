"""An archived document kept and recorded, and what became of it in words."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.text import Text

from factbook.cli.console import console, fail, report
from factbook.cli.opened import opened
from factbook.cli.size import in_words
from factbook.cli.writing import write_together
from factbook.diagnostics.problem import Problem
from factbook.editing.archiving import snapshot_recorded
from factbook.evidence.store import Store, StoreError, open_store
from factbook.exchange.archiving import Finding, found_of
from factbook.exchange.web.limits import resolve
from factbook.pages.wording import counted
from factbook.reading.configuration import Section, read_section
from factbook.reading.git import leaves_out
from factbook.reading.handwritten import folder_of_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factbook.dossier import Dossier
    from factbook.exchange.archiving import Brought
    from factbook.exchange.web.fetch import Fetcher
    from factbook.exchange.web.limits import Limits, Resolver
    from factbook.exchange.web.turns import Turns

SITE = "site"
GENTLE = frozenset({"same text", "unchanged"})


@dataclass(frozen=True, slots=True)
class Outside:
    """What is not ours to decide: the names of the network, how time passes, what time it is."""

    resolver: Resolver = resolve
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Archive:
    """A dossier with its store, and the time of its archiving."""

    root: Path
    dossier: Dossier
    store: Store
    outside: Outside

    def fetcher(self, limits: Limits, turn: Turns | None = None) -> Fetcher:
        """What fetches documents; `turn` is for those who fetch many."""
        from factbook.exchange.web.fetch import Fetcher  # noqa: PLC0415 - loads urllib3

        outside = self.outside
        if turn is None:
            return Fetcher(limits, outside.resolver, outside.clock)
        return Fetcher(limits, outside.resolver, outside.clock, turn)

    def found(self, source: str, brought: Brought) -> Finding:
        """What a document means for a source; raises StoreError."""
        moment = self.outside.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return found_of(source, brought, moment, self.dossier.ledger, self.store)

    def keep(self, source: str, finding: Finding) -> str:
        """Keep a document and record it in its source's file, whose path comes back.

        What others wrote into the file meanwhile stays. Raises StoreError.
        """
        self.store.keep(finding.content, finding.extracted.text)
        path = self.path_of(source)
        try:
            content = (self.root / path).read_bytes()
            made = snapshot_recorded(path, content, finding.fields)
            if isinstance(made, Problem):
                raise StoreError(f"{path}: {made.message}", made.mend)
            if made != content:
                write_together(self.root, {path: made})
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror}") from error
        return path

    def path_of(self, source: str) -> str:
        """The path of a source's file, in whichever root it is."""
        spot = self.dossier.ledger.spot(source).at("title")
        return self.dossier.documents[spot.path].source(spot)[1].path

    def warn(self) -> None:
        """Say so where git would take what was archived: articles have their owners."""
        place = self.store.on_disk
        inside = place is not None and place.is_relative_to(self.root.resolve())
        if place is not None and inside and not leaves_out(self.root, place / "00"):
            words = (
                f"git does not ignore {self.store.address}/: add it to .gitignore, for copyright"
            )
            console(error=True).print(Text(words, style="warning"))

    def told(self, finding: Finding) -> Iterator[Text]:
        """Lines on the quotes that a text does not carry, and on what else is to be known."""
        for remark in finding.remarks:
            yield Text(f"    {remark}", style="warning")
        for lost in finding.lost:
            was = {True: "no longer stands in it", False: "does not stand in it, nor did before"}
            words = was.get(bool(lost.stood), "") if lost.stood is not None else "is not in it"
            place = f"{lost.spot.path}:{self.dossier.line(lost.spot)}"
            quoted = Text.assemble("    ", (place, "path"), f": “{lost.quote}” {words}")
            yield quoted
            yield Text(f"        nearest: {lost.near or 'nothing like it'}", style="mend")


def archive_of(root: Path, second: Path | None, outside: Outside | None) -> Archive:
    """The dossier in a folder with its store; ends with a word where there is none."""
    dossier = opened(root, second)
    store = open_store(dossier.settings.snapshots, root)
    if isinstance(store, Problem):
        report(dossier, [store])
        fail("nothing was archived")
    _unpublished(store, root)
    return Archive(root, dossier, store, outside or Outside())


def _unpublished(store: Store, root: Path) -> None:
    """End where the store lies in a folder that a build publishes: articles have their owners."""
    section = read_section(root)
    site = section.setting("site_dir")[0] if isinstance(section, Section) else None
    for folder in (folder_of_pages(section), site if isinstance(site, str) else SITE):
        public = (root / folder).resolve()
        if store.on_disk and (store.on_disk == public or public in store.on_disk.parents):
            words = f"snapshots at {store.address} would be published with {folder}"
            fail(f"{words}: name another place under `snapshots` in mkdocs.yml")


def in_short(finding: Finding) -> str:
    """What came in, in a line: `text/html, 12.3 kB, 1,204 words`."""
    text = finding.extracted.text
    words = counted(len(text.split()), "word") if text is not None else "no text"
    size = in_words(len(finding.content))
    return ", ".join((finding.fields["media_type"], size, words))


def print_lines(lines: Iterator[Text]) -> None:
    """Lines on standard output."""
    out = console()
    for line in lines:
        out.print(line)
