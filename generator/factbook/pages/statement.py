"""The page of a statement: who said it, when, what it says, and which documents carry it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from factbook.facts.dates import in_words
from factbook.facts.ledger import voices
from factbook.pages.claims import by_attribute, described, grounds, prose
from factbook.pages.conflict_rows import rows_of_conflicts
from factbook.pages.listings import claims_by_role, claims_of_statement, records
from factbook.pages.paging import LINES
from factbook.pages.part import Listing, Part, Shown, parts
from factbook.pages.view import ClaimGroup, Grounds, Link, Page, Prose, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.facts.references import Kin
    from factbook.pages.links import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage(Page):
    """The view of a statement; `carried_by` counts the documents."""

    template: ClassVar[str] = "statement.html"
    by: tuple[Link, ...]
    on: str
    channel: str
    about: tuple[Link, ...]
    carried_by: int
    summary: Prose
    note: str
    grounds: Grounds
    contested: tuple[Row, ...]
    groups: tuple[ClaimGroup, ...]
    parts: tuple[Part, ...]


def statement_page(name: str, desk: Desk, *, whole: bool = False) -> StatementPage:
    """The page of the statement with this id; `whole` with all of its lists, however long."""
    statement = desk.ledger.statements[name]
    said, own = desk.ledger.in_statement.get(name, ()), desk.ledger.of_subject.get(name, ())
    return StatementPage(
        id=name,
        section="statements",
        address=desk.here,
        title=statement.title,
        description=described(statement.title, [*said, *own]),
        by=tuple(map(desk.to_voice, voices(statement.by))),
        on=in_words(statement.on),
        channel=statement.channel,
        about=tuple(map(desk.to, statement.about)),
        carried_by=len(_documents(name, desk)),
        summary=prose(statement.summary, name, desk),
        note=statement.note,
        grounds=grounds(statement, desk),
        contested=rows_of_conflicts(name, desk),
        groups=by_attribute(own, desk),
        parts=parts(statement_listings(name, desk), name, desk, whole=whole),
    )


def statement_listings(name: str, desk: Desk) -> tuple[Listing[Any], ...]:
    """The lists of the statement's page."""
    found = desk.ledger.references
    return (
        claims_of_statement(desk.ledger.in_statement.get(name, ())),
        _kin(name, desk),
        claims_by_role("named", "Claims that name it", found.naming.get(name, ()), desk),
        records("about", "Statements about it", "statement", found.about.get(name, ()), desk),
        records("documents", "Carried by", "document", _documents(name, desk), desk),
    )


def _documents(name: str, desk: Desk) -> list[str]:
    said = desk.ledger.in_statement.get(name, ())
    cited = [*desk.ledger.statements[name].cite, *(one for it in said for one in it.entry.cite)]
    return [*dict.fromkeys(one.source for one in cited)]


def _kin(name: str, desk: Desk) -> Listing[Kin]:
    """The statements that this one may be, whichever of the two files says so."""

    def draw(some: Sequence[Kin], at: Desk) -> Shown:
        return Shown(
            rows=tuple(
                Row(at.to(one.statement), (f"{one.certainty}: {one.because}",)) for one in some
            )
        )

    return Listing(
        anchor="kin",
        heading="Perhaps the same statement",
        unit="statement",
        items=desk.ledger.references.kin.get(name, ()),
        size=LINES,
        draw=draw,
    )
