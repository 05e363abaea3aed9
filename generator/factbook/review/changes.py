"""Compare two states of a dossier, subject by subject, and yield what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.spot import Spot
from factbook.facts.vocabulary import differing
from factbook.review.change import Change, ChangeKind
from factbook.review.claims import claim_changes
from factbook.review.weighing import weighing_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.facts.model import AnyRecord
    from factbook.weighing.weigh import Weighing


class State(NamedTuple):
    """One state of a dossier."""

    ledger: Ledger
    weighing: Weighing


def changes(old: State, new: State) -> Iterator[Change]:
    """All changes from `old` to `new`, by subject in the order of ids, the vocabulary first."""
    before, after = old.ledger.subjects.records, new.ledger.subjects.records
    if old.ledger.vocabulary != new.ledger.vocabulary:
        yield Change(ChangeKind.VOCABULARY_EDITED, "vocabulary", Spot(new.ledger.vocabulary_file))
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            yield Change(ChangeKind.SUBJECT_ADDED, name, new.ledger.spot(name))
        elif name not in after:
            spot = old.ledger.spot(name)
            yield Change(ChangeKind.SUBJECT_REMOVED, name, spot, gone=True)
        elif edited := _edited(before[name], after[name]):
            spot = new.ledger.spot(name).at(edited[0]).of_key()
            yield Change(ChangeKind.SUBJECT_EDITED, name, spot, new=edited)
        yield from claim_changes(name, old.ledger, new.ledger)
        yield from weighing_changes(name, old, new)


def _edited(before: AnyRecord, after: AnyRecord) -> tuple[str, ...]:
    """The fields of a record that differ, its claims left aside."""
    if type(before) is not type(after):
        return ("kind",)
    return tuple(name for name in differing(before, after) if name != "claims")
