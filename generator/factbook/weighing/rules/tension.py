"""Where two speakers each report only their own category, that is a tension.

Civilians by the one and soldiers by the other can both be true, and neither contradicts the other.
But on a contested axis (status, age, sex, unless the vocabulary says otherwise) the silence of each
about the other's category matters. It is a tension if the attribute is the same or one is the
other's whole, if they share no origin, and if neither side also reports the category of the other;
a document that speaks for itself reports whatever it carries. Who reports it with doubt, or does
not know how many, reports it: that is no silence, though it is not weighed. Somebody who reports
none of a category is in no tension with anybody.

Example: civilians by one, soldiers by the other
    ministry | injured | 2 | of: {status: civilian}
    army | injured | 1 | of: {status: military}
    tension
Example: soldiers in the document's own voice, which carries the civilians too
    ministry | injured | 2 | of: {status: civilian}
    - | injured | 1 | of: {status: military}
    different coverage
Example: a child by the ministry, a woman in another document
    ministry | killed | 1 | of: {age: child}
    - | killed | 1 | of: {person: woman} | source: late
    tension
Example: soldiers by the other, and with doubt by the first as well
    ministry | injured | 2 | of: {status: civilian}
    ministry | injured | 1 | of: {status: military} | hedge: it is believed
    army | injured | 1 | of: {status: military}
    no conflict
Example: no civilians by one, soldiers by the other
    ministry | injured | none | of: {status: civilian}
    army | injured | 1 | of: {status: military}
    different coverage
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.sets import highest
from factbook.facts.values import Count
from factbook.weighing.comparing.cover import Cover, together
from factbook.weighing.comparing.coverage import axes, when, where
from factbook.weighing.comparing.hierarchy import above_term, is_below
from factbook.weighing.covered import scope_of
from factbook.weighing.relation import Finding, Relation
from factbook.weighing.rules.scope import DIFFERENT, attributes
from factbook.weighing.telling import documents

if TYPE_CHECKING:
    from factbook.facts.ledger import Claim
    from factbook.weighing.comparing.coverage import Scope
    from factbook.weighing.family import Clash, Family
    from factbook.weighing.linking import Actors
    from factbook.weighing.position import Position
    from factbook.weighing.telling import Telling

ONE_ORIGIN = Finding(
    Relation.DIFFERENT_COVERAGE, "They count different things, and share an origin or name none."
)
BOTH_REPORTED = Finding(
    Relation.DIFFERENT_COVERAGE, "They count different things, and one side reports both."
)


def relate(one: Position, other: Position, family: Family) -> Finding | None:
    """The finding where two positions differ by their category on a contested axis; else None."""
    if one.coverage.scope == other.coverage.scope or one.denied or other.denied:
        return None
    ledger = family.ledger
    apart = _apart(one, other, family)
    known = ledger.vocabulary.axes
    if not apart or not all(axis in known and known[axis].contested for axis in apart):
        return None
    elsewhere = (
        attributes(one.attribute, other.attribute, family),
        where(one.coverage, other.coverage, ledger),
        when(one.coverage, other.coverage),
    )
    if together(elsewhere) is Cover.APART or _counts_none(one) or _counts_none(other):
        return DIFFERENT
    because = f"Each side reports only its own category ({', '.join(apart)})."
    return Finding(Relation.TENSION, because)


def explain(mine: Telling, theirs: Telling, clash: Clash, family: Family) -> Finding | None:
    """The finding where two tellings are in no tension with each other; else None."""
    if clash.finding.relation is not Relation.TENSION:
        return None
    behind, others = _side(mine.claims, family), _side(theirs.claims, family)
    if not behind or not others or behind & others:
        return ONE_ORIGIN
    mine_too, theirs_too = _categories(clash, family)
    if _reports(behind, mine_too, family) or _reports(others, theirs_too, family):
        return BOTH_REPORTED
    return None


def decide(one: int, other: int, clash: Clash, family: Family) -> Finding:
    """What two positions come to if nothing else can explain them: each side is asked once."""
    mine_too, theirs_too = _categories(clash, family)
    mine = {_side(telling.claims, family) for telling in family.tellings.live(one)}
    theirs = {_side(telling.claims, family) for telling in family.tellings.live(other)}
    silent = [side for side in mine if not _reports(side, mine_too, family)]
    others = [side for side in theirs if not _reports(side, theirs_too, family)]
    if not silent or not others:
        return BOTH_REPORTED if mine and theirs else DIFFERENT
    if any(a and b and not a & b for a in silent for b in others):
        return clash.finding
    return ONE_ORIGIN


def _apart(one: Position, other: Position, family: Family) -> list[str]:
    """The axes on which two positions name different categories."""
    found = axes(one.coverage.scope, other.coverage.scope, family.ledger.vocabulary)
    return [axis for axis, cover in found.items() if cover is Cover.APART]


def _counts_none(position: Position) -> bool:
    value = position.value
    return isinstance(value, Count) and highest(value.numbers.outermost) == 0


def _side(claims: tuple[Claim, ...], family: Family) -> Actors:
    """Everybody who may stand behind claims; behind own voice the document and its outlet."""
    links = family.bounds.lower
    if any(claim.voices for claim in claims):
        return frozenset().union(*(links.behind(claim).together for claim in claims))
    cited = {one.source for claim in claims for one in claim.entry.cite}
    return documents(claims).union(*map(links.document, cited))


def _categories(
    clash: Clash, family: Family
) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """What each side would have to report too: the category of the other."""
    apart = _apart(clash.one, clash.other, family)
    return _category(clash.other, apart), _category(clash.one, apart)


def _category(position: Position, apart: list[str]) -> frozenset[tuple[str, str]]:
    return frozenset((axis, term) for axis, term in position.coverage.scope if axis in apart)


def _reports(side: Actors, category: frozenset[tuple[str, str]], family: Family) -> bool:
    """Whether somebody of a side also reports the other's category, or some of it, or more."""
    if category not in family.reporters:
        told = (
            _tellers(number, family)
            for number, position in enumerate(family.positions)
            if _is_of(position.coverage.scope, category, family)
        )
        unsure = (
            _side((claim,), family) | documents((claim,))
            for claim in family.unsure
            if _is_of(scope_of(claim, family.ledger.vocabulary), category, family)
        )
        family.reporters[category] = frozenset().union(*told, *unsure)
    return bool(side & family.reporters[category])


def _tellers(number: int, family: Family) -> Actors:
    """Everybody who tells a position, and the documents that carry it."""
    if number not in family.tellers:
        told = family.tellings.of(number)
        found = (_side(one.claims, family) | documents(one.claims) for one in told)
        family.tellers[number] = frozenset().union(*found)
    return family.tellers[number]


def _is_of(scope: Scope, category: frozenset[tuple[str, str]], family: Family) -> bool:
    """Whether a scope names a category: its terms, or such as lie below or above them."""
    own = dict(scope)
    known = family.ledger.vocabulary.axes
    for axis, term in category:
        mine = own.get(axis)
        if mine is None:
            return False
        parents = above_term(known[axis].terms if axis in known else {})
        if not is_below(mine, term, parents) and not is_below(term, mine, parents):
            return False
    return True
