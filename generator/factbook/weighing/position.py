"""A position: all claims on one attribute of one subject, in one scope, that say the same.

Weighed are claims that assert, deny, accuse or claim responsibility, without a hedge of the
speaker's own. What is condemned, demanded, threatened or opined is shown beside, never weighed; so
is what the speaker does not know. What we withdrew, what the speaker took back and what is redacted
leaves the weighing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.entries import WEIGHED_ACTS
from factbook.facts.values import (
    Count,
    Misfit,
    MostOf,
    Names,
    Quantity,
    Terms,
    Unknown,
    Value,
    When,
)
from factbook.weighing.behind import behind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from factbook.facts.dates import Edtf
    from factbook.facts.entries import Whereabouts
    from factbook.facts.ledger import Claim, Ledger, Voice
    from factbook.weighing.behind import SameStatements

Scope = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What some claims say alike: the value of an attribute in a scope, asserted or denied.

    `behind` is everybody who may stand behind one of the claims, however unsure the link.
    """

    subject: str
    attribute: str
    scope: Scope
    places: tuple[Whereabouts, ...]
    during: Edtf | None
    denied: bool
    value: Value
    claims: tuple[Claim, ...]
    behind: frozenset[str]

    @property
    def identity(self) -> Hashable:
        """What makes two positions the same, in one state of a dossier or in two."""
        covers = _coverage(self.claims[0])
        return self.subject, self.attribute, covers, self.denied, _meaning(self.value)

    @property
    def covers_all(self) -> bool:
        """Whether nothing narrows it down to a part of the incident."""
        return not (self.scope or self.places or self.during)

    @property
    def actors(self) -> frozenset[str]:
        """Ids of all named actors who speak for this position."""
        return frozenset(voice.actor for voice in self.speakers if voice.actor)

    @property
    def speakers(self) -> frozenset[Voice]:
        """All who speak for this position, named or not."""
        return frozenset(voice for claim in self.claims for voice in claim.voices)


def is_weighed(claim: Claim) -> bool:
    """Whether a claim takes part in weighing."""
    return (
        claim.entry.stands
        and claim.entry.act in WEIGHED_ACTS
        and not claim.entry.hedge
        and not isinstance(claim.value, Misfit | MostOf | Unknown)
    )


def positions(
    subject: str, claims: Iterable[Claim], ledger: Ledger, same: SameStatements
) -> list[Position]:
    """The positions of one subject, in the order in which their first claims are written."""
    groups: defaultdict[tuple[Hashable, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_weighed(claim):
            denied = claim.entry.act == "denies"
            groups[claim.entry.attribute, _coverage(claim), denied, _meaning(claim.value)].append(
                claim
            )
    return [_position(subject, alike, ledger, same) for alike in groups.values()]


def _position(subject: str, alike: list[Claim], ledger: Ledger, same: SameStatements) -> Position:
    first = alike[0].entry
    return Position(
        subject=subject,
        attribute=first.attribute,
        scope=tuple(sorted(first.of.items())),
        places=first.places,
        during=first.during,
        denied=first.act == "denies",
        value=alike[0].value,
        claims=tuple(alike),
        behind=frozenset().union(*(behind(claim, ledger, same.lower).together for claim in alike)),
    )


def _coverage(claim: Claim) -> Hashable:
    """What a claim covers: qualifiers, where within the incident, and when."""
    entry = claim.entry
    during = entry.during.meaning if entry.during else None
    return tuple(sorted(entry.of.items())), frozenset(entry.places), during


def _meaning(value: Value) -> Hashable:
    """What makes two values the same: `at least 1` and `some` differ in words, not in meaning."""
    match value:
        case Count(numbers=numbers):
            return numbers
        case Quantity(measure=measure):
            return measure
        case When(date=date):
            return date.meaning
        case Names(ids=ids) | Terms(ids=ids):
            return type(value), frozenset(ids)
    return value
