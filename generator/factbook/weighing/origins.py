"""How many origins a position rests on, as a range.

Counted are the distinct actors behind a position's claims, linked ones taken together: a spokesman
with his body, statements that may be one and the same, documents that derive from each other, a
claim with the one that it echoes. Certain and probable links always merge; possible ones only
for the lower bound, so that "1 to 2 origins" says what is not known. Links are transitive. A joint
statement adds none where one of its speakers already stands; alone it counts one. An unnamed
speaker is known by the outlet, the wording and the subject; a group counts one; "reports" are
nobody. A document's own voice is listed and not counted, unless it says that it saw for itself.
A value that was inferred through a document which does not carry the claim may rest on whoever
gives the value there: the two are one for the lower bound, and it is said.

Example: four outlets that quote one speaker are one origin.
Example: two statements, possibly one and the same, are 1 to 2 origins.
Example: a resident's "Sunday", dated by the report in which the ministry dates it, is with the
    ministry 1 to 2 origins.
Example: television that repeats the ministry's figure is no origin beside the ministry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.described import title_within
from factbook.weighing.linking import Behind, inferred_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.facts.ledger import Claim, Ledger
    from factbook.weighing.linking import Actors, Links


class Origins(NamedTuple):
    """The fewest and the most origins a position can have.

    `own_voice` documents speak for themselves beside them; `merged` says why speakers count as one.
    """

    low: int
    high: int
    own_voice: int = 0
    merged: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.high == 0:
            return "no origin named"
        counted = f"{self.low} to {self.high}" if self.low < self.high else str(self.high)
        return f"{counted} origin{'' if self.high == 1 else 's'}"


ONE = Origins(1, 1)


def origins(claims: tuple[Claim, ...], lower: Links, upper: Links) -> Origins:
    """The origins behind some claims that say the same."""
    if len(claims) == 1 and len(claims[0].voices) == 1 and claims[0].voices[0].actor:
        entry = claims[0].entry
        if not entry.echoes and not entry.inferred:
            return ONE
        return Origins(1, 1, 0, (*_echo(claims[0], lower), *_inferred(claims[0], lower)))
    own_voice = {
        one.source
        for claim in claims
        if not claim.voices and claim.entry.basis is None
        for one in claim.entry.cite
    }
    high = _count(claims, upper)
    return Origins(
        low=high if lower is upper else min(high, _count(claims, lower)),  # an echo adds nobody
        high=high,
        own_voice=len(own_voice),
        merged=tuple(dict.fromkeys(_reasons(claims, lower, upper))),
    )


def counted_as_one(claims: tuple[Claim, ...], links: Links) -> list[Actors]:
    """The origins behind some claims, each with all who count as that one."""
    spoken = {one for claim in claims for one in witnesses(claim, links) or (links.behind(claim),)}
    if links.takes_possible:
        spoken |= set(_perhaps_from(claims, links))
    merged = _merged(one.alone for one in spoken if one.alone)
    standing = frozenset().union(*merged)
    joint = (one.together for one in spoken if one.together and not one.alone)
    return [*merged, *_merged(actors for actors in joint if not actors & standing)]


def witnesses(claim: Claim, links: Links) -> list[Behind]:
    """Documents that each saw for themselves: as many origins as there are of them."""
    if claim.voices or claim.entry.basis is None or claim.entry.echoes:
        return []
    seen = (links.document(one.source) for one in claim.entry.cite)
    return [Behind(one, one) for one in seen]


def _perhaps_from(claims: tuple[Claim, ...], links: Links) -> Iterator[Behind]:
    """Those who may have a value from each other, since it was inferred through the other's words.

    A joint statement is left as it is: to merge it would merge its speakers.
    """
    for claim in claims:
        elsewhere = inferred_elsewhere(claim)
        own = links.behind(claim).alone if elsewhere else frozenset()
        for other in claims if own else ():
            theirs = links.behind(other).alone
            if theirs and any(one.source in elsewhere for one in other.entry.cite):
                yield Behind(own | theirs, own | theirs)


def _count(claims: tuple[Claim, ...], links: Links) -> int:
    """Merge whoever shares an actor; then see which joint statements stand alone."""
    return len(counted_as_one(claims, links))


def _merged(groups: Iterable[Actors]) -> list[Actors]:
    """Groups of actors, those that share one merged, transitively."""
    whole: dict[str, set[str]] = {}
    for group in groups:
        found = set(group)
        for actor in group:
            found |= whole.get(actor, set())
        whole |= dict.fromkeys(found, found)
    return [frozenset(one) for one in {id(one): one for one in whole.values()}.values()]


def _reasons(claims: tuple[Claim, ...], lower: Links, upper: Links) -> Iterator[str]:
    """In words: a joint statement, a voice for a body, an echo, two statements that may be one."""
    ledger = lower.ledger
    actors = {voice.actor for claim in claims for voice in claim.voices if voice.actor}
    for claim in claims:
        if len(claim.voices) > 1:
            yield "joint statement"
        yield from _echo(claim, lower)
        yield from _inferred(claim, lower)
    if len(claims) > 1:
        yield from _one_body(sorted(actors), ledger)
        yield from _one_statement(claims, lower, upper)
    yield from _one_document(claims, lower, upper)


def _echo(claim: Claim, links: Links) -> Iterator[str]:
    if claim.entry.echoes:
        who = _who(claim, links.ledger)
        yield f"{who}: an echo of another claim ({claim.entry.echoes.certainty})"


def _inferred(claim: Claim, links: Links) -> Iterator[str]:
    """That the words of the speaker alone do not give the value."""
    elsewhere = inferred_elsewhere(claim)
    if elsewhere and claim.voices:
        names = ", ".join(f"“{links.ledger.title(name)}”" for name in sorted(elsewhere))
        yield f"{_who(claim, links.ledger)}: inferred through {names}"


def _one_body(actors: list[str], ledger: Ledger) -> Iterator[str]:
    """Spokesmen beside those they speak for, and two names of what may be one actor."""
    for name in actors:
        actor = ledger.actors.get(name)
        if actor and actor.speaks_for in actors:
            whom = title_within(actor.speaks_for, ledger)
            yield f"{title_within(name, ledger)} as a voice of {whom}"
        for other, certainty in ledger.same_actors.get(name, {}).items():
            if other in actors and name < other:
                both = f"{title_within(name, ledger)} and {title_within(other, ledger)}"
                yield f"{both} are one ({certainty})"


def _one_statement(claims: tuple[Claim, ...], lower: Links, upper: Links) -> Iterator[str]:
    spoken = {name for claim in claims for name in claim.statements if name in lower.statements}
    for name in sorted(spoken):
        others = spoken & lower.statements[name] - {name}
        if others & upper.statements.get(name, frozenset()):
            yield "probably one statement"
        elif others:
            yield "possibly one statement"


def _one_document(claims: tuple[Claim, ...], lower: Links, upper: Links) -> Iterator[str]:
    """Documents that speak for themselves, or stand for somebody unnamed, and go back to one."""
    counted = dict.fromkeys(name for claim in claims for name in _known_by(claim))
    for links, least, sure in ((upper, 1, ""), (lower, 2, " (possible)")):
        together: dict[str, list[str]] = {}
        for name in counted:
            together.setdefault(links.documents.of(name), []).append(name)
        for found in together.values():
            if len(found) > 1 and len({upper.documents.of(one) for one in found}) >= least:
                titles = [f"“{links.ledger.title(one)}”" for one in found]
                named = " and ".join(titles) if len(found) == 2 else f"{len(found)} documents"
                yield f"{named} go back to one document{sure}"


def _known_by(claim: Claim) -> list[str]:
    """The documents that speak in a claim, or by which somebody unnamed is known."""
    if not claim.voices:
        return [one.source for one in claim.entry.cite]
    unknown = any(one.unnamed and not (one.outlet or one.same_as) for one in claim.voices)
    return [one.source for one in claim.entry.cite[:1] if unknown and not one.via]


def _who(claim: Claim, ledger: Ledger) -> str:
    voices = claim.voices
    names = [title_within(one.actor, ledger) if one.actor else one.unnamed for one in voices]
    return " and ".join(names) or "a document"
