"""`factbook archive --all`: every source that has a `url`, and which links are dead."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple

from rich.table import Table
from rich.text import Text

from factbook.cli.archived import GENTLE, in_short, print_lines
from factbook.cli.console import console
from factbook.evidence.store import StoreError
from factbook.exchange.archiving import Brought, Finding
from factbook.exchange.web.limits import Unfetched, shown
from factbook.exchange.web.turns import Turns, fetch_all
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from factbook.cli.archived import Archive
    from factbook.exchange.archiving import State
    from factbook.exchange.web.limits import Fetched, Limits

BAD = frozenset({"dead", "refused", "failed"})
STYLES = {"archived": "done", "changed": "warning", **dict.fromkeys(BAD, "error")}


class Row(NamedTuple):
    """What became of one source: in a word, in a line, and with its finding where there is one."""

    source: str
    state: State
    told: str
    finding: Finding | None = None


def archive_all(room: Archive, limits: Limits, *, stale: bool) -> bool:
    """Archive the sources that have a `url`; with `stale`, leave those alone that are as they were.

    One that fails stops no other. False where one did.
    """
    urls = {name: one.url for name, one in room.dossier.ledger.sources.items() if one.url}
    fetch = room.fetcher(limits, Turns()).fetch
    rows = {}
    out = console(error=True)
    waiting = f"Asking for {counted(len(urls), 'document')} …"
    with out.status(waiting) if out.is_terminal else nullcontext():
        for name, found in fetch_all(urls, fetch):
            rows[name] = _row(room, name, urls[name], found, stale=stale)
    shown = [rows[name] for name in urls if not (stale and rows[name].state in GENTLE)]
    _print(shown)
    for row in shown:
        if row.finding and (row.finding.remarks or row.finding.lost):
            console().print(Text(row.source, style="path"))
            print_lines(room.told(row.finding))
    bare = len(room.dossier.ledger.sources) - len(urls)
    console().print(_sum(rows, bare))
    return not any(row.state in BAD for row in rows.values())


def _row(room: Archive, name: str, url: str, found: Fetched | Unfetched, *, stale: bool) -> Row:
    """What becomes of a source with what came from its address."""
    if isinstance(found, Unfetched):
        copy = room.dossier.ledger.sources[name].archive_url
        public = f"; a public copy is at {copy}" if copy else ""
        return Row(
            name, "dead" if found.dead else "refused", f"{found.reason}: {shown(url)}{public}"
        )
    try:
        finding = room.found(name, Brought(found.content, found.media_type, found.charset))
        # advertisements and counters change the bytes of a page at every visit
        if finding.state == "same text" or (stale and finding.state == "unchanged"):
            return Row(name, finding.state, in_short(finding))
        room.keep(name, finding)
    except StoreError as error:
        return Row(name, "failed", str(error))
    leads = f"; it leads to {shown(found.url)}" if found.url != url else ""
    gone = f"; {counted(len(finding.gone), 'quote')} no longer in it" if finding.gone else ""
    return Row(name, finding.state, f"{in_short(finding)}{gone}{leads}", finding)


def _print(rows: list[Row]) -> None:
    """A table on a terminal, a line for each source elsewhere."""
    out = console()
    if not out.is_terminal:
        for row in rows:
            out.print(Text(f"{row.source}: {row.state}: {row.told}"))
        return
    table = Table("source", "state", "what", box=None, pad_edge=False, header_style="rule")
    for row in rows:
        state = Text(row.state, style=STYLES.get(row.state, ""))
        table.add_row(Text(row.source, overflow="fold"), state, Text(row.told, overflow="fold"))
    if rows:
        out.print(table, soft_wrap=False)


def _sum(rows: dict[str, Row], bare: int) -> str:
    counts = Counter(row.state for row in rows.values())
    parts = ", ".join(f"{number} {state}" for state, number in sorted(counts.items()))
    without = f"; {counted(bare, 'source')} without a url" if bare else ""
    return f"{counted(len(rows), 'source')} with a url{': ' if parts else ''}{parts}{without}"
