"""`factbook verify`: whether the words stand in the documents."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from factbook.cli.console import (
    FAILED,
    console,
    fail,
    report,
    root_option,
    stop_outside,
    strict_option,
    with_option,
)
from factbook.cli.writing import write_together
from factbook.diagnostics.formats import summed_up
from factbook.diagnostics.problem import is_fatal
from factbook.evidence.at_hand import at_hand
from factbook.evidence.quotes import verify as verify_quotes
from factbook.evidence.recording import departures, idle_locks, locks_of
from factbook.pages.wording import counted
from factbook.pipeline import examine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.diagnostics.problem import Problem
    from factbook.diagnostics.spot import Spot
    from factbook.dossier import Dossier
    from factbook.evidence.quotes import Verified

# why a quote is unverified, so that it need not be said again that it is
SAID = frozenset({"quote-missing", "quote-context", "no-snapshot"})


@click.command()
@root_option
@with_option
@click.option(
    "--snapshots",
    metavar="DIRECTORY",
    default="",
    help="The archived documents, under whatever names; by default what FACTBOOK_SNAPSHOTS or "
    "mkdocs.yml names.",
)
@click.option(
    "--check", "only_check", is_flag=True, help="Write no lock, and fail if one would be."
)
@strict_option
def verify(
    root: Path, second: Path | None, snapshots: str, *, only_check: bool, strict: bool
) -> None:
    """Look for every quote in the archived text of its document, and record what was found.

    Locks beside the files of sources keep where each quote stands, in which bytes, and since when
    that is known; what is gone is taken out of them.
    """
    stop_outside(root)
    dossier = examine(root, second)
    store, problems = at_hand(root, dossier.settings.snapshots, snapshots)
    today = f"{datetime.now(UTC).date()}"
    verified = verify_quotes(dossier.ledger, store or {}, dossier.evidence, today)
    if store is not None:
        problems += verified.problems
        away = f"{Path(os.path.relpath(second, root)).as_posix()}/" if second else ""
        locks = _locks(dossier, verified, away)
        changed = [path for path, content in locks.items() if dossier.locks.get(path) != content]
        problems += departures(verified, dossier.evidence, dossier.locks)
        if not only_check and changed and not dossier.ledger.subjects.broken:
            _write(root, locks, changed)
            before = [one for one in dossier.problems if one.rule == "broken-lock"]
            dossier = examine(root, second)
            problems += before  # what was amiss is told even where it is mended now
    else:
        changed = []
    found = _all_problems(dossier, problems)
    report(dossier, found)
    gone = {path for path in changed if locks[path] is None} if changed else set()
    _tell(dossier, changed, gone, only_check=only_check)
    told = _summary(dossier, verified, at_hand=store is not None)
    console().print(f"{told}: {summed_up(found)}")
    if is_fatal(found, strict=strict) or (only_check and changed):
        sys.exit(FAILED)


def _locks(dossier: Dossier, verified: Verified, away: str) -> dict[str, bytes | None]:
    """Path -> text of every lock of a source; None for one that has nothing left to record."""

    def home(spot: Spot) -> str:
        document, _ = dossier.documents[spot.path].source(spot)
        return away if away and document.path.startswith(away) else ""

    facts = dossier.settings.facts
    locks = locks_of(dossier.ledger, verified, dossier.evidence, home)
    idle = [path for root in ("", away) for path in idle_locks(dossier.locks, locks, facts, root)]
    return {**locks, **dict.fromkeys(idle)}


def _write(root: Path, locks: dict[str, bytes | None], changed: Sequence[str]) -> None:
    written = {path: content for path in changed if (content := locks[path]) is not None}
    try:
        write_together(root, written, [path for path in changed if locks[path] is None])
    except OSError as error:
        fail(f"nothing was written: {error.filename}: {error.strerror}")


def _all_problems(dossier: Dossier, problems: Sequence[Problem]) -> list[Problem]:
    """Those of the dossier and of its quotes; why a quote is unverified says that it is."""
    said = {one.spot._replace(route=one.spot.route[:-1]) for one in problems if one.rule in SAID}
    said |= {one.spot for one in problems if one.rule in SAID}
    rest = [
        one
        for one in dossier.problems
        if one.rule != "unverified-quote"
        or not {one.spot, one.spot._replace(route=one.spot.route[:-1])} & said
    ]
    return list(dict.fromkeys([*rest, *dossier.graded(problems)]))


def _tell(dossier: Dossier, changed: Sequence[str], gone: set[str], *, only_check: bool) -> None:
    """Which locks changed, and which are `gone`, since they record nothing any more."""
    out = console()
    broken = dossier.ledger.subjects.broken
    for path in changed:
        would, done = ("would go", "removed") if path in gone else ("would change", "written")
        done = would if only_check else "not written" if broken else done
        out.print(f"{path} {done}")
    if changed and broken and not only_check:
        words = "locks wait until every file can be read, so that no quote is taken for gone"
        out.print(Text(words, style="warning"))


def _summary(dossier: Dossier, verified: Verified, *, at_hand: bool) -> str:
    """How many quotes were found, and how many are only known from locks."""
    total = counted(len(dossier.ledger.citations()), "quote")
    recorded = f"{verified.recorded} recorded, not re-verified"
    if not at_hand:
        return f"{verified.recorded} of {total} recorded, not re-verified"
    return f"{verified.found} of {total} found" + (f", {recorded}" if verified.recorded else "")
