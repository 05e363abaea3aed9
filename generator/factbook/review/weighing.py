"""What an edit did to the weighing of one subject: conflicts and origins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.review.change import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from factbook.facts.ledger import Ledger
    from factbook.review.changes import State
    from factbook.weighing.conflict import Conflict, Weighed
    from factbook.weighing.weigh import Weighing


def weighing_changes(subject: str, old: State, new: State) -> Iterator[Change]:
    """Conflicts that opened or closed, and origins that positions gained or lost."""
    before, after = _conflicts(subject, old.weighing), _conflicts(subject, new.weighing)
    for name, conflict in after.items():
        if name not in before:
            spot = new.ledger.claim_spot(conflict.positions[0].position.claims[0].key).of_key()
            yield Change(ChangeKind.CONFLICT_OPENED, subject, spot, new=conflict)
    for name, conflict in before.items():
        if name not in after:
            spot = old.ledger.claim_spot(conflict.positions[0].position.claims[0].key).of_key()
            yield Change(ChangeKind.CONFLICT_CLOSED, subject, spot, old=conflict, gone=True)
    yield from _origins(subject, _positions(subject, old), _positions(subject, new), new.ledger)


def _conflicts(subject: str, weighing: Weighing) -> dict[str, Conflict]:
    return {name: one for name, one in weighing.conflicts.items() if one.subject == subject}


def _positions(subject: str, state: State) -> dict[Hashable, Weighed]:
    """The positions of a subject by what they say."""
    return {
        weighed.position.identity: weighed
        for (name, _), family in state.weighing.families.items()
        if name == subject
        for weighed in family
    }


def _origins(
    subject: str, before: dict[Hashable, Weighed], after: dict[Hashable, Weighed], ledger: Ledger
) -> Iterator[Change]:
    """Positions that stand in both states and rest on more or on fewer origins than before."""
    for identity, now in after.items():
        was = before.get(identity)
        if was is None:
            continue
        old, new = (was.origins.low, was.origins.high), (now.origins.low, now.origins.high)
        if old != new:
            kind = ChangeKind.ORIGINS_GAINED if new > old else ChangeKind.ORIGINS_LOST
            spot = ledger.claim_spot(now.position.claims[-1].key).of_key()
            yield Change(kind, subject, spot, old=was, new=now)
