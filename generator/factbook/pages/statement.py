"""The page of a statement: who said it, when, what it says, and which documents carry it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.facts.dates import in_words
from factbook.facts.ledger import voices
from factbook.pages.claims import by_attribute, by_subject, described, grounds, prose
from factbook.pages.view import ClaimGroup, Grounds, Link, Page, Prose

if TYPE_CHECKING:
    from factbook.pages.links import Desk


@dataclass(frozen=True, slots=True)
class Kinship:
    """Another statement that may be the same one."""

    statement: Link
    certainty: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage(Page):
    """The view of a statement."""

    template: ClassVar[str] = "statement.html"
    by: tuple[Link, ...]
    on: str
    channel: str
    about: tuple[Link, ...]
    summary: Prose
    note: str
    grounds: Grounds
    perhaps_same: tuple[Kinship, ...]
    said: tuple[ClaimGroup, ...]
    groups: tuple[ClaimGroup, ...]
    documents: tuple[Link, ...]


def statement_page(name: str, desk: Desk) -> StatementPage:
    """The page of the statement with this id."""
    statement = desk.ledger.statements[name]
    said = desk.ledger.in_statement.get(name, ())
    cited = [*statement.cite, *(one for claim in said for one in claim.entry.cite)]
    return StatementPage(
        id=name,
        section="statements",
        address=desk.here,
        title=statement.title,
        description=described(statement.title, [*said, *desk.ledger.of_subject.get(name, ())]),
        by=tuple(map(desk.to_voice, voices(statement.by))),
        on=in_words(statement.on),
        channel=statement.channel,
        about=tuple(map(desk.to, statement.about)),
        summary=prose(statement.summary, name, desk),
        note=statement.note,
        grounds=grounds(statement, desk),
        perhaps_same=_kin(name, desk),
        said=by_subject(said, desk),
        groups=by_attribute(desk.ledger.of_subject.get(name, ()), desk),
        documents=tuple(desk.to(source) for source in dict.fromkeys(one.source for one in cited)),
    )


def _kin(name: str, desk: Desk) -> tuple[Kinship, ...]:
    """The statements that this one may be, whichever of the two files says so."""
    found = []
    for other, statement in desk.ledger.statements.items():
        for link in statement.perhaps_same:
            if name == other:
                found.append(Kinship(desk.to(link.statement), link.certainty, link.because))
            elif name == link.statement:
                found.append(Kinship(desk.to(other), link.certainty, link.because))
    return tuple(found)
