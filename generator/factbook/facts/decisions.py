"""What editors decided about proposed links: `facts/lineage.yaml`.

What they accept becomes a field of a fact file, and needs no line here; only stock wording, which
links nothing, is noted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from factbook.facts.dates import Edtf
from factbook.facts.entries import SomeIds, Text
from factbook.facts.faults import decode_date, faults
from factbook.facts.vocabulary import Record

if TYPE_CHECKING:
    from factbook.diagnostics.problem import Problem
    from factbook.reading.document import Document

Decided = Literal["refused", "noted"]


class Decision(Record, frozen=True, kw_only=True):
    """That a proposed link was refused, or noted where it links nothing, and why."""

    decided: Decided
    kind: Text
    of: SomeIds
    because: Text
    by: str = ""
    on: Edtf
    texts: Text


class Decisions(Record, frozen=True, kw_only=True):
    """The decisions about what `factbook lineage` proposes, by the ids of the proposals."""

    decisions: dict[str, Decision]


def read_decisions(document: Document | None) -> tuple[dict[str, Decision], list[Problem]]:
    """The decisions of a dossier by the ids of proposals, and what is wrong with the file."""
    if document is None:
        return {}, []
    problems = faults(document, Decisions)
    if problems:
        return {}, problems
    made = msgspec.convert(document.data, Decisions, strict=False, dec_hook=decode_date)
    return made.decisions, []
