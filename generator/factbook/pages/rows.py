"""Records as lines of lists: what a reader needs to choose among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.dates import in_words
from factbook.facts.ledger import voices
from factbook.pages.view import Link, Row
from factbook.pages.wording import counted, date_of_source, voices_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factbook.facts.dates import Edtf
    from factbook.facts.ledger import Ledger
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import Conflict, DeclaredOne

    Facts = Callable[[str, Ledger], list[str]]

MENTIONED = "named in passing"


def rows(names: Sequence[str], desk: Desk) -> tuple[Row, ...]:
    """A line for each record, of whatever kind it is."""
    return tuple(row(name, desk) for name in names)


def row(name: str, desk: Desk, *more: str) -> Row:
    """The line of one record, with `more` to be said of it."""
    kind = desk.ledger.kind(name)
    facts = FACTS[kind](name, desk.ledger) if kind else []
    incident = desk.ledger.incidents.get(name)
    return Row(
        link=desk.to(name),
        facts=tuple(filter(None, (*facts, *more))),
        contested=to_conflicts(name, desk),
        mark=MENTIONED if incident and incident.mention else "",
    )


def to_conflicts(name: str, desk: Desk) -> Link | None:
    """`2 conflicts`: to the page of the only one, or to where its subject's page lists them."""
    found = conflicts_of(name, desk)
    words = counted(len(found), "conflict")
    if len(found) < 2:
        return Link(words, desk.to_conflict(found[0]).href) if found else None
    page = desk.to(name).href
    return Link(words, f"{'' if page == '.' else page}#contested")


def conflicts_of(name: str, desk: Desk) -> list[Conflict | DeclaredOne]:
    """The conflicts of one subject: those that rules found, then those that editors declare."""
    roots = desk.weighing.bounds.upper.roots
    claims = desk.ledger.of_subject.get(name, ())
    families = dict.fromkeys(roots.get(claim.entry.attribute, "") for claim in claims)
    found = (desk.weighing.conflicts.get(f"{name}.{family}") for family in families)
    declared = (one for one in declared_of(name, desk) if one.kind)
    return [*filter(None, found), *declared]


def declared_of(name: str, desk: Desk) -> list[DeclaredOne]:
    """What editors declare in the file of one subject, differences that are no conflict too."""
    record = desk.ledger.subject(name)
    found = (
        (desk.weighing.declared.get(f"{name}.{key}") for key in record.conflicts) if record else ()
    )
    return [one for one in found if one]


def latest_first(names: Iterable[str], ledger: Ledger) -> list[str]:
    """Dated records from the latest to the earliest, then by title."""
    return sorted(names, key=lambda name: _order(name, ledger))


def date_of(name: str, ledger: Ledger) -> Edtf | None:
    """The date of an incident, a statement or a document."""
    if incident := ledger.incidents.get(name):
        return incident.date
    if statement := ledger.statements.get(name):
        return statement.on
    source = ledger.sources.get(name)
    return source.published if source else None


def _order(name: str, ledger: Ledger) -> tuple[float, str, str]:
    date = date_of(name, ledger)
    day = date.usual.low if date is not None and date.known else 0.0
    return (-day, ledger.title(name).casefold(), name)


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
        voices_in_words(voices(statement.by), ledger),
        in_words(statement.on),
        counted(len(ledger.in_statement.get(name, ())), "claim"),
    ]


def _actor(name: str, ledger: Ledger) -> list[str]:
    claims = len(ledger.by_voice.get(name, ()))
    return [ledger.actors[name].kind, f"makes {counted(claims, 'claim')}" if claims else ""]


def _place(name: str, ledger: Ledger) -> list[str]:
    place = ledger.places[name]
    incidents = len(ledger.references.happened.get(name, ()))
    return [
        place.kind,
        f"in {ledger.title(place.within)}" if place.within else "",
        counted(incidents, "incident") if incidents else "",
    ]


def _source(name: str, ledger: Ledger) -> list[str]:
    source = ledger.sources[name]
    publisher = ledger.title(source.publisher) if source.publisher in ledger.actors else ""
    claims = counted(len(ledger.by_source.get(name, ())), "claim")
    return [publisher, date_of_source(source), claims]


FACTS: dict[str, Facts] = {
    "incident": _incident,
    "statement": _statement,
    "actor": _actor,
    "place": _place,
    "source": _source,
}
