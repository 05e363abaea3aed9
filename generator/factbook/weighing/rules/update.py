"""What a speaker replaced is an update.

`supersedes` says that a claim takes the place of an earlier one of the same speaker, and why. The
one that was replaced stays to be seen, and stands against nobody any more; nor does the same figure
of the same speaker in another document, unless it is known to have been said again since.

Example: a recount
    ministry | killed | 3
    ministry | killed | 5 | supersedes: the first
    updated
Example: a recount, and the first count in one more document without a date
    ministry | killed | 3
    ministry | killed | 5 | supersedes: the first
    ministry | killed | 3 | source: undated
    no conflict
Example: a recount, and the first count by somebody else
    ministry | killed | 3
    ministry | killed | 5 | supersedes: the first
    army | killed | 3
    contradicts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.prose import key_of
from factbook.weighing.relation import Finding, Relation

if TYPE_CHECKING:
    from factbook.weighing.family import Clash, Family
    from factbook.weighing.telling import Telling

REPLACED = Finding(Relation.UPDATED, "Its speaker has replaced one of the two since.")


def explain(mine: Telling, theirs: Telling, _clash: Clash, family: Family) -> Finding | None:
    """The finding where one telling replaces the other, or was replaced; else None."""
    if not family.tellings.supersedes_any:
        return None
    because = _replaces(mine, theirs) or _replaces(theirs, mine)
    if because:
        return Finding(Relation.UPDATED, because)
    gone = any(family.tellings.is_superseded(one) for one in (mine, theirs))
    return REPLACED if gone else None


def explain_all(clash: Clash, family: Family) -> Finding | None:
    """The finding where a claim of one position replaces one of the other; else None."""
    if not family.tellings.supersedes_any:
        return None
    for new, old in ((clash.one, clash.other), (clash.other, clash.one)):
        keys = {claim.key for claim in old.claims}
        for claim in new.claims:
            by = claim.entry.supersedes
            if by and key_of(by.claim, claim.key.subject) in keys:
                return Finding(Relation.UPDATED, by.because)
    return REPLACED if any(map(family.tellings.is_gone, (clash.one, clash.other))) else None


def _replaces(new: Telling, old: Telling) -> str:
    """Why a claim of one telling replaces one of the other; empty where none does."""
    for claim in new.claims:
        by = claim.entry.supersedes
        if by and key_of(by.claim, claim.key.subject) in old.keys:
            return by.because
    return ""
