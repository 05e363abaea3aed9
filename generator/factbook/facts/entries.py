"""Claims and citations as a user writes them.

Fields that are lists of ids are tuples here: records are frozen. No type has a `pattern`: msgspec
(0.19 to 0.22) frees it twice, and one interpreter in five crashes on its way out
(https://github.com/msgspec/msgspec/issues/717). Forms of text are checked in `checks/`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field, structs

from factbook.facts.dates import Edtf
from factbook.facts.values import Written
from factbook.facts.vocabulary import Record

Text = Annotated[str, Meta(min_length=1)]
Ids = tuple[Text, ...]
SomeIds = Annotated[Ids, Meta(min_length=1)]

Act = Literal[
    "asserts",
    "denies",
    "accuses",
    "claims responsibility",
    "condemns",
    "demands",
    "warns",
    "threatens",
    "opines",
]
WEIGHED_ACTS = frozenset({"asserts", "denies", "accuses", "claims responsibility"})
Certainty = Literal["certain", "probable", "possible"]
Rendering = Literal["verbatim", "paraphrase", "headline", "translation", "back-translation"]
Tie = Literal["explicit", "adjacent", "vague"]
Basis = Literal["witnessed", "own reporting"]
PlaceRelation = Literal["in", "on", "near", "toward", "outside"]
Ground = Literal["witness", "minor", "libel", "privacy", "court order", "safety"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


class Unnamed(Record, frozen=True, kw_only=True):
    """A speaker the document does not name, and the outlet that spoke to them, or `unknown`.

    `same_as` is a word of the editors that two unnamed speakers share if they are one.
    """

    unnamed: Text
    to: Text
    same_as: str = ""


Speakers = Text | SomeIds | Unnamed


class Translation(Record, frozen=True, kw_only=True):
    """A quote in another language, and who put it there."""

    text: Text
    by: Text


class Citation(Record, frozen=True, kw_only=True):
    """Claim -> source: the quote, and how it came from the speaker into the document."""

    source: Text
    quote: Text
    prefix: str = ""
    suffix: str = ""
    locator: str = ""
    via: Ids = ()
    named_as: str = ""
    rendering: Rendering = "verbatim"
    tie: Tie = "explicit"
    translation: Translation | None = None


class Inferred(Record, frozen=True, kw_only=True):
    """What no document says in so many words: from what it follows, and why."""

    sources: SomeIds = field(name="from")
    because: Text


class Whereabouts(Record, frozen=True, kw_only=True):
    """Where within an incident: at a place, or at something that has but a label.

    `stated` is the relation as it is written; left out, a place is "in", and so is a label, which
    is told as "at".
    """

    place: str = ""
    stated: PlaceRelation | None = field(name="relation", default=None)
    label: str = ""
    within: str = ""

    @property
    def relation(self) -> PlaceRelation:
        """How it stands to the place or label."""
        return self.stated or "in"

    def spelt_out(self) -> Whereabouts:
        """The same with its relation, whether it was written or not."""
        return self if self.stated else structs.replace(self, stated=self.relation)


class Echo(Record, frozen=True, kw_only=True):
    """That a claim rests on another: it repeats what somebody else said."""

    claim: Text
    certainty: Certainty
    because: Text


class Supersedes(Record, frozen=True, kw_only=True):
    """That a claim replaces an earlier one of the same speaker."""

    claim: Text
    because: Text


class Withdrawn(Record, frozen=True, kw_only=True):
    """Our error: the claim stays as a tombstone and leaves the weighing."""

    on: Edtf
    because: Text


class Retracted(Record, frozen=True, kw_only=True):
    """The speaker took it back: shown as said and taken back, not weighed."""

    on: Edtf
    because: str = ""
    cite: tuple[Citation, ...] = ()


class Redacted(Record, frozen=True, kw_only=True):
    """Only the id stays, to protect somebody."""

    on: Edtf
    ground: Ground


class ClaimEntry(Record, frozen=True, kw_only=True):
    """A claim as it is written: what was said about one attribute of the file's subject.

    `attribute` and `value` may be missing only where a claim is redacted, which a check sees to.
    """

    attribute: str = ""
    value: Written = ""
    stated_in: str = ""
    says: Speakers | None = None
    act: Act = "asserts"
    hedge: str = ""
    of: dict[str, Text] = field(default_factory=dict)
    at: Whereabouts | tuple[Whereabouts, ...] | None = None
    during: Edtf | None = None
    complete: bool = False
    as_of: Edtf | None = None
    basis: Basis | None = None
    cite: tuple[Citation, ...] = ()
    inferred: Inferred | None = None
    echoes: Echo | None = None
    counted_in: str = ""
    supersedes: Supersedes | None = None
    credibility: Credibility | None = None
    withdrawn: Withdrawn | None = None
    retracted: Retracted | None = None
    redacted: Redacted | None = None
    moved_from: Ids = ()
    note: str = ""

    @property
    def stands(self) -> bool:
        """Whether the claim is neither withdrawn, nor retracted, nor redacted."""
        return not (self.withdrawn or self.retracted or self.redacted)

    def filled(self) -> list[str]:
        """The names of the fields that say something."""
        empty = ClaimEntry()
        return [
            field.encode_name
            for field in structs.fields(self)
            if getattr(self, field.name) != getattr(empty, field.name)
        ]

    @property
    def places(self) -> tuple[Whereabouts, ...]:
        """Where within the incident, as a list."""
        if self.at is None:
            return ()
        return (self.at,) if isinstance(self.at, Whereabouts) else self.at
