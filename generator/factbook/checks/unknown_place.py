"""A place no file describes.

What it finds: an incident's `place`, a place's `within` or `excludes`, or a value that names a
place which is not in `facts/places/`.
Why it matters: places compare by what lies within what.
How to mend: correct the id, or add a file; one line with a title is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.facts.values import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.facts.ledger import Claim, Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each mention of an unknown place."""
    for spot, name in _named(ledger):
        if not ledger.is_known(name, "place"):
            mend = did_you_mean(name, ledger.places, f"add facts/places/{name}.yaml with a title")
            yield Problem("unknown-place", f"there is no place {name}", spot, mend)


def _named(ledger: Ledger) -> Iterator[tuple[Spot, str]]:
    for name, incident in ledger.incidents.items():
        if incident.place:
            yield ledger.spot(name).at("place"), incident.place
    for name, place in ledger.places.items():
        if place.within:
            yield ledger.spot(name).at("within"), place.within
        for number, other in enumerate(place.excludes):
            yield ledger.spot(name).at("excludes", number), other
    for key, claim in ledger.claims.items():
        yield from _in_claim(claim, ledger.claim_spot(key), ledger)


def _in_claim(claim: Claim, spot: Spot, ledger: Ledger) -> Iterator[tuple[Spot, str]]:
    """The places a claim names: as its value, and where within the incident."""
    is_list = isinstance(claim.entry.at, tuple)
    for number, where in enumerate(claim.entry.places):
        steps = ("at", number) if is_list else ("at",)
        for field in ("place", "within"):
            if getattr(where, field):
                yield spot.at(*steps, field), getattr(where, field)
    attribute = ledger.vocabulary.attributes.get(claim.entry.attribute)
    if attribute and attribute.type == "place" and isinstance(claim.value, Names):
        single = isinstance(claim.entry.value, str)
        for number, name in enumerate(claim.value.ids):
            yield spot.at(*(("value",) if single else ("value", number))), name
