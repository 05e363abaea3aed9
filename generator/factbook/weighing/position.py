"""A position: all claims on one attribute of one subject, in one scope, that say the same.

Weighed are claims that assert, deny, accuse or claim responsibility, without a hedge of the
speaker's own. What is condemned, demanded, threatened or opined is shown beside, never weighed; so
is what the speaker does not know.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.model import WEIGHED_ACTS
from factbook.facts.values import Count, Misfit, Names, Terms, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from factbook.facts.ledger import Claim

Scope = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What some claims say alike: the value of an attribute in a scope, asserted or denied."""

    subject: str
    attribute: str
    scope: Scope
    denied: bool
    value: Value
    claims: tuple[Claim, ...]

    @property
    def identity(self) -> Hashable:
        """What makes two positions the same, in one state of a dossier or in two."""
        scope = self.scope
        return self.subject, self.attribute, scope, self.denied, _meaning(self.value)

    @property
    def actors(self) -> frozenset[str]:
        """Ids of all named actors who speak for this position."""
        return frozenset(
            voice.actor for claim in self.claims for voice in claim.voices if voice.actor
        )

    @property
    def only_own_voice(self) -> bool:
        """Whether nobody but the documents themselves says this."""
        return not any(claim.voices for claim in self.claims)


def is_weighed(claim: Claim) -> bool:
    """Whether a claim takes part in weighing."""
    return (
        claim.entry.act in WEIGHED_ACTS
        and not claim.entry.hedge
        and not isinstance(claim.value, Misfit | Unknown)
    )


def positions(subject: str, claims: Iterable[Claim]) -> list[Position]:
    """The positions of one subject, in the order in which their first claims are written."""
    groups: defaultdict[tuple[Hashable, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_weighed(claim):
            denied = claim.entry.act == "denies"
            scope = tuple(sorted(claim.entry.of.items()))
            groups[claim.entry.attribute, scope, denied, _meaning(claim.value)].append(claim)
    return [
        Position(
            subject=subject,
            attribute=alike[0].entry.attribute,
            scope=tuple(sorted(alike[0].entry.of.items())),
            denied=alike[0].entry.act == "denies",
            value=alike[0].value,
            claims=tuple(alike),
        )
        for alike in groups.values()
    ]


def _meaning(value: Value) -> Hashable:
    """What makes two values the same: `at least 1` and `some` differ in words, not in meaning."""
    match value:
        case Count(numbers=numbers):
            return numbers.usual, numbers.outermost
        case Names(ids=ids) | Terms(ids=ids):
            return type(value), frozenset(ids)
    return value
