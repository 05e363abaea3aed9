"""The timeline: incidents and statements in the order of time, as precisely as they are dated.

It begins with the earliest, so that what is added at its end leaves the pages before it alone. A
date that is only a month or a span stands as that, before the days that lie in it, and under the
heading of all the years it may lie in.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from factbook.facts.dates import in_words
from factbook.facts.ledger import voices
from factbook.pages.addresses import TIMELINE, sheet_id
from factbook.pages.paging import (
    LINES,
    LongList,
    Paging,
    paging,
    stretch,
    years_in_words,
    years_of,
)
from factbook.pages.rows import MENTIONED, date_of
from factbook.pages.view import Link, Page
from factbook.pages.wording import counted, voices_in_words

if TYPE_CHECKING:
    from factbook.facts.dates import Edtf
    from factbook.facts.ledger import Ledger
    from factbook.pages.links import Desk

TITLE = "Timeline"
OPEN_YEARS = "Without a first or a last day"


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the timeline; `date` is in words, `who` the place or the speakers."""

    date: str
    link: Link
    kind: str
    who: str
    mark: str  # named in passing
    contested: Link | None  # where the date itself is


@dataclass(frozen=True, slots=True)
class Year:
    """The moments of one year, or of several where dates are no more precise."""

    title: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage(Page):
    """The view of one page of the timeline; `undated` counts what it leaves out, in words."""

    template: ClassVar[str] = "timeline.html"
    years: tuple[Year, ...]
    undated: str
    paging: Paging


def dated_records(ledger: Ledger) -> LongList[str]:
    """Incidents and statements that have a date, from the earliest to the latest."""
    names = (name for name in (*ledger.incidents, *ledger.statements) if _date(name, ledger))
    ordered = sorted(names, key=lambda name: _order(name, ledger))
    return LongList(ordered, LINES, "entry|entries", lambda name: _date(name, ledger))


def timeline_page(number: int, whole: LongList[str], desk: Desk) -> TimelinePage:
    """The page of this number of the timeline."""
    ledger, names = desk.ledger, whole.items
    undated = len(ledger.incidents) + len(ledger.statements) - len(names)

    def to(page: int) -> Link:
        return desk.to_sheet(TIMELINE, page)

    shown = groupby(stretch(names, number, LINES), key=lambda name: _years(name, ledger))
    return TimelinePage(
        id=sheet_id(number) or TIMELINE,
        section=TIMELINE,
        address=desk.here,
        is_list=number == 1,
        title=TITLE if number == 1 else f"{TITLE}, page {number}",
        description=f"{TITLE}: {_counted(len(names))}.",
        years=tuple(
            Year(title, tuple(_moment(name, desk) for name in some)) for title, some in shown
        ),
        undated=_counted(undated) if undated else "",
        paging=paging(whole, number, to),
    )


def _counted(number: int) -> str:
    return counted(number, "incident or statement", "incidents and statements")


def _date(name: str, ledger: Ledger) -> Edtf | None:
    date = date_of(name, ledger)
    return date if date is not None and date.known else None


def _order(name: str, ledger: Ledger) -> tuple[float, float, bool, str, str]:
    """By the first day; the less precise before the more, what happened before what was said."""
    date = _date(name, ledger)
    low, high = date.usual if date else (0.0, 0.0)
    said = name in ledger.statements
    return (low, -high, said, ledger.title(name).casefold(), name)


def _years(name: str, ledger: Ledger) -> str:
    years = years_of(_date(name, ledger))
    return years_in_words(*years) if years else OPEN_YEARS


def _moment(name: str, desk: Desk) -> Moment:
    ledger = desk.ledger
    date = _date(name, ledger)
    incident = ledger.incidents.get(name)
    conflict = desk.weighing.conflicts.get(f"{name}.date")
    if incident:
        who = ledger.title(incident.place) if incident.place else ""
    else:
        who = voices_in_words(voices(ledger.statements[name].by), ledger)
    return Moment(
        date=in_words(date) if date else "",
        link=desk.to(name),
        kind="incident" if incident else "statement",
        who=who,
        mark=MENTIONED if incident and incident.mention else "",
        contested=Link("date contested", desk.to_conflict(conflict).href) if conflict else None,
    )
