"""Other words for words that are there verbatim are no position of their own.

If a document gives a speaker's words in quotation marks, a paraphrase or a translation of the same
statement that says something else is shown as drift: it tells about the document, not about the
event. Without verbatim words the rendering is the position; and where two documents render one
statement differently, and not both in its words, what was said is not known.

Example: a paraphrase that differs
    ministry | killed | 3 | in: communiqué
    ministry | killed | 5 | in: communiqué | cite: paraphrase
    rendering
Example: two paraphrases of one statement
    ministry | killed | 3 | in: communiqué | cite: paraphrase
    ministry | killed | 5 | in: communiqué | cite: paraphrase
    rendering
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.weighing.family import Clash, Family
    from factbook.weighing.position import Position
    from factbook.weighing.telling import Telling

DRIFT = Finding(
    Relation.RENDERING,
    "One of the two renders words that are there verbatim, and is no position of its own.",
)
TWO_RENDERINGS = Finding(
    Relation.RENDERING,
    "Both render one statement, and not both in its words: what it said is open.",
)


def relate(one: Position, other: Position, _family: Family) -> Finding | None:
    """The finding where one position only renders words that are there verbatim; else None."""
    return DRIFT if one.drift or other.drift else None


def explain(mine: Telling, theirs: Telling, clash: Clash, _family: Family) -> Finding | None:
    """The finding where both tell of one statement in words that are not its own; else None."""
    if clash.one.parts or clash.other.parts:
        return None  # figures that do not add up are no matter of words
    if (mine.exact and theirs.exact) or not mine.statements & theirs.statements:
        return None
    return TWO_RENDERINGS if mine.actors == theirs.actors else None
