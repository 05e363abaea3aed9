"""The files a user writes, as types: one record per kind of subject, with its claims and citations.

Records are frozen and hold ids, not objects; they know neither their own id (the file's name or the
key they stand under) nor line numbers. The ledger joins them.

No type here has a `pattern`: msgspec (0.19 to 0.22) frees it twice, and one interpreter in five
crashes on its way out (https://github.com/msgspec/msgspec/issues/717). Forms of text are checked in
`checks/`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from factbook.facts.dates import Edtf
from factbook.facts.values import Written
from factbook.facts.vocabulary import Record

Text = Annotated[str, Meta(min_length=1)]
Ids = tuple[Text, ...]

Act = Literal[
    "asserts",
    "denies",
    "accuses",
    "claims responsibility",
    "condemns",
    "demands",
    "threatens",
    "opines",
]
WEIGHED_ACTS = frozenset({"asserts", "denies", "accuses", "claims responsibility"})
Certainty = Literal["certain", "probable", "possible"]
Rendering = Literal["verbatim", "paraphrase", "headline", "translation", "back-translation"]
Tie = Literal["explicit", "adjacent", "vague"]
ActorKind = Literal["person", "organisation", "state body", "outlet", "label", "unidentified"]
Kind = Literal["incident", "statement", "actor", "place", "source"]


class Unnamed(Record, frozen=True, kw_only=True):
    """A speaker the document does not name, and the outlet that spoke to them, or `unknown`."""

    unnamed: Text
    to: Text


Speakers = Text | Annotated[Ids, Meta(min_length=1)] | Unnamed


class Citation(Record, frozen=True, kw_only=True):
    """Claim -> source: the quote, and how it came from the speaker into the document."""

    source: Text
    quote: Text
    via: Ids = ()
    named_as: str = ""
    rendering: Rendering = "verbatim"
    tie: Tie = "explicit"
    locator: str = ""


class Inferred(Record, frozen=True, kw_only=True):
    """What no document says in so many words: from what it follows, and why."""

    because: Text
    sources: Annotated[Ids, Meta(min_length=1)] = field(name="from")


class ClaimEntry(Record, frozen=True, kw_only=True):
    """A claim as it is written: what was said about one attribute of the file's subject."""

    attribute: Text
    value: Written
    stated_in: str = ""
    says: Speakers | None = None
    act: Act = "asserts"
    hedge: str = ""
    of: dict[str, Text] = field(default_factory=dict)
    cite: tuple[Citation, ...] = ()
    inferred: Inferred | None = None
    note: str = ""


class Subject(Record, frozen=True, kw_only=True):
    """What all subjects have."""

    title: Text
    summary: str = ""
    note: str = ""  # the editors on the file itself: how a document was read, what it leaves open
    claims: dict[str, ClaimEntry] = field(default_factory=dict)


class Incident(Subject, frozen=True, kw_only=True):
    """Something that happened."""

    kind: str = ""
    date: Edtf | None = None
    place: str = ""
    part_of: Ids = ()


class Link(Record, frozen=True, kw_only=True):
    """That two statements may be one, how sure that is, and why."""

    statement: Text
    certainty: Certainty
    because: Text


class Statement(Subject, frozen=True, kw_only=True):
    """An utterance: by whom, when, through which channel; many documents may carry it."""

    by: Speakers
    on: Edtf
    channel: str = ""
    about: Ids = ()
    perhaps_same: tuple[Link, ...] = ()
    cite: tuple[Citation, ...] = ()
    inferred: Inferred | None = None


class Actor(Subject, frozen=True, kw_only=True):
    """A person, body or group, or a label that others put on one."""

    kind: ActorKind | Literal[""] = ""  # none: not yet said
    part_of: Ids = ()
    speaks_for: str = ""
    cite: tuple[Citation, ...] = ()
    inferred: Inferred | None = None


class Place(Subject, frozen=True, kw_only=True):
    """A place, and the one it lies within."""

    kind: str = ""
    within: str = ""
    cite: tuple[Citation, ...] = ()
    inferred: Inferred | None = None


class Snapshot(Record, frozen=True, kw_only=True):
    """The archived text of a source, known by its sha256."""

    sha256: Text
    bytes: int = 0
    media_type: str = ""


class Source(Record, frozen=True, kw_only=True):
    """A document. What it does not say of itself is `unknown`."""

    title: Text
    publisher: Text
    published: Edtf
    authors: Ids = ()
    language: str = ""
    url: str = ""
    archive_url: str = ""
    accessed: Edtf | None = None
    snapshot: Snapshot | None = None
    inferred: Inferred | None = None
    note: str = ""


AnySubject = Incident | Statement | Actor | Place
AnyRecord = AnySubject | Source

FOLDERS: dict[str, tuple[Kind, type[AnyRecord]]] = {
    "incidents": ("incident", Incident),
    "statements": ("statement", Statement),
    "actors": ("actor", Actor),
    "places": ("place", Place),
    "sources": ("source", Source),
}
FOLDER_OF: dict[Kind, str] = {kind: folder for folder, (kind, _) in FOLDERS.items()}
UNKNOWN = "unknown"
