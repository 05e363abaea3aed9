"""A position: all claims on one attribute of one subject, in one scope, that say the same.

Weighed are claims that assert, deny, accuse or claim responsibility, without a hedge of the
speaker's own ("believed to be"); the document's distance ("reportedly") is no hedge. What is
condemned, demanded, warned of, threatened or opined is shown beside, never weighed; so is what the
speaker does not know. What we withdrew, what the speaker took back and what is redacted leaves the
weighing. A document's own voice is weighed like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.entries import WEIGHED_ACTS
from factbook.facts.values import (
    Count,
    Misfit,
    MostOf,
    Names,
    Quantity,
    Terms,
    Texts,
    Unknown,
    Value,
    When,
)
from factbook.weighing.comparing.coverage import WHOLE, Coverage
from factbook.weighing.covered import Covered

if TYPE_CHECKING:
    from collections.abc import Hashable

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Claim, Ledger, Voice

NOTHING_TO_WEIGH = (Misfit, MostOf, Unknown)


class Position(NamedTuple):
    """What some claims say alike: the value of an attribute in a scope, asserted or denied.

    `drift` are other words for words that are there verbatim, which say something else. `parts`
    are the claims of which one speaker's are summed up to the value; `complete` says that they, or
    one of the claims, name all there is.
    """

    subject: str
    attribute: str
    coverage: Coverage
    denied: bool
    value: Value
    claims: tuple[Claim, ...]
    drift: bool = False
    parts: bool = False
    complete: bool = False

    @property
    def identity(self) -> Hashable:
        """What makes two positions the same, in one state of a dossier or in two."""
        kind = self.denied, self.drift, self.parts
        return self.subject, self.attribute, self.coverage.meaning, kind, meaning(self.value)

    @property
    def keys(self) -> tuple[ClaimKey, ...]:
        """The claims by their keys."""
        return tuple(claim.key for claim in self.claims)

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
    entry = claim.entry
    return (
        entry.act in WEIGHED_ACTS
        and not entry.hedge
        and not isinstance(claim.value, NOTHING_TO_WEIGH)
        and entry.stands
    )


def is_doubted(claim: Claim) -> bool:
    """Whether a claim takes no part because of its speaker's own doubt, and of nothing else."""
    entry = claim.entry
    return bool(entry.hedge) and entry.act in WEIGHED_ACTS and entry.stands


def positions(claims: list[Claim], ledger: Ledger) -> list[Position]:
    """The positions of one subject, in the order in which their first claims are written."""
    groups: dict[Hashable, list[Claim]] = {}
    coverages: dict[Hashable, Coverage] = {}
    covered = Covered(claims, ledger)
    drifting = _drifting(claims, covered)
    for claim in claims:
        if not is_weighed(claim):
            continue
        entry = claim.entry
        coverage = covered.of(claim)
        key = (
            entry.attribute,
            coverage.meaning if coverage is not WHOLE else WHOLE,
            entry.act == "denies",
            meaning(claim.value),
            claim.key in drifting,
        )
        if key in groups:
            groups[key].append(claim)
        else:
            groups[key] = [claim]
            coverages[key] = coverage
    return [
        _position(coverages[key], alike, drift=alike[0].key in drifting)
        for key, alike in groups.items()
    ]


def _position(coverage: Coverage, alike: list[Claim], *, drift: bool) -> Position:
    first = alike[0].entry
    return Position(
        alike[0].key.subject,
        first.attribute,
        coverage,
        first.act == "denies",
        alike[0].value,
        tuple(alike),
        drift,
        complete=any(claim.entry.complete for claim in alike),
    )


def _drifting(claims: list[Claim], covered: Covered) -> set[Hashable]:
    """Claims in other words than their statement's own, where these are there.

    They drift if they say otherwise of the same; or if they say the same, with a qualifier or the
    speaker's doubt left away.
    """
    indirect = [one for one in claims if one.statements and not is_verbatim(one)]
    if not indirect:
        return set()
    words: dict[Hashable, list[Claim]] = {}
    for one in claims:
        if is_verbatim(one) and one.entry.stands and one.entry.act in WEIGHED_ACTS:
            for name in one.statements:
                words.setdefault((name, one.entry.attribute, _as_of(one)), []).append(one)
    found: set[Hashable] = set()
    for one in indirect:
        for name in one.statements:
            verbatim = words.get((name, one.entry.attribute, _as_of(one)), [])
            if _drifts(one, verbatim, covered):
                found.add(one.key)
    return found


def _drifts(one: Claim, verbatim: list[Claim], covered: Covered) -> bool:
    """Whether a claim in other words differs from words that are there, or leaves some away."""
    own = covered.of(one)
    same = [other for other in verbatim if covered.of(other).meaning == own.meaning]
    sure = [other for other in same if not other.entry.hedge]
    if any(_says_as(one, other) for other in sure):
        return False
    if sure or any(_says_as(one, other) for other in same):
        return True
    mine = dict(own.scope)
    return any(
        _says_as(one, other) and _is_less(mine, dict(covered.of(other).scope)) for other in verbatim
    )


def _is_less(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether one scope is the other with some qualifiers left away or added."""
    return one != other and (one.items() <= other.items() or other.items() <= one.items())


def _as_of(claim: Claim) -> Hashable:
    return claim.entry.as_of.meaning if claim.entry.as_of else None


def _says_as(one: Claim, other: Claim) -> bool:
    is_denial = one.entry.act == "denies", other.entry.act == "denies"
    return is_denial[0] == is_denial[1] and meaning(one.value) == meaning(other.value)


def is_verbatim(claim: Claim) -> bool:
    """Whether a document gives the speaker's own words for a claim."""
    return any(citation.rendering == "verbatim" for citation in claim.entry.cite)


def meaning(value: Value) -> Hashable:
    """What makes two values the same: `at least 1` and `some` differ in words, not in meaning."""
    if isinstance(value, Count):
        numbers = value.numbers
        return numbers.usual, numbers.outermost, numbers.best
    if isinstance(value, Quantity):
        return value.measure
    if isinstance(value, When):
        return value.date.meaning
    if isinstance(value, Names | Terms):
        return type(value), frozenset(value.ids)
    if isinstance(value, Texts):
        return frozenset(value.items)
    return value
