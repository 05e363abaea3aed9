"""Who counts as one with whom, and so who stands behind a claim.

A spokesman stands for the body he speaks for (one step: ministries and embassies are `part_of`,
which does not merge). Two names that may be one actor's, statements that may be one and the same,
and documents that derive from each other are taken together, transitively. A claim that echoes
another rests on that one's speaker too, for what it says and no further. Somebody unnamed is known
by the first outlet of their route, the wording and the subject, unless the editors say that they
are the same as another; "reports" are nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.ledger import voices
from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.facts.entries import Certainty
    from factbook.facts.ledger import Claim, Ledger, Voice

LINKS_OF_LOWER: frozenset[Certainty] = frozenset({"certain", "probable", "possible"})
LINKS_OF_UPPER: frozenset[Certainty] = frozenset({"certain", "probable"})
NOBODY = re.compile(r"(.+ )?reports?", re.IGNORECASE)
Actors = frozenset[str]


class Behind(NamedTuple):
    """Who stands behind a claim: those who spoke alone; all, speakers of joint ones included."""

    alone: Actors
    together: Actors


NO_ONE = Behind(frozenset(), frozenset())


class Links:
    """Who counts as one at one bound of origins, for a whole ledger."""

    __slots__ = (
        "actors",
        "certainties",
        "documents",
        "ledger",
        "linked",
        "roots",
        "statements",
        "wholes",
    )

    def __init__(self, ledger: Ledger, certainties: frozenset[Certainty]) -> None:
        """Follow the links that are as sure as `certainties`."""
        self.ledger = ledger
        self.roots = ledger.vocabulary.roots
        self.wholes = ledger.vocabulary.wholes
        self.certainties = certainties
        self.actors = _actors(ledger, certainties)
        self.statements = _statements(ledger, certainties)
        pairs = ((name, one) for name, doc in ledger.sources.items() for one in doc.derives_from)
        self.linked = [frozenset((name, one)) for name, one in self.actors.items()]
        self.documents = {name: min(group) for name, group in _groups(pairs).items()}

    def agrees_with(self, other: Links) -> bool:
        """Whether both take the same together, so that one can stand for both."""
        unsure = any(
            claim.entry.echoes and claim.entry.echoes.certainty == "possible"
            for claim in self.ledger.claims.values()
        )
        return not unsure and (self.actors, self.statements) == (other.actors, other.statements)

    def behind(self, claim: Claim) -> Behind:
        """Who stands behind a claim, with its statement's group and with what it echoes."""
        if not claim.voices:
            return NO_ONE if claim.entry.basis is None else self._witness(claim)
        if len(claim.voices) == 1 and claim.voices[0].actor and not claim.entry.echoes:
            [statement, *more] = claim.statements or ("",)
            if not more and statement not in self.statements:
                actor = claim.voices[0].actor
                only = frozenset((self.actors.get(actor, actor),))
                return Behind(only, only)
        return self._linked(claim, frozenset())

    def known_as(self, voice: Voice, claim: Claim) -> str:
        """What a speaker counts as: an actor, or somebody unnamed; empty for "reports".

        Where it is not said to which outlet they spoke, the first of the route stands for it, and
        else the document.
        """
        if voice.actor:
            return self.actors.get(voice.actor, voice.actor)
        if voice.same_as:
            return f"{voice.same_as} (unnamed)"
        if NOBODY.fullmatch(voice.unnamed):
            return ""
        outlet = voice.outlet
        if not outlet and claim.entry.cite:
            first = claim.entry.cite[0]
            outlet = first.via[0] if first.via else self.documents.get(first.source, first.source)
        return f"{voice.unnamed} to {outlet} on {claim.key.subject}"

    def document(self, source: str) -> str:
        """Whose own voice a document is: its publisher, where the dossier knows one, else it."""
        source = self.documents.get(source, source)
        record = self.ledger.sources.get(source)
        if record and record.publisher in self.ledger.actors:
            return self.actors.get(record.publisher, record.publisher)
        return f"the document {source}"

    def _witness(self, claim: Claim) -> Behind:
        """A document that saw for itself."""
        found = frozenset(self.document(cited.source) for cited in claim.entry.cite)
        return Behind(found, found)

    def _linked(self, claim: Claim, seen: frozenset[object]) -> Behind:
        own = self._known(claim.voices, claim)
        others = [
            self._known(voices(self.ledger.statements[other].by), claim)
            for name in claim.statements
            for other in self.statements.get(name, ())
        ]
        singles = [group for group in others if len(group) == 1]
        echoed = self._echoed(claim, seen | {claim.key})
        together = own.union(*others, echoed.together)
        alone = own.union(*singles, echoed.alone) if len(own) == 1 else frozenset()
        return Behind(alone, together)

    def _echoed(self, claim: Claim, seen: frozenset[object]) -> Behind:
        """Who stands behind the claim that this one echoes."""
        echo = claim.entry.echoes
        if echo is None or echo.certainty not in self.certainties:
            return NO_ONE
        other = self.ledger.claims.get(key_of(echo.claim, claim.key.subject))
        if other is None or other.key in seen or not other.voices:
            return NO_ONE
        return self._linked(other, seen)

    def _known(self, speakers: Iterable[Voice], claim: Claim) -> Actors:
        return frozenset(filter(None, (self.known_as(one, claim) for one in speakers)))


def _actors(ledger: Ledger, certainties: frozenset[Certainty]) -> dict[str, str]:
    """Actor -> what it counts as, where that is not itself."""
    pairs = (
        (name, other)
        for name, links in ledger.same_actors.items()
        for other, certainty in links.items()
        if certainty in certainties
    )
    named = {name: min(group) for name, group in _groups(pairs).items()}
    voices_of = {
        name: named.get(actor.speaks_for, actor.speaks_for)
        for name, actor in ledger.actors.items()
        if actor.speaks_for
    }
    return {**named, **voices_of}


def _statements(ledger: Ledger, certainties: frozenset[Certainty]) -> dict[str, Actors]:
    """Statement -> all that it may be one with, itself included, where there are any."""
    known = ledger.statements
    return _groups(
        (name, link.statement)
        for name, statement in known.items()
        for link in statement.perhaps_same
        if link.certainty in certainties and link.statement in known
    )


def _groups(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Each name of the pairs -> all it is linked with, however many steps away."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        mine, theirs = groups.get(one, {one}), groups.get(other, {other})
        if mine is not theirs:
            mine |= theirs
            groups |= dict.fromkeys(mine, mine)
    return {name: frozenset(group) for name, group in groups.items()}
