"""The parts that pages are made of, as templates get them.

Every field is text, a number, a link or a part: nothing here leads back to the ledger. Nobody
changes a part once it is made; those of which pages have hundreds are not frozen all the same,
since to make a frozen one takes four times as long.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(slots=True, unsafe_hash=True)
class Link:
    """Words that lead somewhere; without `href` they are plain words."""

    text: str
    href: str = ""


@dataclass(slots=True, unsafe_hash=True)
class Proof:
    """Whether the words of a quote were found in the document: in words, when, and exactly where.

    `where` is empty where nobody has found them; `sha256` is that of the document's bytes.
    """

    words: str
    where: str = ""
    sha256: str = ""


NOT_VERIFIED = Proof("not verified")


@dataclass(slots=True, unsafe_hash=True)
class CitationView:
    """A quote, the document it stands in, and how it came there.

    `lead` says whose words they are where they are not the speaker's own.
    """

    lead: str
    quote: str
    language: str
    source_id: str
    source: Link
    published: str
    route: tuple[Link, ...]
    manner: tuple[str, ...]  # "translation", "named as “…”", "named in a neighbouring sentence"
    locator: str
    proof: Proof = NOT_VERIFIED
    number: int = 0  # of the note, where notes are numbered


@dataclass(frozen=True, slots=True)
class Remark:
    """Something beside a claim or a record, under a label: "Where", "Inferred", "Note"."""

    label: str
    words: str


@dataclass(slots=True, unsafe_hash=True)
class ClaimView:
    """One claim with all that a reader needs to judge it."""

    anchor: str
    former: tuple[str, ...]  # anchors of the ids it had before
    attribute: str
    value: str
    names: tuple[Link, ...]  # the actors, places or subjects that the value names
    speakers: tuple[Link, ...]  # empty: the documents' own voice
    own_voice: str  # whose that is: "Rudaw itself"
    statement: Link | None
    said_on: str
    act: str  # empty for a plain assertion
    hedge: str
    gone: str  # why nothing is shown of it but its id; empty for a claim that stands
    remarks: tuple[Remark, ...]
    citations: tuple[CitationView, ...]
    contested: Link | None
    subject: Link


_fields_of = attrgetter(*(field.name for field in fields(ClaimView)))


def replaced(view: ClaimView, others: Mapping[str, object]) -> ClaimView:
    """The same view with other values in some of its fields."""
    made = ClaimView(*_fields_of(view))
    for name, value in others.items():
        setattr(made, name, value)
    return made


@dataclass(slots=True, unsafe_hash=True)
class ClaimGroup:
    """Claims under one heading: an attribute, or a subject."""

    heading: Link
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note to the summary: one claim with its quotes."""

    number: int
    claim: ClaimView


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown with citations; `numbers` leads from the words in brackets to the note."""

    text: str
    numbers: dict[str, int]
    notes: tuple[Note, ...]


@dataclass(slots=True, unsafe_hash=True)
class Row:
    """A line of a list; `mark` sets it apart, such as what is only mentioned."""

    link: Link
    facts: tuple[str, ...] = ()
    contested: Link | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NameView:
    """A name of a record, and who uses it.

    `tongue` are its language and script; `users` the documents that name it so, `more` how many
    others do.
    """

    name: str
    language: str
    tongue: str
    citations: tuple[CitationView, ...]
    users: tuple[Link, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Grounds:
    """What carries a record outside of claims: citations, or an inference in words."""

    citations: tuple[CitationView, ...]
    inferred: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page has. `section` names the frame it is joined into.

    `is_list` says that it is the section's own page, at the top of all the others.
    """

    template: ClassVar[str]
    is_framed: ClassVar[bool] = True
    is_list: bool = False
    id: str
    section: str
    address: str
    title: str
    description: str
