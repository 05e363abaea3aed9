"""The lists: the records of one kind, in pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.pages.addresses import sheet_id
from factbook.pages.paging import LINES, LongList, Paging, paging, stretch
from factbook.pages.rows import date_of, latest_first, rows
from factbook.pages.view import Link, Page, Row

if TYPE_CHECKING:
    from factbook.facts.dates import Edtf
    from factbook.facts.ledger import Ledger
    from factbook.pages.links import Desk

TITLES = {
    "incidents": "Incidents",
    "statements": "Statements",
    "actors": "Actors",
    "places": "Places",
    "sources": "Sources",
}
DATED = ("incidents", "statements", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Page):
    """The view of one page of a list; `dated` ones are in the order of time, the latest first."""

    template: ClassVar[str] = "list.html"
    dated: bool
    rows: tuple[Row, ...]
    paging: Paging


def listed_records(section: str, ledger: Ledger) -> LongList[str]:
    """The list of a section, in its order; what is only mentioned stays off it."""

    def dated(name: str) -> Edtf | None:
        return date_of(name, ledger)

    records = getattr(ledger, section)
    names = latest_first((name for name in records if not _is_mention(name, ledger)), ledger)
    when = dated if section in DATED else None
    return LongList(names, LINES, section.removesuffix("s"), when)


def list_page(section: str, number: int, whole: LongList[str], desk: Desk) -> ListPage:
    """The page of this number of the list of one section."""

    def to(page: int) -> Link:
        return desk.to_sheet(section, page)

    title = TITLES[section]
    return ListPage(
        id=sheet_id(number) or section,
        section=section,
        address=desk.here,
        is_list=number == 1,
        title=title if number == 1 else f"{title}, page {number}",
        description=f"{title}: {len(whole.items)}",
        dated=whole.date_of is not None,
        rows=rows(stretch(whole.items, number, LINES), desk),
        paging=paging(whole, number, to),
    )


def _is_mention(name: str, ledger: Ledger) -> bool:
    """One named in passing has an address, and stays off the lists."""
    incident = ledger.incidents.get(name)
    return incident is not None and incident.mention
