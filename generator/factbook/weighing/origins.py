"""How many origins a position rests on, as a range.

Counted are the distinct actors behind a position's claims. Statements that may be one and the same
are merged: certain and probable links always, possible ones only for the lower bound, so that "1 to
2 origins" says what is not known. Links are transitive. Who speaks for a body counts as that body.
A joint statement adds none where one of its speakers already stands; alone it counts one. An
unnamed speaker is known by the outlet, the wording and the subject. A document's own voice is
listed, not counted.

Example: four outlets that quote one speaker are one origin.
Example: two statements, possibly one and the same, are 1 to 2 origins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.weighing.behind import Actors, behind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.facts.ledger import Ledger
    from factbook.weighing.behind import Groups, SameStatements
    from factbook.weighing.position import Position


@dataclass(frozen=True, slots=True)
class Origins:
    """The fewest and the most origins a position can have.

    `own_voice` documents speak for themselves beside them; `merged` says why speakers count as one.
    """

    low: int
    high: int
    own_voice: int
    merged: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.high == 0:
            return "no origin named"
        counted = f"{self.low} to {self.high}" if self.low < self.high else str(self.high)
        return f"{counted} origin{'' if self.high == 1 else 's'}"


def origins(position: Position, ledger: Ledger, same: SameStatements) -> Origins:
    """The origins of one position."""
    own_voice = {
        one.source for claim in position.claims if not claim.voices for one in claim.entry.cite
    }
    return Origins(
        low=_count(position, ledger, same.lower),
        high=_count(position, ledger, same.upper),
        own_voice=len(own_voice),
        merged=tuple(dict.fromkeys(_reasons(position, ledger, same))),
    )


def _count(position: Position, ledger: Ledger, same: Groups) -> int:
    """Merge whoever shares an actor; then see which joint statements stand alone."""
    spoken = [behind(claim, ledger, same) for claim in position.claims if claim.voices]
    merged = _merged(one.alone for one in spoken if one.alone)
    standing = frozenset().union(*merged)
    joint = (one.together for one in spoken if not one.alone)
    return len(merged) + len(_merged(actors for actors in joint if not actors & standing))


def _merged(groups: Iterable[Actors]) -> list[Actors]:
    """Groups of actors, those that share one merged, transitively."""
    merged: list[Actors] = []
    for group in groups:
        touching = [other for other in merged if other & group]
        merged = [other for other in merged if not other & group]
        merged.append(group.union(*touching))
    return merged


def _reasons(position: Position, ledger: Ledger, same: SameStatements) -> Iterator[str]:
    """In words: a joint statement, a voice for a body, two statements that may be one."""
    spoken = {name for claim in position.claims for name in claim.statements}
    for claim in position.claims:
        if len(claim.voices) > 1:
            yield "joint statement"
        for voice in claim.voices:
            actor = ledger.actors.get(voice.actor)
            if actor and actor.speaks_for in position.actors:
                yield f"{actor.title} speaks for {ledger.title(actor.speaks_for)}"
    for name in sorted(spoken & ledger.statements.keys()):
        others = spoken & same.lower[name] - {name}
        if others & same.upper[name]:
            yield "probably one statement"
        elif others:
            yield "possibly one statement"
