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
from factbook.weighing.descent import Descent
from factbook.weighing.grouping import groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.facts.decoding import ClaimKey
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
        "naming",
        "roots",
        "statements",
        "surely",
        "wholes",
        "worked_out",
    )

    def __init__(self, ledger: Ledger, certainties: frozenset[Certainty]) -> None:
        """Follow the links that are as sure as `certainties`."""
        self.ledger = ledger
        self.roots = ledger.vocabulary.roots
        self.wholes = ledger.vocabulary.wholes
        self.naming = ledger.vocabulary.naming
        self.certainties = certainties
        self.actors: Mapping[str, str] = _actors(ledger, certainties)
        self.statements: Mapping[str, Actors] = _statements(ledger, certainties)
        self.linked = [frozenset((name, one)) for name, one in self.actors.items()]
        self.documents = Descent(ledger, certainties)
        self.surely = Descent(ledger, LINKS_OF_UPPER)
        self.worked_out: dict[ClaimKey, Behind] = {}  # who stands behind claims that echo

    @property
    def takes_possible(self) -> bool:
        """Whether whoever may be one counts as one: at the lower bound."""
        return "possible" in self.certainties

    def agrees_with(self, other: Links) -> bool:
        """Whether both take the same together, so that one can stand for both."""
        unsure = any(
            (claim.entry.echoes and claim.entry.echoes.certainty == "possible")
            or (claim.entry.inferred and inferred_elsewhere(claim))
            for claim in self.ledger.claims.values()
        )
        mine, theirs = (
            (one.actors, one.statements, one.documents.parents) for one in (self, other)
        )
        return not unsure and mine == theirs

    def behind(self, claim: Claim) -> Behind:
        """Who stands behind a claim, with its statement's group and with what it echoes.

        A document's own voice is nobody, unless it says that it saw for itself.
        """
        if not claim.voices and claim.entry.basis is None:
            return NO_ONE
        if claim.entry.echoes:
            return self._with_echoes(claim)
        return self._said(claim)

    def _said(self, claim: Claim) -> Behind:
        """Who stands behind a claim by itself; a document as what its own voice counts as."""
        if not claim.voices:
            found = frozenset().union(*(self.document(cited.source) for cited in claim.entry.cite))
            return Behind(found, found)
        actor = claim.voices[0].actor
        if len(claim.voices) == 1 and actor and claim.entry.stated_in not in self.statements:
            only = frozenset((self.actors.get(actor, actor),))
            return Behind(only, only)
        return self._linked(claim)

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
            outlet = first.via[0] if first.via else self.documents.of(first.source)
        wording = " ".join(voice.unnamed.split()).casefold()
        return f"{wording} to {outlet} on {claim.key.subject}"

    def document(self, source: str) -> Actors:
        """Whose own voice a document is: of two where it is only possibly a copy.

        Then it may be its own outlet's, or that of the document it may come from.
        """
        return frozenset(self._outlet(one.of(source)) for one in (self.surely, self.documents))

    def _outlet(self, source: str) -> str:
        """The publisher of a document, where the dossier knows one, else the document."""
        record = self.ledger.sources.get(source)
        if record and record.publisher in self.ledger.actors:
            return self.actors.get(record.publisher, record.publisher)
        return f"the document {source}"

    def _linked(self, claim: Claim) -> Behind:
        """A claim with the group of its statement."""
        own = self._known(claim.voices, claim)
        others = [
            self._known(voices(self.ledger.statements[other].by), claim)
            for other in self.statements.get(claim.entry.stated_in, ())
        ]
        singles = [group for group in others if len(group) == 1]
        alone = own.union(*singles) if len(own) == 1 else frozenset()
        return Behind(alone, own.union(*others))

    def _with_echoes(self, claim: Claim) -> Behind:
        """A claim with all that it rests on, echo by echo; what comes back to itself ends there.

        What rests on a joint statement is joint.
        """
        chain: dict[ClaimKey, Claim] = {}
        step: Claim | None = claim
        while step is not None and step.key not in chain and step.key not in self.worked_out:
            chain[step.key] = step
            echo = step.entry.echoes
            sure = echo is not None and echo.certainty in self.certainties
            named = key_of(echo.claim, step.key.subject) if echo and sure else None
            step = self.ledger.claims.get(named) if named else None
        rest = self.worked_out.get(step.key, NO_ONE) if step else NO_ONE
        for one in reversed(chain.values()):
            own = self._said(one)
            joint = not own.alone or (rest.together and not rest.alone)
            alone = frozenset() if joint else own.alone | rest.alone
            rest = self.worked_out[one.key] = Behind(alone, own.together | rest.together)
        return self.worked_out[claim.key]

    def _known(self, speakers: Iterable[Voice], claim: Claim) -> Actors:
        return frozenset(filter(None, (self.known_as(one, claim) for one in speakers)))


def inferred_elsewhere(claim: Claim) -> frozenset[str]:
    """The documents through which a value was inferred that do not carry the claim themselves."""
    if claim.entry.inferred is None:
        return frozenset()
    cited = {one.source for one in claim.entry.cite}
    return frozenset(claim.entry.inferred.sources) - cited


def _actors(ledger: Ledger, certainties: frozenset[Certainty]) -> dict[str, str]:
    """Actor -> what it counts as, where that is not itself.

    Whoever may be one with a spokesman counts, as he does, as the body he speaks for.
    """
    pairs = (
        (name, other)
        for name, links in ledger.same_actors.items()
        for other, certainty in links.items()
        if certainty in certainties
    )
    together = groups(pairs)
    named = {name: min(group) for name, group in together.items()}
    for name, actor in ledger.actors.items():
        body = named.get(actor.speaks_for, actor.speaks_for)
        if body:
            named |= {one: body for one in together.get(name, {name}) if one != body}
    return named


def _statements(ledger: Ledger, certainties: frozenset[Certainty]) -> dict[str, Actors]:
    """Statement -> all that it may be one with, itself included, where there are any."""
    known = ledger.statements
    return groups(
        (name, link.statement)
        for name, statement in known.items()
        for link in statement.perhaps_same
        if link.certainty in certainties and link.statement in known
    )
