"""An account that is complete leaves no room for more.

`complete` on one claim says that its statement names all it counts: its claims on the attribute add
up to its total. That total stands against everybody's, its own speaker's included. A part that
somebody else counts contradicts it if what the account holds for that part is too little for it;
where the account names other places, and nothing says whether they are the same, the two cannot be
compared.
Of two accounts that name people or bodies, each complete, one must contain the other; and whoever
is named elsewhere must be among those named here, unless a label or somebody unidentified could be
meant. Parts that a speaker counts, and that share nothing, add up to at least their sum, complete
or not.

Example: four inside and three outside are the seven
    cell | rockets_landed | 4 | at: {place: zone}
    cell | rockets_landed | 3 | at: {place: zone, relation: outside}
    army | rockets_landed | 7
    no conflict
Example: four inside and three outside are more than six
    cell | rockets_landed | 4 | at: {place: zone}
    cell | rockets_landed | 3 | at: {place: zone, relation: outside}
    army | rockets_landed | 6
    contradicts
Example: a complete account, and more in one place than it has
    cell | rockets_landed | 1 | at: {label: a checkpoint}, complete: true
    cell | rockets_landed | 6 | at: {place: park}
    army | rockets_landed | 9 | at: {label: the embassy}
    contradicts
Example: two lists of names, each complete
    ministry | victims | [anna, boris] | complete: true
    hospital | victims | [anna, clara] | complete: true
    contradicts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.sets import highest, lowest
from factbook.facts.values import Count, Names
from factbook.weighing.comparing.cover import Cover
from factbook.weighing.comparing.coverage import covers
from factbook.weighing.comparing.hierarchy import above, above_actor, perhaps
from factbook.weighing.comparing.names import ANYBODY
from factbook.weighing.relation import Finding, Relation
from factbook.weighing.rules.scope import stands_to

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.weighing.family import Family
    from factbook.weighing.position import Position

NO_ROOM = Finding(
    Relation.CONTRADICTS, "The one account is complete, and leaves no room for so many there."
)
OTHER_PLACES = Finding(
    Relation.NOT_COMPARABLE,
    "The one account is complete, and names other things; nothing says whether they are the same.",
)
TWO_ACCOUNTS = Finding(
    Relation.CONTRADICTS, "Both accounts are complete, and neither contains the other."
)
NOT_NAMED = Finding(
    Relation.CONTRADICTS,
    "The one account is complete, and does not name who is named in the other.",
)


def relate(one: Position, other: Position, family: Family) -> Finding | None:
    """The finding where a complete account leaves no room for the other; else None."""
    if (not one.complete and not other.complete) or one.denied or other.denied:
        return None
    if isinstance(one.value, Names) and isinstance(other.value, Names):
        return _of_names(one, other, family)
    if one.parts and one.complete and not other.parts:
        return _of_counts(one, other, family)
    if other.parts and other.complete and not one.parts:
        return _of_counts(other, one, family)
    return None


def _of_counts(account: Position, part: Position, family: Family) -> Finding | None:
    """Whether the parts of the account that may be the other's hold as many as it counts."""
    if account.attribute != part.attribute or not isinstance(part.value, Count):
        return None
    if stands_to(part, account, family) is not Cover.INSIDE:
        return None
    room, known = 0.0, False
    for claim in account.claims:
        covered = next(
            one.coverage for one in family.positions if claim in one.claims and not one.parts
        )
        cover = covers(covered, part.coverage, family.ledger)
        known = known or cover not in {Cover.CROSSING, Cover.APART}
        if isinstance(claim.value, Count) and cover is not Cover.APART:
            room += highest(claim.value.numbers.outermost)
    if lowest(part.value.numbers.outermost) > room:
        return NO_ROOM
    return None if known else OTHER_PLACES


def _of_names(one: Position, other: Position, family: Family) -> Finding | None:
    """Two lists of names, of which a complete one takes in what the other covers."""
    if one.attribute != other.attribute or _shares_claims(one, other):
        return None
    complete = [_is_account(position, family) for position in (one, other)]
    cover = covers(one.coverage, other.coverage, family.ledger)
    mine, theirs = (_named(position) for position in (one, other))
    ledger = family.ledger
    missing = _unmatched(theirs, mine, ledger), _unmatched(mine, theirs, ledger)
    if all(complete) and cover is Cover.EQUAL:
        return TWO_ACCOUNTS if all(missing) else None
    if complete[0] and cover in {Cover.EQUAL, Cover.AROUND} and missing[0]:
        return NOT_NAMED
    if complete[1] and cover in {Cover.EQUAL, Cover.INSIDE} and missing[1]:
        return NOT_NAMED
    return None


def _is_account(position: Position, family: Family) -> bool:
    """Whether a list of names is all its statement names: itself, or put together with others."""
    alone = any(one.entry.complete and one.key not in family.joined for one in position.claims)
    return position.complete and (position.parts or alone)


def _shares_claims(one: Position, other: Position) -> bool:
    keys = {claim.key for claim in other.claims}
    return any(claim.key in keys for claim in one.claims)


def _named(position: Position) -> tuple[str, ...]:
    return position.value.ids if isinstance(position.value, Names) else ()


def _unmatched(names: tuple[str, ...], account: tuple[str, ...], ledger: Ledger) -> bool:
    """Whether an account has nobody that one of the names can be."""
    if any(_can_be_anybody(name, ledger) for name in account):
        return False
    wider = perhaps(ledger, above_actor(ledger))
    held = set().union(*(above(name, wider) for name in account))
    return any(
        not _can_be_anybody(name, ledger)
        and name not in held
        and not above(name, wider) & set(account)
        for name in names
    )


def _can_be_anybody(name: str, ledger: Ledger) -> bool:
    """Whether a name is a label, somebody unidentified, or not further described."""
    actor = ledger.actors.get(name)
    return actor is None or actor.kind in ANYBODY
