"""What stands against the claims of a document: the positions of others that disagree with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.conflict import KINDS
from factbook.pages.holders import holders_of
from factbook.pages.paging import LINES
from factbook.pages.part import Listing, Shown
from factbook.pages.position import held_in_words
from factbook.pages.remarks import claim_in_words
from factbook.pages.view import Link, Row
from factbook.weighing.conflict import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.facts.ledger import Claim
    from factbook.pages.links import Desk
    from factbook.weighing.position import Position

MOST_SAID = 3  # positions told against one claim; of more it is said how many


def against_listing(claims: Iterable[Claim], desk: Desk) -> Listing[Claim]:
    """The claims among these that others contradict or dispute, each with what they say."""
    contested = [claim for claim in claims if claim.key in desk.weighing.conflict_of]

    def draw(some: Sequence[Claim], at: Desk) -> Shown:
        return Shown(rows=tuple(_row(claim, at) for claim in some))

    return Listing(
        anchor="contested",
        heading="Where others say otherwise",
        unit="claim",
        items=contested,
        size=LINES,
        draw=draw,
    )


def _row(claim: Claim, desk: Desk) -> Row:
    conflict = desk.weighing.conflict_of[claim.key]
    said = claim_in_words(f"{claim.key.subject}#{claim.key.claim}", "", desk.ledger)
    title = desk.ledger.title(claim.key.subject)
    link = Link(said, desk.to_claim(claim.key).href)
    if not isinstance(conflict, Conflict):
        question = Link("in question", desk.to_conflict(conflict).href)
        return Row(link, (title, conflict.entry.question), question)
    kind = Link(KINDS[conflict.kind.value], desk.to_conflict(conflict).href)
    return Row(link, (title, *_against(claim, conflict, desk)), kind)


def _holds(position: Position, claim: Claim) -> bool:
    return any(one.key == claim.key for one in position.claims)


def _against(claim: Claim, conflict: Conflict, desk: Desk) -> tuple[str, ...]:
    """`against rockets fired: 3 (Iraqi television)`: the positions that disagree with a claim's.

    Where a claim disagrees only as one of several that add up, the sum is told before.
    """
    positions = [one.position for one in conflict.positions]
    clashing = [pair for pair in conflict.pairs if pair.finding.is_conflict]
    contested = {number for pair in clashing for number in (pair.one, pair.other)}
    own = [number for number in sorted(contested) if _holds(positions[number], claim)]
    sums = [positions[number] for number in own if positions[number].parts]
    others = dict.fromkeys(
        other
        for pair in clashing
        for here, other in ((pair.one, pair.other), (pair.other, pair.one))
        if here in own
    )
    told = []
    if sums and len(sums) == len(own):
        told.append(f"with others {held_in_words(sums[0], desk.ledger)}")
    for number in list(others)[:MOST_SAID]:
        holders = holders_of(positions[number].claims, desk.ledger)
        told.append(f"against {held_in_words(positions[number], desk.ledger)} ({holders})")
    more = len(others) - MOST_SAID
    return (*told, f"and {more} more") if more > 0 else tuple(told)
