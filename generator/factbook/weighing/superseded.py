"""Which claims of a family somebody has replaced: those named, and their duplicates.

`supersedes` names one claim, but other documents may carry the same figure of the same speaker. It
was replaced in all of them, unless the speaker is known to have said it again since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.prose import key_of
from factbook.weighing.said import said_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Claim, Ledger
    from factbook.weighing.position import Position
    from factbook.weighing.telling import Actors

    Replaced = dict[ClaimKey, list[Claim]]  # a claim -> those that take its place


def superseded(
    positions: Iterable[Position], actors: Callable[[Claim], Actors], ledger: Ledger
) -> frozenset[ClaimKey]:
    """The claims that others take the place of; `actors` says who makes a claim."""
    positions = list(positions)
    replaced: Replaced = {}
    for position in positions:
        for claim in position.claims:
            if claim.entry.supersedes:
                old = key_of(claim.entry.supersedes.claim, claim.key.subject)
                replaced.setdefault(old, []).append(claim)
    if not replaced:
        return frozenset()
    duplicates = {
        claim.key
        for position in positions
        for old in position.claims
        if old.key in replaced
        for claim in position.claims
        if not claim.entry.supersedes
        and actors(claim) <= actors(old)
        and not _is_said_again(claim, old, replaced[old.key], ledger)
    }
    return frozenset(replaced) | duplicates


def _is_said_again(claim: Claim, old: Claim, new: Iterable[Claim], ledger: Ledger) -> bool:
    """Whether a claim is later than what took its place; where that has no date, than the old."""
    said = said_on(claim, ledger)
    if said is None:
        return False
    first = said_on(old, ledger)
    dates = [said_on(one, ledger) or first for one in new]
    return all(date is not None and said.low > date.high for date in dates)
