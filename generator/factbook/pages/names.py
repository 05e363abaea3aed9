"""The names of actors and places: in which language, and which documents use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.pages.claims import citation_view
from factbook.pages.paging import LINES
from factbook.pages.part import Listing, Shown
from factbook.pages.remarks import gone
from factbook.pages.view import Link, NameView
from factbook.pages.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.facts.ledger import Claim
    from factbook.facts.model import Actor, Place
    from factbook.pages.links import Desk

MOST_USERS = 5  # documents named beside a name; of more it is said how many


class Naming(NamedTuple):
    """A name as its record has it, or the words by which documents quote an actor; or both.

    `users` are the documents that quote the actor by it.
    """

    words: str
    number: int  # its place among the record's names; -1 for words that only documents have
    users: tuple[str, ...]


def names_listing(record: Actor | Place, said: Sequence[Claim] = ()) -> Listing[Naming]:
    """The names of a record, then the other words in which documents name it when they quote it.

    Each is listed once, or once in each language that the record has it in; a name that documents
    quote it by as well with both grounds. What was withdrawn or redacted tells no name.
    """
    used: dict[str, dict[str, None]] = {}
    for claim in said:
        for one in () if gone(claim) else claim.entry.cite:
            if one.named_as:
                used.setdefault(one.named_as, {})[one.source] = None
    own = [
        Naming(one.name, number, tuple(used.pop(one.name, ())))
        for number, one in enumerate(record.names)
    ]
    quoted = [Naming(words, -1, tuple(users)) for words, users in used.items()]

    def draw(some: Sequence[Naming], desk: Desk) -> Shown:
        return Shown(names=tuple(_view(one, record, desk) for one in some))

    return Listing(
        anchor="names",
        heading="Names, and who uses them",
        unit="name",
        items=[*own, *quoted],
        size=LINES,
        draw=draw,
    )


def _view(naming: Naming, record: Actor | Place, desk: Desk) -> NameView:
    users = tuple(_document(name, desk) for name in naming.users[:MOST_USERS])
    more = max(0, len(naming.users) - MOST_USERS)
    if naming.number < 0:
        return NameView(naming.words, "", "", (), users, more)
    one = record.names[naming.number]
    return NameView(
        name=one.name,
        language=one.language,
        tongue=listed(filter(None, (one.language, one.script))),
        citations=tuple(citation_view(cited, desk) for cited in one.cite),
        users=users,
        more=more,
    )


def _document(name: str, desk: Desk) -> Link:
    """A document by publisher and title: an outlet may use a name once and never again."""
    publisher = desk.to_source(name)
    title = desk.ledger.title(name)
    return Link(
        title if title == publisher.text else f"{publisher.text}, “{title}”", publisher.href
    )
