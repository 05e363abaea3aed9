"""Who stands behind a claim: its speakers, and those whose statement it may be.

A spokesman stands for the body he speaks for. Statements that may be one and the same are taken
together, transitively. An unnamed speaker is known by the outlet, the wording and the subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.ledger import voices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.facts.entries import Certainty
    from factbook.facts.ledger import Claim, Ledger, Voice

    Groups = Mapping[str, frozenset[str]]

LINKS_OF_LOWER: frozenset[Certainty] = frozenset({"certain", "probable", "possible"})
LINKS_OF_UPPER: frozenset[Certainty] = frozenset({"certain", "probable"})
Actors = frozenset[str]


@dataclass(frozen=True, slots=True)
class SameStatements:
    """Statement -> all it may be one with, itself included; with and without possible links."""

    lower: Groups
    upper: Groups


@dataclass(frozen=True, slots=True)
class Behind:
    """Who stands behind a claim: those who spoke alone; all, speakers of joint ones included."""

    alone: Actors
    together: Actors


def same_statements(ledger: Ledger) -> SameStatements:
    """The groups of statements that `perhaps_same` links, for either bound of origins."""
    return SameStatements(_groups(ledger, LINKS_OF_LOWER), _groups(ledger, LINKS_OF_UPPER))


def behind(claim: Claim, ledger: Ledger, same: Groups) -> Behind:
    """Who stands behind a claim, its statement taken together with its group."""
    spoken = [claim.voices]
    for name in claim.statements:
        spoken += [voices(ledger.statements[other].by) for other in same.get(name, ())]
    groups = [frozenset(_known_as(voice, claim, ledger) for voice in one) for one in spoken]
    alone = [group for group in groups if len(group) == 1]
    return Behind(frozenset().union(*alone), frozenset().union(*groups))


def _groups(ledger: Ledger, certainties: frozenset[Certainty]) -> Groups:
    """Walk the links of each statement to all it reaches."""
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


def _known_as(voice: Voice, claim: Claim, ledger: Ledger) -> str:
    """An actor's id, or that of the body they speak for; for somebody unnamed, outlet and words.

    Where it is not said to which outlet they spoke, the first of the route stands for it, and else
    the document.
    """
    if voice.actor:
        actor = ledger.actors.get(voice.actor)
        return (actor.speaks_for if actor else "") or voice.actor
    if voice.same_as:
        return f"{voice.same_as} (unnamed)"
    outlet = voice.outlet
    if not outlet and claim.entry.cite:
        first = claim.entry.cite[0]
        outlet = first.via[0] if first.via else first.source
    return f"{voice.unnamed} to {outlet} on {claim.key.subject}"
