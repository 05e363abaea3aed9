"""An actor no file describes.

What it finds: a speaker, a value, a route, an author of a statement, a publisher, a part or a
whole, or an actor that another may be or excludes, that is not in `facts/actors/`.
Why it matters: origins are counted by actors; a misspelt one counts as one more.
How to mend: correct the id, or add a file; one line with a title is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.facts.entries import Speakers, Unnamed
from factbook.facts.model import UNKNOWN
from factbook.facts.values import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.facts.ledger import Claim, Ledger

Named = tuple["Spot", str]


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each mention of an unknown actor."""
    for spot, name in (*_in_claims(ledger), *_in_records(ledger)):
        if not ledger.is_known(name, "actor"):
            mend = did_you_mean(name, ledger.actors, f"add facts/actors/{name}.yaml with a title")
            yield Problem("unknown-actor", f"there is no actor {name}", spot, mend)


def _in_claims(ledger: Ledger) -> Iterator[Named]:
    for key, claim in ledger.claims.items():
        if _all_known(claim, ledger):
            continue
        spot = ledger.claim_spot(key)
        if claim.entry.says is not None:
            yield from _speakers(spot.at("says"), claim.entry.says)
        attribute = ledger.vocabulary.attributes.get(claim.entry.attribute)
        if attribute and attribute.type == "actor" and isinstance(claim.value, Names):
            single = isinstance(claim.entry.value, str)
            for number, name in enumerate(claim.value.ids):
                yield (spot.at("value") if single else spot.at("value", number)), name
    for spot, citation in ledger.citations():
        for number, name in enumerate(citation.via):
            yield spot.at("via", number), name


def _all_known(claim: Claim, ledger: Ledger) -> bool:
    """Whether nobody need be looked at any closer: so it is of nearly every claim."""
    if isinstance(claim.value, Names) and not all(map(ledger.actors.__contains__, claim.value.ids)):
        return False
    return all(one.actor in ledger.actors for one in claim.voices)


def _in_records(ledger: Ledger) -> Iterator[Named]:
    for name, statement in ledger.statements.items():
        yield from _speakers(ledger.spot(name).at("by"), statement.by)
    for name, actor in ledger.actors.items():
        for number, whole in enumerate(actor.part_of):
            yield ledger.spot(name).at("part_of", number), whole
        if actor.speaks_for:
            yield ledger.spot(name).at("speaks_for"), actor.speaks_for
        for number, link in enumerate(actor.perhaps_same):
            yield ledger.spot(name).at("perhaps_same", number, "actor"), link.actor
        for number, other in enumerate(actor.excludes):
            yield ledger.spot(name).at("excludes", number), other
    for name, source in ledger.sources.items():
        if source.publisher != UNKNOWN:
            yield ledger.spot(name).at("publisher"), source.publisher


def _speakers(spot: Spot, speakers: Speakers) -> Iterator[Named]:
    if isinstance(speakers, Unnamed):
        if speakers.to != UNKNOWN:
            yield spot.at("to"), speakers.to
    elif isinstance(speakers, str):
        yield spot, speakers
    else:
        yield from ((spot.at(number), name) for number, name in enumerate(speakers))
