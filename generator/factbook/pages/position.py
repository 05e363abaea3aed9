"""A position in words: its value, what it covers, and of what it is the sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.dates import in_words
from factbook.facts.values import Names
from factbook.pages.remarks import whereabouts
from factbook.pages.wording import as_denied, listed, value_in_words

if TYPE_CHECKING:
    from factbook.facts.ledger import Claim, Ledger
    from factbook.weighing.position import Position


def position_in_words(position: Position, ledger: Ledger) -> str:
    """The value of a position, in each wording that its claims have, with what it covers."""
    if position.parts:
        return f"{_added_up(position, ledger)}{_covering(position, ledger)}"
    words = (value_in_words(one.value, one.entry.of, ledger) for one in position.claims)
    return f"{' / '.join(dict.fromkeys(words))}{_covering(position, ledger)}"


def with_denial(position: Position, ledger: Ledger) -> str:
    """As `position_in_words`, of a denial with the words that say so."""
    words = position_in_words(position, ledger)
    return as_denied(words, position.value) if position.denied else words


def held_in_words(position: Position, ledger: Ledger) -> str:
    """`killed: denied: 3`, `rockets landed: 8`: a position with its attribute."""
    label = ledger.vocabulary.attributes[position.attribute].label.lower()
    return f"{label}: {with_denial(position, ledger)}"


def _added_up(position: Position, ledger: Ledger) -> str:
    """`8 (1, 6 and 1 added up)`, `at least 2 (Anna and Boris named)`."""
    value = value_in_words(position.value, dict(position.coverage.scope), ledger)
    named = [name for one in position.claims for name in _named(one)]
    if named and not isinstance(position.value, Names):
        return f"{value} ({listed(ledger.title(one) for one in dict.fromkeys(named))} named)"
    parts = listed(_part(claim, ledger) for claim in position.claims)
    return f"{value} ({parts} added up)"


def _named(claim: Claim) -> tuple[str, ...]:
    return claim.value.ids if isinstance(claim.value, Names) else ()


def _part(claim: Claim, ledger: Ledger) -> str:
    where = "; ".join(whereabouts(place, ledger) for place in claim.entry.places)
    return " ".join(filter(None, (value_in_words(claim.value, claim.entry.of, ledger), where)))


def _covering(position: Position, ledger: Ledger) -> str:
    """Where and when, if that is not all of the incident."""
    places = position.claims[0].entry.places if position.coverage.places else ()
    during = position.coverage.during
    parts = [whereabouts(place, ledger) for place in places]
    if during:
        parts.append(f"during {in_words(during)}")
    return "".join(f", {part}" for part in parts)
