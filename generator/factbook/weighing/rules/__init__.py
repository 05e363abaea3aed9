"""The rules by which two positions are compared, one in each file.

First it is asked what two positions say and cover (`SAYING`): the first rule that has something to
say decides. Where they do not agree, it is asked of everybody who tells the one, and everybody who
tells the other, whether something explains it (`EXPLAINING`): an editor's word, a later statement,
a toll that has risen. What nobody can explain for at least two of them is a conflict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.comparing.coverage import WHOLE
from factbook.weighing.family import Clash, Family
from factbook.weighing.origins import origins
from factbook.weighing.relation import Finding, Relation
from factbook.weighing.rules import (
    completeness,
    declared,
    denial,
    rendering,
    revision,
    rising,
    scope,
    tension,
    update,
    value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.weighing.position import Position
    from factbook.weighing.telling import Telling

    Saying = Callable[[Position, Position, Family], Finding | None]
    Explaining = Callable[[Telling, Telling, Clash, Family], Finding | None]

SAYING: dict[str, Saying] = {
    "rendering": rendering.relate,
    "completeness": completeness.relate,
    "tension": tension.relate,
    "scope": scope.relate,
    "denial": denial.relate,
    "value": value.relate,
}
EXPLAINING: dict[str, Explaining] = {
    "declared": declared.explain,
    "update": update.explain,
    "tension": tension.explain,
    "rendering": rendering.explain,
    "revision": revision.explain,
    "rising": rising.explain,
}
ANNOTATED = (Relation.DECLARED_NOT, Relation.UPDATED)
RANKS = {relation: rank for rank, relation in enumerate(Relation)}
MAY_BE_OVERTAKEN = "may be overtaken: one was said after the other"
ONE_ORIGIN = "one origin, two accounts"
WORDS_OPEN = "what was said is open: a statement is rendered in more than one way"


def relate(one: int, other: int, family: Family) -> Finding:
    """How two positions of a family, by their places in it, stand to each other."""
    first, second = family.positions[one], family.positions[other]
    said = compared(first, second, family)[1]
    if not (said.is_conflict or family.is_annotated):
        return said
    if said.relation is not Relation.TENSION and family.is_plain:
        return said
    clash = Clash(first, second, said)
    whole = explained_as_a_whole(clash, family)
    if whole is not None:
        return whole
    if said.relation is Relation.TENSION and not family.is_annotated:
        return tension.decide(one, other, clash, family)
    found: list[Finding] = []
    for mine, theirs in family.tellings.facing(one, other):
        why = explained(mine, theirs, clash, family)
        if why is None:
            return _noted(clash, mine, theirs, family) if said.is_conflict else said
        found.append(why[1])
    best = min(found, key=_rank) if found else _revised(one, other, clash, family)
    return best if said.is_conflict or best.relation in ANNOTATED else said


def compared(one: Position, other: Position, family: Family) -> tuple[str, Finding]:
    """How two positions stand to each other by what they say and cover, and by which rule."""
    if is_simple(one) and is_simple(other):
        apart = scope.relate(one, other, family)
        return ("scope", apart) if apart else ("value", value.relate(one, other, family))
    for name, rule in SAYING.items():
        finding = rule(one, other, family)
        if finding is not None:
            return name, finding
    raise AssertionError("the last rule always decides")


def is_simple(position: Position) -> bool:
    """Whether a position covers everything, and claims it: then no other rule has a say."""
    special = position.denied or position.drift or position.complete
    return position.coverage is WHOLE and not special


def explained(
    mine: Telling, theirs: Telling, clash: Clash, family: Family
) -> tuple[str, Finding] | None:
    """What explains that two tellings do not agree, and by which rule; None where nothing does."""
    for name, rule in EXPLAINING.items():
        finding = rule(mine, theirs, clash, family)
        if finding is not None:
            return name, finding
    return None


def explained_as_a_whole(clash: Clash, family: Family) -> Finding | None:
    """What explains two positions whoever tells them; None where each must be asked."""
    gone = any(map(family.tellings.is_gone, (clash.one, clash.other)))
    return (
        declared.explain_all(clash, family)
        or (update.explain_all(clash, family) if gone else None)
        or rising.explain_all(clash, family)
    )


def _revised(one: int, other: int, clash: Clash, family: Family) -> Finding:
    """What to tell of two positions of which one is held by nobody any more."""
    if clash.finding.relation is Relation.TENSION:
        return scope.DIFFERENT
    update_of = update.explain_all(clash, family)
    if update_of is not None:
        return update_of
    theirs = {actor: telling for telling in family.tellings.of(other) for actor in telling.actors}
    for mine in family.tellings.of(one):
        for actor in mine.actors & theirs.keys():
            return revision.explain(mine, theirs[actor], clash, family) or revision.OVERTAKEN
    return revision.OVERTAKEN


def _rank(finding: Finding) -> int:
    """Which of several explanations is told: in the order of the kinds."""
    return RANKS[finding.relation]


def _noted(clash: Clash, mine: Telling, theirs: Telling, family: Family) -> Finding:
    """The conflict, with what a reader must know beside it."""
    notes = []
    if rising.may_be_overtaken(mine, theirs, clash, family):
        notes.append(MAY_BE_OVERTAKEN)
    if rendering.words_are_open(mine, theirs, clash, family):
        notes.append(WORDS_OPEN)
    if family.behind(mine) & family.behind(theirs):
        lower, upper = family.bounds
        if origins((*clash.one.claims, *clash.other.claims), lower, upper).high == 1:
            notes.append(ONE_ORIGIN)
    return clash.finding._replace(notes=tuple(notes))
