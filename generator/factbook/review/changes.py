"""Compare two states of a dossier, subject by subject, and yield what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.spot import Spot
from factbook.evidence.standing import NO_EVIDENCE, Evidence
from factbook.facts.vocabulary import differing
from factbook.review.change import Change, ChangeKind
from factbook.review.claims import claim_changes
from factbook.review.evidence import unverified
from factbook.review.renaming import Renamed, renamed, under_new_names
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
    evidence: Evidence = NO_EVIDENCE


def changes(old: State, new: State) -> Iterator[Change]:
    """All changes from `old` to `new`, by subject in the order of ids, the vocabulary first."""
    names = renamed(old.ledger, new.ledger)
    if names.records or names.claims:
        locks = {names.records.get(one, one): lock for one, lock in old.evidence.locks.items()}
        old = State(*under_new_names(old.ledger, names), Evidence(locks))
    before, after = old.ledger.subjects.records, new.ledger.subjects.records
    if old.ledger.vocabulary != new.ledger.vocabulary:
        yield Change(ChangeKind.VOCABULARY_EDITED, "vocabulary", Spot(new.ledger.vocabulary_file))
    lost = unverified(old, new, names.records)
    for name in sorted(before.keys() | after.keys()):
        yield from _renamed(name, names, new.ledger)
        if name not in before:
            yield Change(ChangeKind.SUBJECT_ADDED, name, new.ledger.spot(name))
        elif name not in after:
            spot = old.ledger.spot(name)
            yield Change(ChangeKind.SUBJECT_REMOVED, name, spot, gone=True)
        elif edited := _edited(before[name], after[name]):
            spot = new.ledger.spot(name).at(edited[0]).of_key()
            yield Change(ChangeKind.SUBJECT_EDITED, name, spot, new=edited)
        yield from claim_changes(name, old.ledger, new.ledger)
        yield from lost.get(name, ())
        yield from weighing_changes(name, old, new)


def _renamed(name: str, names: Renamed, new: Ledger) -> Iterator[Change]:
    """That a record, or a claim of it, is called otherwise now."""
    for was, now in names.records.items():
        if now == name:
            spot = new.spot(name).at("moved_from")
            yield Change(ChangeKind.SUBJECT_RENAMED, name, spot, old=(was,), new=(name,))
    for former, key in names.claims.items():
        if key.subject == name:
            spot = new.claim_spot(key).of_key()
            old, current = (former.claim,), (key.claim,)
            yield Change(ChangeKind.CLAIM_RENAMED, name, spot, key.claim, old, current)


def _edited(before: AnyRecord, after: AnyRecord) -> tuple[str, ...]:
    """The fields of a record that differ, its claims left aside."""
    if type(before) is not type(after):
        return ("kind",)
    return tuple(name for name in differing(before, after) if name not in {"claims", "moved_from"})
