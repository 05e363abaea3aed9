"""The lists: one page for each kind of record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.facts.dates import in_words
from factbook.facts.ledger import voices
from factbook.pages.view import Page, Row
from factbook.pages.wording import counted, date_of_source, listed, voice_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.facts.dates import Edtf
    from factbook.facts.ledger import Ledger
    from factbook.pages.links import Desk

    Facts = Callable[[str, Ledger], list[str]]

TITLES = {
    "incidents": "Incidents",
    "statements": "Statements",
    "actors": "Actors",
    "places": "Places",
    "sources": "Sources",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Page):
    """The view of a list."""

    template: ClassVar[str] = "list.html"
    is_list: ClassVar[bool] = True
    rows: tuple[Row, ...]


def list_page(section: str, desk: Desk) -> ListPage:
    """The list of one section: dated records by date, the others by title."""
    ledger = desk.ledger
    records = [name for name in getattr(ledger, section) if not _is_mention(name, ledger)]
    conflicts = Counter(conflict.subject for conflict in desk.weighing.conflicts.values())
    rows = [
        Row(
            link=desk.to(name),
            facts=tuple(filter(None, FACTS[section](name, ledger))),
            contested=counted(conflicts[name], "conflict") if conflicts[name] else "",
        )
        for name in sorted(records, key=lambda name: _order(section, name, ledger))
    ]
    return ListPage(
        id=section,
        section=section,
        address=desk.here,
        title=TITLES[section],
        description=f"{TITLES[section]}: {len(rows)}",
        rows=tuple(rows),
    )


def _is_mention(name: str, ledger: Ledger) -> bool:
    """One named in passing has an address, and stays off the lists."""
    incident = ledger.incidents.get(name)
    return incident is not None and incident.mention


def _order(section: str, name: str, ledger: Ledger) -> tuple[float, str, str]:
    """The latest first where records have dates, then by title."""
    date = _date(section, name, ledger)
    day = date.usual.low if date is not None and date.known else 0.0
    return (-day, ledger.title(name).casefold(), name)


def _date(section: str, name: str, ledger: Ledger) -> Edtf | None:
    match section:
        case "incidents":
            return ledger.incidents[name].date
        case "statements":
            return ledger.statements[name].on
        case "sources":
            return ledger.sources[name].published
    return None


def _incident(name: str, ledger: Ledger) -> list[str]:
    incident = ledger.incidents[name]
    return [
        in_words(incident.date) if incident.date else "",
        ledger.title(incident.place) if incident.place else "",
        counted(len(ledger.of_subject.get(name, ())), "claim"),
    ]


def _statement(name: str, ledger: Ledger) -> list[str]:
    statement = ledger.statements[name]
    return [
        listed(voice_in_words(voice, ledger) for voice in voices(statement.by)),
        in_words(statement.on),
        counted(len(ledger.in_statement.get(name, ())), "claim"),
    ]


def _actor(name: str, ledger: Ledger) -> list[str]:
    claims = len(ledger.by_voice.get(name, ()))
    return [ledger.actors[name].kind, f"makes {counted(claims, 'claim')}" if claims else ""]


def _place(name: str, ledger: Ledger) -> list[str]:
    place = ledger.places[name]
    return [place.kind, f"in {ledger.title(place.within)}" if place.within else ""]


def _source(name: str, ledger: Ledger) -> list[str]:
    source = ledger.sources[name]
    publisher = ledger.title(source.publisher) if source.publisher in ledger.actors else ""
    claims = counted(len(ledger.by_source.get(name, ())), "claim")
    return [publisher, date_of_source(source), claims]


FACTS: dict[str, Facts] = {
    "incidents": _incident,
    "statements": _statement,
    "actors": _actor,
    "places": _place,
    "sources": _source,
}
