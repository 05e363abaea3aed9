"""What changed in the claims of one subject, and in their citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.vocabulary import differing
from factbook.review.change import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.facts.entries import Citation
    from factbook.facts.ledger import Claim, Ledger

    Numbered = list[tuple[int, Citation]]

SAID = frozenset({"attribute", "value", "of", "stated_in", "says", "cite", "moved_from"})


def claim_changes(subject: str, old: Ledger, new: Ledger) -> Iterator[Change]:
    """All changes of a subject's claims, in the order in which they are now written."""
    before = {claim.key.claim: claim for claim in old.of_subject.get(subject, ())}
    after = {claim.key.claim: claim for claim in new.of_subject.get(subject, ())}
    for name, claim in after.items():
        spot = new.claim_spot(claim.key)
        if name not in before:
            yield Change(ChangeKind.CLAIM_ADDED, subject, spot.of_key(), name, new=claim)
        else:
            yield from _changed(subject, before[name], claim, spot, old.claim_spot(claim.key))
    for name, claim in before.items():
        if name not in after:
            spot = old.claim_spot(claim.key).of_key()
            yield Change(ChangeKind.CLAIM_REMOVED, subject, spot, name, old=claim, gone=True)


def _changed(
    subject: str, before: Claim, after: Claim, spot: Spot, old_spot: Spot
) -> Iterator[Change]:
    """What changed in one claim."""
    name = after.key.claim
    if _said(before) != _said(after):
        where = spot.at("value")
        yield Change(ChangeKind.VALUE_CHANGED, subject, where, name, before, after)
    if _spoken(before) != _spoken(after):
        where = spot.at("stated_in" if after.entry.stated_in else "says")
        yield Change(ChangeKind.SPEAKER_CHANGED, subject, where, name, before, after)
    edited = tuple(field for field in differing(before.entry, after.entry) if field not in SAID)
    if edited:
        where = spot.at(edited[0])
        yield Change(ChangeKind.CLAIM_EDITED, subject, where, name, new=edited)
    yield from _citations(subject, before, after, spot, old_spot)


def _said(claim: Claim) -> tuple[object, ...]:
    """What a claim says: of which attribute, in which scope, which value."""
    return claim.entry.attribute, claim.entry.of, claim.value


def _spoken(claim: Claim) -> tuple[object, ...]:
    """Who says it: the voices, and the statement it is part of."""
    return claim.voices, claim.entry.stated_in


def _citations(
    subject: str, before: Claim, after: Claim, spot: Spot, old_spot: Spot
) -> Iterator[Change]:
    """Pair citations that are the same, then those of one source; the rest came or went."""
    name = after.key.claim
    old = list(enumerate(before.entry.cite))
    new = list(enumerate(after.entry.cite))
    _pairs(old, new, lambda one, other: one == other)
    for (_, was), (number, now) in _pairs(old, new, lambda one, other: one.source == other.source):
        where = spot.at("cite", number)
        if " ".join(was.quote.split()) != " ".join(now.quote.split()):
            yield Change(ChangeKind.QUOTE_CHANGED, subject, where.at("quote"), name, was, now)
        if edited := tuple(field for field in differing(was, now) if field != "quote"):
            yield Change(ChangeKind.CLAIM_EDITED, subject, where, name, new=edited)
    for number, citation in new:
        where = spot.at("cite", number)
        yield Change(ChangeKind.CITATION_ADDED, subject, where, name, new=citation)
    for number, citation in old:
        where = old_spot.at("cite", number)
        yield Change(ChangeKind.CITATION_REMOVED, subject, where, name, old=citation, gone=True)


def _pairs(
    old: Numbered, new: Numbered, alike: Callable[[Citation, Citation], bool]
) -> list[tuple[tuple[int, Citation], tuple[int, Citation]]]:
    """Take pairs that are alike out of both lists, in the order in which they are written."""
    found = []
    for now in list(new):
        match = next((was for was in old if alike(was[1], now[1])), None)
        if match is not None:
            old.remove(match)
            new.remove(now)
            found.append((match, now))
    return found
