"""The page of an actor: what it says, what is said about it, and how documents name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.facts.dates import in_words
from factbook.facts.ledger import voices
from factbook.facts.values import Names
from factbook.pages.claims import by_attribute, by_subject, described, grounds, prose
from factbook.pages.remarks import record_remarks
from factbook.pages.view import ClaimGroup, Grounds, Link, Page, Prose, Remark, Row

if TYPE_CHECKING:
    from factbook.facts.ledger import Claim
    from factbook.pages.links import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage(Page):
    """The view of an actor."""

    template: ClassVar[str] = "actor.html"
    kind: str
    part_of: tuple[Link, ...]
    speaks_for: Link | None
    parts: tuple[Link, ...]
    named_as: tuple[str, ...]
    summary: Prose
    note: str
    details: tuple[Remark, ...]
    grounds: Grounds
    about: tuple[ClaimGroup, ...]
    said: tuple[ClaimGroup, ...]
    groups: tuple[ClaimGroup, ...]
    statements: tuple[Row, ...]
    documents: tuple[Link, ...]


def actor_page(name: str, desk: Desk) -> ActorPage:
    """The page of the actor with this id."""
    ledger = desk.ledger
    actor = ledger.actors[name]
    said = ledger.by_voice.get(name, ())
    about = [claim for claim in ledger.claims.values() if names(claim, name)]
    return ActorPage(
        id=name,
        section="actors",
        address=desk.here,
        title=actor.title,
        description=described(actor.title, [*said, *about, *ledger.of_subject.get(name, ())]),
        kind=actor.kind,
        part_of=tuple(map(desk.to, actor.part_of)),
        speaks_for=desk.to(actor.speaks_for) if actor.speaks_for else None,
        parts=tuple(desk.to(key) for key, other in ledger.actors.items() if name in other.part_of),
        named_as=_named_as(said),
        summary=prose(actor.summary, name, desk),
        note=actor.note,
        details=record_remarks(actor, desk.ledger),
        grounds=grounds(actor, desk),
        about=by_subject(about, desk),
        said=by_subject(said, desk),
        groups=by_attribute(ledger.of_subject.get(name, ()), desk),
        statements=_statements(name, desk),
        documents=tuple(
            desk.to(key) for key, one in ledger.sources.items() if one.publisher == name
        ),
    )


def names(claim: Claim, name: str) -> bool:
    """Whether a claim's value names a record."""
    return isinstance(claim.value, Names) and name in claim.value.ids


def _named_as(said: tuple[Claim, ...]) -> tuple[str, ...]:
    """In which words documents name the actor when they quote it."""
    words = (one.named_as for claim in said for one in claim.entry.cite if one.named_as)
    return tuple(dict.fromkeys(words))


def _statements(name: str, desk: Desk) -> tuple[Row, ...]:
    return tuple(
        Row(desk.to(key), tuple(filter(None, (in_words(statement.on), statement.channel))))
        for key, statement in desk.ledger.statements.items()
        if any(voice.actor == name for voice in voices(statement.by))
    )
