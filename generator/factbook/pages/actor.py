"""The page of an actor: its part in what happened, what it says, and how documents name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from factbook.pages.claims import by_attribute, described, grounds, prose
from factbook.pages.conflict_rows import rows_of_conflicts
from factbook.pages.listings import claims_by_role, claims_by_subject, records
from factbook.pages.names import names_listing
from factbook.pages.part import Part, parts
from factbook.pages.remarks import record_remarks
from factbook.pages.view import ClaimGroup, Grounds, Link, Page, Prose, Remark, Row

if TYPE_CHECKING:
    from factbook.pages.links import Desk
    from factbook.pages.part import Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage(Page):
    """The view of an actor; `alike` are actors that it may be one and the same with."""

    template: ClassVar[str] = "actor.html"
    kind: str
    part_of: tuple[Link, ...]
    speaks_for: Link | None
    alike: tuple[Row, ...]
    summary: Prose
    note: str
    details: tuple[Remark, ...]
    grounds: Grounds
    contested: tuple[Row, ...]
    groups: tuple[ClaimGroup, ...]
    parts: tuple[Part, ...]


def actor_page(name: str, desk: Desk, *, whole: bool = False) -> ActorPage:
    """The page of the actor with this id; `whole` with all of its lists, however long."""
    ledger = desk.ledger
    actor = ledger.actors[name]
    own = ledger.of_subject.get(name, ())
    said, about = ledger.by_voice.get(name, ()), ledger.references.naming.get(name, ())
    return ActorPage(
        id=name,
        section="actors",
        address=desk.here,
        title=actor.title,
        description=described(actor.title, [*said, *about, *own]),
        kind=actor.kind,
        part_of=tuple(map(desk.to, actor.part_of)),
        speaks_for=desk.to(actor.speaks_for) if actor.speaks_for else None,
        alike=_alike(name, desk),
        summary=prose(actor.summary, name, desk),
        note=actor.note,
        details=record_remarks(actor, desk.ledger),
        grounds=grounds(actor, desk),
        contested=rows_of_conflicts(name, desk),
        groups=by_attribute(own, desk),
        parts=parts(actor_listings(name, desk), name, desk, whole=whole),
    )


def actor_listings(name: str, desk: Desk) -> tuple[Listing[Any], ...]:
    """The lists of the actor's page."""
    ledger = desk.ledger
    found, said = ledger.references, ledger.by_voice.get(name, ())
    return (
        claims_by_role(
            "roles",
            "How others name this actor",
            found.naming.get(name, ()),
            desk,
            lead="In which role, on whose word: what others say is theirs to answer for.",
        ),
        records(
            "about", "Statements about this actor", "statement", found.about.get(name, ()), desk
        ),
        claims_by_subject("said", "What this actor says", said),
        records(
            "statements", "Statements by this actor", "statement", found.spoken.get(name, ()), desk
        ),
        names_listing(ledger.actors[name], said),
        records("members", "Part of this actor", "actor", found.members.get(name, ()), desk),
        records(
            "documents", "Documents by this actor", "document", found.published.get(name, ()), desk
        ),
    )


def _alike(name: str, desk: Desk) -> tuple[Row, ...]:
    """Who may be one with it, how sure that is, and why, whichever of the two files says so."""
    actors = desk.ledger.actors
    found = [
        (other, link)
        for other in desk.ledger.same_actors.get(name, ())
        for here, there in ((name, other), (other, name))
        for link in (actors[here].perhaps_same if here in actors else ())
        if link.actor == there
    ]
    return tuple(Row(desk.to(other), (f"{one.certainty}: {one.because}",)) for other, one in found)
