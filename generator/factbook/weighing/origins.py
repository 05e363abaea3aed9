"""How many origins a position rests on, as a range.

Counted are the distinct actors behind a position's claims. Statements that may be one and the same
are merged: certain and probable links always, possible ones only for the lower bound, so that "1 to
2 origins" says what is not known. Links are transitive. A joint statement adds none where one of
its speakers already stands; alone it counts one. An unnamed speaker is known by the outlet, the
wording and the subject. A document's own voice is listed, not counted.

Example: four outlets that quote one speaker are one origin.
Example: two statements, possibly one and the same, are 1 to 2 origins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.ledger import voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.facts.ledger import Claim, Ledger, Voice
    from factbook.facts.model import Certainty
    from factbook.weighing.position import Position

LINKS_OF_LOWER: frozenset[Certainty] = frozenset({"certain", "probable", "possible"})
LINKS_OF_UPPER: frozenset[Certainty] = frozenset({"certain", "probable"})
Actors = frozenset[str]


@dataclass(frozen=True, slots=True)
class Origins:
    """The fewest and the most origins a position can have.

    `own_voice` documents speak for themselves beside them.
    """

    low: int
    high: int
    own_voice: int
    merged: tuple[str, ...] = ()  # why several speakers count as one

    def __str__(self) -> str:
        if self.high == 0:
            return "no origin named"
        counted = f"{self.low} to {self.high}" if self.low < self.high else str(self.high)
        return f"{counted} origin{'' if self.high == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class SameStatements:
    """Statements that are taken to be one: each leads to all speakers of its group."""

    lower: Mapping[str, frozenset[str]]
    upper: Mapping[str, frozenset[str]]


def same_statements(ledger: Ledger) -> SameStatements:
    """The groups of statements that `perhaps_same` links, for either bound."""
    return SameStatements(_groups(ledger, LINKS_OF_LOWER), _groups(ledger, LINKS_OF_UPPER))


def origins(position: Position, ledger: Ledger, same: SameStatements) -> Origins:
    """The origins of one position."""
    silent = {
        one.source for claim in position.claims if not claim.voices for one in claim.entry.cite
    }
    return Origins(
        low=_count(position.claims, ledger, same.lower),
        high=_count(position.claims, ledger, same.upper),
        own_voice=len(silent),
        merged=tuple(dict.fromkeys(_reasons(position, ledger, same))),
    )


def _reasons(position: Position, ledger: Ledger, same: SameStatements) -> Iterator[str]:
    """In words: a joint statement, or two statements of the position that may be one."""
    spoken = {name for claim in position.claims for name in claim.statements}
    for claim in position.claims:
        if len(claim.voices) > 1:
            yield "joint statement"
    for name in sorted(spoken & ledger.statements.keys()):
        others = spoken & same.lower[name] - {name}
        if others & same.upper[name]:
            yield "probably one statement"
        elif others:
            yield "possibly one statement"


def _groups(ledger: Ledger, certainties: frozenset[Certainty]) -> dict[str, frozenset[str]]:
    """Statement -> all statements it is linked to, itself included; by walking the links."""
    links: dict[str, set[str]] = {name: {name} for name in ledger.statements}
    for name, statement in ledger.statements.items():
        for link in statement.perhaps_same:
            if link.certainty in certainties and link.statement in links:
                links[name].add(link.statement)
                links[link.statement].add(name)
    groups: dict[str, frozenset[str]] = {}
    for name in links:
        if name not in groups:
            group: set[str] = set()
            waiting = [name]
            while waiting:
                one = waiting.pop()
                if one not in group:
                    group.add(one)
                    waiting += links[one]
            groups |= dict.fromkeys(group, frozenset(group))
    return groups


def _count(claims: Iterable[Claim], ledger: Ledger, same: Mapping[str, frozenset[str]]) -> int:
    """Merge whoever shares an actor; then see which joint statements stand alone."""
    single: list[Actors] = []
    joint: list[Actors] = []
    for claim in claims:
        if not claim.voices:
            continue
        alone, together = _behind(claim, ledger, same)
        if alone:
            single.append(alone)
        else:
            joint.append(together)
    merged = _merged(single)
    standing = frozenset().union(*merged)
    return len(merged) + len(_merged([actors for actors in joint if not actors & standing]))


def _behind(
    claim: Claim, ledger: Ledger, same: Mapping[str, frozenset[str]]
) -> tuple[Actors, Actors]:
    """Who stands behind a claim: the single speakers of its statement's group, and all speakers."""
    groups = [tuple(_known_as(voice, claim) for voice in claim.voices)]
    for name in claim.statements:
        for other in same.get(name, frozenset()):
            spoken = voices(ledger.statements[other].by)
            groups.append(tuple(_known_as(voice, claim) for voice in spoken))
    alone = frozenset(group[0] for group in groups if len(group) == 1)
    return alone, frozenset(name for group in groups for name in group)


def _known_as(voice: Voice, claim: Claim) -> str:
    """An actor's id; for somebody unnamed, the outlet, the wording and the subject.

    Where no outlet is known, the document stands for it.
    """
    outlet = voice.outlet or (claim.entry.cite[0].source if claim.entry.cite else "")
    return voice.actor or f"{voice.unnamed} to {outlet} on {claim.key.subject}"


def _merged(groups: Iterable[Actors]) -> list[Actors]:
    """Groups of actors, those that share one merged, transitively."""
    merged: list[Actors] = []
    for group in groups:
        touching = [other for other in merged if other & group]
        merged = [other for other in merged if not other & group]
        merged.append(group.union(*touching))
    return merged
