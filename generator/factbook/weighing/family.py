"""All positions on one family of attributes of one subject, and what the rules ask about them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.entries import WEIGHED_ACTS
from factbook.facts.prose import key_of
from factbook.weighing.position import is_weighed
from factbook.weighing.tellings import Tellings

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Claim, Ledger
    from factbook.weighing.linking import Actors, Links
    from factbook.weighing.position import Position
    from factbook.weighing.relation import Finding
    from factbook.weighing.telling import Telling

STATEMENT_TOLERANCE = 1  # days by which the date of a statement may differ without a time zone


class Bounds(NamedTuple):
    """Who counts as one: at the lower bound of origins, and at the upper one."""

    lower: Links
    upper: Links


class Clash(NamedTuple):
    """Two positions that do not agree by what they say, before it is asked who said so when."""

    one: Position
    other: Position
    finding: Finding


class Declared(NamedTuple):
    """Claims that editors say do not disagree, and why."""

    claims: frozenset[ClaimKey]
    because: str


class Family:
    """The positions of one subject on an attribute, on its parts and its whole."""

    def __init__(self, subject: str, positions: list[Position], bounds: Bounds) -> None:
        """`positions` are of one root attribute; sums may be appended to them."""
        self.subject = subject
        self.positions = positions
        self.bounds = bounds
        self.ledger: Ledger = bounds.upper.ledger
        # who tells a position, and who reports a category, as tensions ask for it
        self.tellers: dict[int, Actors] = {}
        self.reporters: dict[frozenset[tuple[str, str]], Actors] = {}
        self.joined: set[ClaimKey] = set()  # claims that complete accounts have put together
        declared = (one.claims for one in self.declared)
        self.tellings = Tellings(positions, bounds.upper, frozenset().union(*declared))

    @cached_property
    def counts_in(self) -> bool:
        """Whether any claim says that another counts it in."""
        return any(one.entry.counted_in for position in self.positions for one in position.claims)

    @cached_property
    def unsure(self) -> tuple[Claim, ...]:
        """What is said of the family with doubt, or as not known: no position, and no silence."""
        roots = self.bounds.upper.roots
        root = roots[self.positions[0].attribute]
        return tuple(
            one
            for one in self.ledger.of_subject.get(self.subject, ())
            if roots.get(one.entry.attribute) == root
            and one.entry.act in WEIGHED_ACTS
            and one.entry.stands
            and not is_weighed(one)
        )

    @property
    def tolerance(self) -> int:
        """By how many days two dates may differ where a time zone is missing."""
        return STATEMENT_TOLERANCE if self.subject in self.ledger.statements else 0

    @cached_property
    def declared(self) -> tuple[Declared, ...]:
        """What the editors declare to be no conflict."""
        record = self.ledger.subject(self.subject)
        return tuple(
            Declared(frozenset(key_of(claim, self.subject) for claim in one.claims), one.because)
            for one in (record.not_conflicts if record else ())
        )

    @cached_property
    def is_annotated(self) -> bool:
        """Whether editors say of any two claims how they stand to each other."""
        return bool(self.declared) or self.tellings.supersedes_any

    @cached_property
    def is_plain(self) -> bool:
        """Whether nothing can explain a contradiction, or be noted with it.

        So it is where nobody speaks twice, no claim is dated and none linked. What is plain is not
        asked any further; a tension is, since it depends on who stands behind whom.
        """
        if self.is_annotated or any(one.parts for one in self.positions):
            return False
        actors: set[str] = set()
        for position in self.positions:
            for claim in position.claims:
                if claim.entry.stated_in or claim.entry.as_of or claim.entry.echoes:
                    return False
            own = {one for claim in position.claims for one in self.tellings.actors(claim)}
            if own & actors:
                return False
            actors |= own
        return not any(actors & group for group in self.bounds.lower.linked)

    def other_words(self, telling: Telling, position: Position) -> tuple[Position, ...]:
        """What the same statement says of the same in other renderings, none being its words."""
        if telling.exact or position.parts or position.drift:
            return ()
        found = {
            number: True
            for key in _worded(telling, position)
            for number in self._worded.get(key, ())
            if self.positions[number] is not position
        }
        return tuple(self.positions[number] for number in found)

    def live_of(self, position: Position) -> list[Telling]:
        """The tellings of a position that somebody holds to this day."""
        number = next(at for at, one in enumerate(self.positions) if one is position)
        return self.tellings.live(number)

    @cached_property
    def _worded(self) -> dict[Hashable, list[int]]:
        """Positions by the statement that they render, by who said it, and by what they cover."""
        found: dict[Hashable, list[int]] = {}
        for number, position in enumerate(self.positions):
            if position.parts or position.drift:
                continue
            for telling in self.tellings.of(number):
                if not telling.exact:
                    for key in _worded(telling, position):
                        found.setdefault(key, []).append(number)
        return found

    def behind(self, telling: Telling) -> Actors:
        """Everybody who may stand behind a telling, however unsure the link."""
        links = self.bounds.lower
        return frozenset().union(*(links.behind(claim).together for claim in telling.claims))


def _worded(telling: Telling, position: Position) -> Iterator[Hashable]:
    """What two renderings share: the statement, its speakers, what they cover, and as of when."""
    as_of = telling.claims[0].entry.as_of
    same = (position.attribute, position.coverage.meaning, position.denied)
    for name in telling.statements:
        yield name, telling.actors, same, as_of.meaning if as_of else None
