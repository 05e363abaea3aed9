"""Other words for words that are there verbatim are no position of their own.

If a document gives a speaker's words in quotation marks, a paraphrase or a translation of the same
statement that says something else is shown as drift: it tells about the document, not about the
event. Without verbatim words the rendering is the position.

Example: "injuring three" in a back-translation, where the statement itself says "injuring two".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.facts.ledger import Claim, Ledger
    from factbook.weighing.position import Position


def relate(
    one: Position, other: Position, _ledger: Ledger, _family: list[Position]
) -> Finding | None:
    """The finding where one position only renders words that are the other; else None."""
    if (one.attribute, one.scope) != (other.attribute, other.scope):
        return None
    if _renders(one, other) or _renders(other, one):
        because = "One is a rendering of words of the same statement that are there verbatim."
        return Finding(Relation.RENDERING, because)
    return None


def _renders(one: Position, other: Position) -> bool:
    """Whether each claim of `one` is indirect, and its statement is verbatim in `other`."""
    verbatim = {name for claim in other.claims if _is_verbatim(claim) for name in claim.statements}
    return all(
        not _is_verbatim(claim) and claim.statements and set(claim.statements) <= verbatim
        for claim in one.claims
    )


def _is_verbatim(claim: Claim) -> bool:
    return any(citation.rendering == "verbatim" for citation in claim.entry.cite)
