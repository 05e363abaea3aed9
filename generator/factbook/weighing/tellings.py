"""All tellings of a family of positions: who still holds what, and which of them can clash."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.values import Count, Flag, Names, Quantity, Terms, When
from factbook.weighing.comparing.denials import reaches
from factbook.weighing.position import is_verbatim
from factbook.weighing.said import holds_as_of, said_on
from factbook.weighing.superseded import superseded
from factbook.weighing.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Claim
    from factbook.facts.sets import Range
    from factbook.weighing.linking import Links
    from factbook.weighing.position import Position
    from factbook.weighing.telling import Actors

ONE_AT_A_TIME = Count | Quantity | When | Flag


class Held(NamedTuple):
    """The tellings of a position that are held to this day, and all of them by statement."""

    live: list[Telling]
    by_statement: dict[str, list[Telling]]


class Tellings:
    """The tellings of all positions of a family, each worked out when it is asked for."""

    def __init__(
        self, family: list[Position], links: Links, apart: frozenset[ClaimKey] = frozenset()
    ) -> None:
        """`links` say which actors are one; claims that are to stand `apart` are never joined."""
        self._family = family
        self._links = links
        self._apart = apart
        self._of: dict[int, list[Telling]] = {}
        self._sorted: dict[int, Held] = {}
        self._twice: Actors | None = None
        self._latest: dict[Hashable, dict[str, list[tuple[float, int]]]] | None = None
        self._superseded = superseded(family, self.actors, links.ledger)

    @property
    def supersedes_any(self) -> bool:
        """Whether any claim of the family takes the place of another."""
        return bool(self._superseded)

    def is_superseded(self, telling: Telling) -> bool:
        """Whether another claim takes the place of one of these."""
        return bool(self._superseded & telling.keys)

    def is_gone(self, position: Position) -> bool:
        """Whether every claim of a position is superseded by another."""
        return all(claim.key in self._superseded for claim in position.claims)

    def live(self, number: int) -> list[Telling]:
        """The tellings of a position that somebody holds to this day."""
        return self._held(number).live

    def facing(self, one: int, other: int) -> Iterator[tuple[Telling, Telling]]:
        """The tellings of two positions that can clash: those still held, and of one statement.

        Who has said otherwise since has revised; nothing more is to be asked of that. Tellings that
        differ in nothing but their statements are asked once.
        """
        mine, theirs = self._held(one), self._held(other)
        yield from product(mine.live, theirs.live)
        for name in mine.by_statement.keys() & theirs.by_statement.keys():
            yield from product(mine.by_statement[name], theirs.by_statement[name])

    def _held(self, number: int) -> Held:
        """The tellings of a position sorted for comparing."""
        if number not in self._sorted:
            by_statement: dict[str, list[Telling]] = {}
            live: dict[Hashable, Telling] = {}
            for one in self.of(number):
                marked = one.keys if one.keys & self._apart else None
                if one.live:
                    said = one.actors, one.live, one.said, one.as_of, one.exact, marked
                    live.setdefault(said, one)
                for name in one.statements:
                    by_statement.setdefault(name, []).append(one)
            self._sorted[number] = Held(list(live.values()), by_statement)
        return self._sorted[number]

    def still_holds(self, claim: Claim, number: int) -> bool:
        """Whether anybody who made a claim of this position holds it to this day."""
        return bool(self._telling(claim, number).live)

    def of(self, number: int) -> list[Telling]:
        """The tellings of a position, by its place in the family; alike ones once."""
        if number not in self._of:
            self._of[number] = list(self._told(number))
        return self._of[number]

    def _told(self, number: int) -> Iterator[Telling]:
        position = self._family[number]
        if position.parts:
            yield self._sum(position, number)
            return
        found: dict[Hashable, Telling] = {}
        for claim in position.claims:
            one = self._telling(claim, number)
            own = claim.key in self._apart or claim.key in self._superseded
            marked = claim.key if own or claim.entry.supersedes else None
            found.setdefault((*one[:6], marked), one)
        yield from found.values()

    def _telling(self, claim: Claim, number: int) -> Telling:
        ledger = self._links.ledger
        said = said_on(claim, ledger)
        actors = self.actors(claim)
        gone = claim.key in self._superseded
        documents = {f"the document {one.source}" for one in claim.entry.cite}
        return Telling(
            actors=actors,
            live=frozenset() if gone else self._still(actors, said, number),
            said=said,
            as_of=holds_as_of(claim, ledger),
            statements=frozenset(claim.statements or documents),
            exact=is_verbatim(claim),
            claims=(claim,),
        )

    def _sum(self, position: Position, number: int) -> Telling:
        """One speaker's parts taken together: as late as the latest of them."""
        parts = [self._telling(claim, number) for claim in position.claims]
        said = [one.said for one in parts if one.said]
        dated = [one.as_of for one in parts if one.as_of]
        return Telling(
            actors=parts[0].actors,
            live=parts[0].actors.intersection(*(one.live for one in parts)),
            said=max(said) if len(said) == len(parts) else None,
            as_of=max(dated, key=lambda one: one.usual) if len(dated) == len(parts) else None,
            statements=parts[0].statements.union(*(one.statements for one in parts)),
            exact=True,
            claims=position.claims,
        )

    def actors(self, claim: Claim) -> Actors:
        """Who says it: actors, spokesmen as their bodies; a document where it speaks itself."""
        if claim.voices:
            names = (self._links.known_as(voice, claim) for voice in claim.voices)
            return frozenset(name or f"reports in {claim.statements[0]}" for name in names)
        return frozenset(f"the document {one.source}" for one in claim.entry.cite)

    def _still(self, actors: Actors, said: Range | None, number: int) -> Actors:
        """Those who have not said otherwise since, of the same attribute and scope."""
        if said is None or not actors & self._repeated():
            return actors
        position = self._family[number]
        later = self._later().get((position.attribute, position.coverage.meaning), {})
        return frozenset(
            actor
            for actor in actors
            if not any(
                low > said.high and at != number and self._takes_back(at, number)
                for low, at in later.get(actor, ())
            )
        )

    def _takes_back(self, later: int, earlier: int) -> bool:
        """Whether a speaker of the later position no longer holds the earlier one."""
        new, old = self._family[later], self._family[earlier]
        ledger = self._links.ledger
        if new.denied != old.denied:
            denied, claimed = (new, old) if new.denied else (old, new)
            return reaches(denied.value, claimed.value, ledger)
        if isinstance(new.value, ONE_AT_A_TIME):
            return True
        if isinstance(new.value, Names | Terms) and isinstance(old.value, Names | Terms):
            attribute = ledger.vocabulary.attributes[new.attribute]
            is_place = attribute.type == "place" and not attribute.many
            return is_place or bool(new.value.ids) != bool(old.value.ids)
        return False

    def _repeated(self) -> Actors:
        """Actors who tell more than one position of the family."""
        if self._twice is None:
            seen: set[str] = set()
            twice: set[str] = set()
            for position in self._family:
                told = {one for claim in position.claims for one in self.actors(claim)}
                twice |= told & seen
                seen |= told
            self._twice = frozenset(twice)
        return self._twice

    def _later(self) -> dict[Hashable, dict[str, list[tuple[float, int]]]]:
        """Attribute and scope -> actor -> the latest days they spoke, with the positions."""
        if self._latest is None:
            self._latest = {}
            for number, position in enumerate(self._family):
                if position.parts or position.drift:
                    continue
                field = position.attribute, position.coverage.meaning
                _note(self._latest.setdefault(field, {}), self._spoken(position.claims), number)
        return self._latest

    def _spoken(self, claims: Iterable[Claim]) -> Iterator[tuple[str, float]]:
        for claim in claims:
            said = said_on(claim, self._links.ledger)
            if said:
                for actor in self.actors(claim):
                    yield actor, said.low


def _note(
    latest: dict[str, list[tuple[float, int]]], spoken: Iterable[tuple[str, float]], number: int
) -> None:
    """Keep the latest day of each actor in one position."""
    days: dict[str, float] = {}
    for actor, low in spoken:
        days[actor] = max(low, days.get(actor, low))
    for actor, low in days.items():
        latest.setdefault(actor, []).append((low, number))
