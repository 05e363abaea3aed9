"""The home page of a dossier whose editors have written none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from factbook.pages.addresses import CONFLICTS, RECORDS
from factbook.pages.conflict_rows import ConflictRow, conflict_row
from factbook.pages.listing import TITLES, listed_records
from factbook.pages.rows import rows
from factbook.pages.view import Link, Page, Row
from factbook.pages.wording import counted, listed

if TYPE_CHECKING:
    from factbook.pages.contested_index import ContestedIndex
    from factbook.pages.links import Desk

HOME = "home"
LATEST = 10  # incidents, and as many conflicts: what a reader takes in before choosing a list


class OwnWords(NamedTuple):
    """What a dossier is called, and what it says that it is."""

    title: str = ""
    about: str = ""


NO_WORDS = OwnWords()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """The view of the home page; `evidence` says on how much the dossier rests."""

    template: ClassVar[str] = "home.html"
    about: str
    evidence: str
    incidents: tuple[Row, ...]
    conflicts: tuple[ConflictRow, ...]
    lists: tuple[tuple[Link, int], ...]
    all_incidents: Link
    all_conflicts: Link


def home_page(own: OwnWords, index: ContestedIndex, desk: Desk) -> HomePage:
    """The home page of the dossier that calls itself so."""
    ledger = desk.ledger
    names = listed_records("incidents", ledger).items
    evidence = listed(
        (
            counted(len(ledger.claims), "claim"),
            counted(len(ledger.by_voice.keys() & ledger.actors.keys()), "named speaker"),
            counted(len(ledger.sources), "document"),
        )
    )
    lists = [
        (desk.to_sheet(one, 1, words=TITLES[one]), len(getattr(ledger, one))) for one in RECORDS
    ]
    return HomePage(
        id=HOME,
        section=HOME,
        address=desk.here,
        is_list=True,
        title=own.title or "Home",
        description=own.about or f"{own.title}: {evidence}.",
        about=own.about,
        evidence=evidence,
        incidents=rows(names[:LATEST], desk),
        conflicts=tuple(conflict_row(one, desk) for one in index.everything[:LATEST]),
        lists=tuple((link, number) for link, number in lists if number),
        all_incidents=desk.to_sheet("incidents", 1, words=counted(len(names), "incident")),
        all_conflicts=desk.to_sheet(CONFLICTS, 1, words=counted(len(index.everything), "conflict")),
    )
