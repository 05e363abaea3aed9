"""The files a user writes, as types: one record per kind of subject.

Records are frozen and hold ids, not objects; they know neither their own id (the file's name or the
key they stand under) nor line numbers. The ledger joins them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from factbook.facts.dates import Edtf
from factbook.facts.entries import (
    Certainty,
    Citation,
    ClaimEntry,
    Ids,
    Inferred,
    Speakers,
    Text,
)
from factbook.facts.judgements import Assessment, DeclaredConflict, NotConflict
from factbook.facts.vocabulary import Record

ActorKind = Literal["person", "organisation", "state body", "outlet", "label", "unidentified"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Kind = Literal["incident", "statement", "actor", "place", "source"]


class Subject(Record, frozen=True, kw_only=True):
    """What all subjects have."""

    title: Text
    summary: str = ""
    note: str = ""  # the editors on the file itself: how a document was read, what it leaves open
    claims: dict[str, ClaimEntry] = field(default_factory=dict)
    conflicts: dict[str, DeclaredConflict] = field(default_factory=dict)
    not_conflicts: tuple[NotConflict, ...] = ()
    assessments: dict[str, Assessment] = field(default_factory=dict)
    moved_from: Ids = ()


class Incident(Subject, frozen=True, kw_only=True):
    """Something that happened; one only mentioned has an address and stays off the lists."""

    kind: str = ""
    date: Edtf | None = None
    place: str = ""
    part_of: Ids = ()
    mention: bool = False
    cite: tuple[Citation, ...] = ()
    inferred: Inferred | None = None


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


class Name(Record, frozen=True, kw_only=True):
    """A name in a language and script (BCP 47 and ISO 15924 codes), and who uses it."""

    name: Text
    language: str = ""
    script: str = ""
    cite: tuple[Citation, ...] = ()


class SameActor(Record, frozen=True, kw_only=True):
    """That two actors may be one under two names, how sure that is, and why."""

    actor: Text
    certainty: Certainty
    because: Text


class Actor(Subject, frozen=True, kw_only=True):
    """A person, body or group, or a label that others put on one."""

    kind: ActorKind | Literal[""] = ""  # none: not yet said
    names: tuple[Name, ...] = ()
    part_of: Ids = ()
    speaks_for: str = ""
    perhaps_same: tuple[SameActor, ...] = ()
    excludes: Ids = ()
    cite: tuple[Citation, ...] = ()
    inferred: Inferred | None = None


class Coordinates(Record, frozen=True, kw_only=True):
    """Where a place is, in degrees (WGS 84), and how far off that can be, in kilometres."""

    latitude: Annotated[float, Meta(ge=-90, le=90)]
    longitude: Annotated[float, Meta(ge=-180, le=180)]
    precision: Annotated[float, Meta(ge=0)]
    cite: tuple[Citation, ...] = ()
    inferred: Inferred | None = None


class Place(Subject, frozen=True, kw_only=True):
    """A place, and the one it lies within."""

    kind: str = ""
    names: tuple[Name, ...] = ()
    within: str = ""
    coordinates: Coordinates | None = None
    excludes: Ids = ()
    cite: tuple[Citation, ...] = ()
    inferred: Inferred | None = None


class EarlierSnapshot(Record, frozen=True, kw_only=True):
    """What a source was before its page changed, known by its sha256."""

    sha256: Text
    bytes: int = 0
    media_type: str = ""
    archived: Edtf | None = None


class Snapshot(Record, frozen=True, kw_only=True):
    """The archived text of a source, known by its sha256, and what it was before."""

    sha256: Text
    bytes: int = 0
    media_type: str = ""
    archived: Edtf | None = None
    earlier: tuple[EarlierSnapshot, ...] = ()


class Derivation(Record, frozen=True, kw_only=True):
    """That a document repeats or translates another, how sure that is, and why."""

    source: Text
    certainty: Certainty
    because: Text


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
    derives_from: tuple[Text | Derivation, ...] = ()
    reliability: Reliability | None = None
    snapshot: Snapshot | None = None
    inferred: Inferred | None = None
    moved_from: Ids = ()
    note: str = ""

    @property
    def derivations(self) -> tuple[Derivation, ...]:
        """What it derives from; of a bare id that is certain, and nobody says why."""
        return tuple(
            one
            if isinstance(one, Derivation)
            else Derivation(source=one, certainty="certain", because="")
            for one in self.derives_from
        )

    @property
    def parents(self) -> tuple[str, ...]:
        """The documents that it derives from, however sure that is."""
        return tuple(one.source for one in self.derivations)


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
