"""The old state under its new names, so that a rename is one change and not a hundred.

A record or claim of the new state says in `moved_from` what it was called. Where the old state has
that id still, and the new one no longer does, the old state is read as if it had been called so all
along: what then differs is what really changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factbook.facts.decoding import ClaimKey, Subjects
from factbook.facts.ledger import index
from factbook.facts.model import Source
from factbook.facts.values import typed
from factbook.facts.vocabulary import Record, rewritten
from factbook.weighing.weigh import weigh

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.facts.ledger import Ledger
    from factbook.facts.model import AnyRecord
    from factbook.weighing.weigh import Weighing

OWN_WORDS = frozenset({"title", "summary", "note", "quote", "because", "hedge", "moved_from"})


class Renamed(NamedTuple):
    """Which records and claims are called otherwise now: old -> new."""

    records: dict[str, str]
    claims: dict[ClaimKey, ClaimKey]


def renamed(old: Ledger, new: Ledger) -> Renamed:
    """What `moved_from` says was renamed between two states."""
    before, after = old.subjects.records, new.subjects.records
    records = {
        former: name
        for name, record in after.items()
        for former in record.moved_from
        if former in before and former not in after and name not in before
    }
    claims = {}
    for key, claim in new.claims.items():
        subject = next((was for was, now in records.items() if now == key.subject), key.subject)
        for former in claim.entry.moved_from:
            was = ClaimKey(subject, former)
            gone = ClaimKey(key.subject, former) not in new.claims
            if was in old.claims and gone and ClaimKey(subject, key.claim) not in old.claims:
                claims[was] = key
    return Renamed(records, claims)


def under_new_names(old: Ledger, names: Renamed) -> tuple[Ledger, Weighing]:
    """The old state, read and weighed as if it had had the new names all along."""
    subjects = old.subjects
    moved = Subjects(files=subjects.files)
    for name, record in subjects.records.items():
        now = names.records.get(name, name)
        changed = _with_claims(name, record, names)
        moved.records[now] = _translated(changed, names.records)
        moved.kinds[now] = subjects.kinds[name]
        moved.paths[now] = subjects.paths[name]
        if not isinstance(record, Source):
            for claim, entry in moved.records[now].claims.items():  # type: ignore[union-attr]
                attribute = old.vocabulary.attributes.get(entry.attribute)
                value = typed(entry.value, attribute, old.vocabulary)
                moved.values[ClaimKey(now, claim)] = value
    ledger = index(moved, old.vocabulary, old.vocabulary_file)
    return ledger, weigh(ledger)


def _with_claims(name: str, record: AnyRecord, names: Renamed) -> AnyRecord:
    """A record whose claims stand under their new ids."""
    if isinstance(record, Source):
        return record
    claims = {
        names.claims.get(ClaimKey(name, claim), ClaimKey(name, claim)).claim: entry
        for claim, entry in record.claims.items()
    }
    return rewritten(record, {"claims": claims})


def _translated(part: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any part of a record
    """A part of a record with every id that was renamed in place of the old one."""
    if isinstance(part, Record):
        changed = {
            field: _translated(getattr(part, field), names)
            for field in part.__struct_fields__
            if field not in OWN_WORDS
        }
        return rewritten(part, changed)
    match part:
        case str():
            return names.get(part, part)
        case tuple():
            return tuple(_translated(item, names) for item in part)
        case dict():
            return {key: _translated(item, names) for key, item in part.items()}
    return part
