"""Other words for words that are there verbatim are no position of their own.

If a document gives a speaker's words in quotation marks, a paraphrase or a translation of the same
statement that says something else is shown as drift: it tells about the document, not about the
event. Without verbatim words the rendering is the position; and where two documents render one
statement differently, and not both in its words, what was said is not known: it is one voice whose
words are open. Somebody else contradicts it only if no rendering leaves room for what they say.

Example: a paraphrase that differs
    ministry | killed | 3 | in: communiqué
    ministry | killed | 5 | in: communiqué | cite: paraphrase
    rendering
Example: two paraphrases of one statement
    ministry | killed | 3 | in: communiqué | cite: paraphrase
    ministry | killed | 5 | in: communiqué | cite: paraphrase
    rendering
Example: two paraphrases of one statement, and somebody who says what one of them has
    ministry | killed | 3 | in: communiqué | cite: paraphrase
    ministry | killed | 5 | in: communiqué | cite: paraphrase
    army | killed | 3
    no conflict
Example: two paraphrases of one statement, and somebody who says what none of them has
    ministry | killed | 3 | in: communiqué | cite: paraphrase
    ministry | killed | 5 | in: communiqué | cite: paraphrase
    army | killed | 8
    contradicts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.relation import Finding, Relation
from factbook.weighing.rules import completeness, denial, scope, value

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

ONE_FITS = Finding(
    Relation.RENDERING,
    "A statement is rendered in more than one way, and not all of them disagree: what it said is "
    "open.",
)


def relate(one: Position, other: Position, _family: Family) -> Finding | None:
    """The finding where one position only renders words that are there verbatim; else None."""
    return DRIFT if one.drift or other.drift else None


def explain(mine: Telling, theirs: Telling, clash: Clash, family: Family) -> Finding | None:
    """The finding where one statement is told in words that are not its own; else None.

    Both may tell of it; or one does, and it is told in yet other words that do not disagree.
    """
    if clash.one.parts or clash.other.parts:
        return None  # figures that do not add up are no matter of words
    together = mine.statements & theirs.statements and mine.actors == theirs.actors
    if together and not (mine.exact and theirs.exact):
        return TWO_RENDERINGS
    if clash.finding.relation is Relation.TENSION:
        return None
    one = (clash.one, *family.other_words(mine, clash.one))
    other = (clash.other, *family.other_words(theirs, clash.other))
    if len(one) + len(other) > 2 and any(not _disagree(a, b, family) for a in one for b in other):
        return ONE_FITS
    return None


def words_are_open(mine: Telling, theirs: Telling, clash: Clash, family: Family) -> bool:
    """Whether all that is told of one of two positions is told in yet other words as well."""
    return any(
        family.other_words(telling, position)
        and all(family.other_words(one, position) for one in family.live_of(position))
        for telling, position in ((mine, clash.one), (theirs, clash.other))
    )


def _disagree(one: Position, other: Position, family: Family) -> bool:
    """Whether two positions conflict by what they say and cover."""
    rules = (completeness.relate, scope.relate, denial.relate, value.relate)
    found = next(filter(None, (rule(one, other, family) for rule in rules)))
    return found.is_conflict
