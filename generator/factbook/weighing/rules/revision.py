"""A speaker who later says something else has revised, not contradicted.

Where one actor gives two values for the same thing, both are shown as a revision; if the order of
the two cannot be known, that is said. Against other speakers only the latest counts. A spokesman
speaks for his body. A speaker contradicts himself only in his own words, of the same scope, as of
the same time: within one statement, or in two that name the same hour. So does a document that
speaks for itself.

Who said a figure together with others, and later gives another alone, has revised for themselves.
Nobody else has said so: against all others the joint figure is still held by the rest of those who
said it, and if one of these says it alone as well, the two stand against each other.

Example: the figure rises the next day
    ministry | killed | 3 | on: 2031-05-02
    ministry | killed | 5 | on: 2031-05-03
    revised
Example: the figure changes within the day
    ministry | rockets_fired | 8 | on: 2031-05-02
    ministry | rockets_fired | 7 | on: 2031-05-02
    revised
Example: one statement, two figures
    ministry | killed | 3 | in: communiqué
    ministry | killed | 5 | in: communiqué
    contradicts
Example: one of two who spoke together revises
    [army, embassy] | rockets_fired | 5 | on: 2031-05-02
    army | rockets_fired | 8 | on: 2031-05-03
    revised
Example: one of two who spoke together revises, and the other repeats the joint figure
    [army, embassy] | rockets_fired | 5 | on: 2031-05-02
    army | rockets_fired | 8 | on: 2031-05-03
    embassy | rockets_fired | 5 | on: 2031-05-03
    contradicts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.weighing.family import Clash, Family
    from factbook.weighing.telling import Telling

LATER = Finding(Relation.REVISED, "The same speaker said the one earlier and the other later.")
UNKNOWN = Finding(
    Relation.REVISED, "The same speaker said both; in which order, or why, is not known."
)
JOINT = Finding(
    Relation.REVISED,
    "Several said the one together, and some of them the other; of the rest nothing else is known.",
)
OVERTAKEN = Finding(
    Relation.REVISED, "The speaker of one of the two has said otherwise since, and that counts."
)


def explain(mine: Telling, theirs: Telling, clash: Clash, _family: Family) -> Finding | None:
    """The finding where only one speaker stands behind both tellings; None elsewhere."""
    joint = mine.actors < theirs.actors or theirs.actors < mine.actors
    if not joint and _between_two(mine, theirs):
        return None
    if not mine.actors & theirs.actors:
        return OVERTAKEN
    if _contradicts_itself(mine, theirs, in_words=not (clash.one.parts or clash.other.parts)):
        return None
    if joint and _between_two(mine, theirs):
        return JOINT
    if mine.said is None or theirs.said is None or mine.said.meets(theirs.said):
        return UNKNOWN
    return LATER


def _between_two(mine: Telling, theirs: Telling) -> bool:
    """Whether two different actors hold the one and the other to this day."""
    if not mine.live or not theirs.live:
        return False
    return len(mine.live) > 1 or mine.live != theirs.live


def _contradicts_itself(mine: Telling, theirs: Telling, *, in_words: bool) -> bool:
    """Whether one speaker says both as of the same time, in exact words or by adding up."""
    if in_words and not (mine.exact and theirs.exact):
        return False
    own, other = (claim.entry.as_of for claim in (mine.claims[0], theirs.claims[0]))
    if mine.statements & theirs.statements:
        return own is None or other is None or own.meaning == other.meaning
    if mine.as_of is None or theirs.as_of is None:
        return False
    return mine.as_of.timed and mine.as_of.meaning == theirs.as_of.meaning
