"""What editors add to claims: conflicts no rule can see, what is none, and assessments."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from factbook.facts.dates import Edtf
from factbook.facts.entries import Ids, SomeIds, Text
from factbook.facts.vocabulary import Record

ConflictKind = Literal["contradiction", "dispute", "tension", "difference"]
Method = Literal[
    "source prioritised",
    "disagreement reported",
    "unconfirmed",
    "pending",
    "sources consulted",
]
Confidence = Literal["low", "moderate", "high"]


class Side(Record, frozen=True, kw_only=True):
    """One position of a declared conflict: what it holds, and the claims that hold it."""

    label: Text
    claims: SomeIds


class DeclaredConflict(Record, frozen=True, kw_only=True):
    """A disagreement no rule can see; or, under the key of an attribute, a note on one it found.

    A declared one names its question, kind and positions. `explained` says why the sources differ,
    `open_because` why that is not known.
    """

    question: str = ""
    kind: ConflictKind | None = None
    positions: tuple[Side, ...] = ()
    explained: str = ""
    open_because: str = ""


class NotConflict(Record, frozen=True, kw_only=True):
    """Claims that look as if they disagreed, and why they do not."""

    claims: Annotated[Ids, Meta(min_length=2)]
    because: Text


class Assessment(Record, frozen=True, kw_only=True):
    """The editors' own conclusion on an attribute or a conflict, and the claims it weighs."""

    conclusion: Text
    method: Method
    confidence: Confidence
    because: Text
    weighs: SomeIds
    by: Text
    on: Edtf
    attribute: str = ""
    conflict: str = ""
