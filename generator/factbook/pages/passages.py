"""Where in a document the claims that cite it stand: their order, their groups, what is covered."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.locating import read_locator
from factbook.pages.claims import by_subject, claim_view
from factbook.pages.paging import CLAIMS
from factbook.pages.part import Listing, Shown
from factbook.pages.view import ClaimGroup, Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.evidence.source_lock import Text
    from factbook.facts.entries import Citation
    from factbook.facts.ledger import Claim
    from factbook.pages.links import Desk

NOWHERE = "Place not recorded"
LAST = (1, 0, 0)


class Spot(NamedTuple):
    """Where a claim stands in a document: what it is sorted by, and in words."""

    order: tuple[int, int, int]
    words: str


UNPLACED = Spot(LAST, NOWHERE)


class Passages(NamedTuple):
    """The stretches of a text that are cited, in their order, and those of contested claims."""

    text: Text
    cited: tuple[tuple[int, int], ...]
    contested: tuple[tuple[int, int], ...]

    @property
    def characters(self) -> tuple[int, int]:
        """How many characters are cited, and of how many; white space between paragraphs aside."""
        whole = sum(one.end - one.start for one in self.text.paragraphs)
        return sum(end - start for start, end in self.cited), whole

    @property
    def paragraphs(self) -> tuple[int, int]:
        """In how many paragraphs something is cited, and of how many."""
        return sum(map(self.is_cited, range(len(self.text.paragraphs)))), len(self.text.paragraphs)

    def is_cited(self, number: int, *, contested: bool = False) -> bool:
        """Whether a paragraph, counted from 0, holds something cited, or something contested."""
        one = self.text.paragraphs[number]
        stretches = self.contested if contested else self.cited
        return any(start < one.end and one.start < end for start, end in stretches)


def passages(name: str, desk: Desk) -> Passages | None:
    """What is cited of a source; None where nothing of it is known to stand in its snapshot."""
    text = desk.evidence.lock(name).text
    source = desk.ledger.sources[name]
    if text is None or not source.snapshot or source.snapshot.sha256 != text.snapshot:
        return None
    cited: list[tuple[int, int]] = []
    contested: list[tuple[int, int]] = []
    for claim in desk.ledger.by_source.get(name, ()):
        if not claim.entry.stands:
            continue
        for one in claim.entry.cite:
            found = _stretches(one, name, desk)
            cited += found
            contested += found if claim.key in desk.weighing.conflict_of else ()
    return Passages(text, _united(cited), _united(contested)) if cited else None


def _stretches(cited: Citation, name: str, desk: Desk) -> tuple[tuple[int, int], ...]:
    """Where the words of a citation stand in a source, if they are known to stand there."""
    standing = desk.evidence.of(cited, desk.ledger.sources[name])
    if cited.source != name or standing.line is None or standing.state == "stale":
        return ()
    return standing.line.spans


def _united(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches in their order; those that overlap are one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def spot_of(claim: Claim, name: str, desk: Desk) -> Spot:
    """Where a claim first stands in a document: where it was found, else where editors say."""
    return min(_spot(one, name, desk) for one in claim.entry.cite if one.source == name)


def _spot(cited: Citation, name: str, desk: Desk) -> Spot:
    line = desk.evidence.of(cited, desk.ledger.sources.get(name)).line
    if line and (stretches := _stretches(cited, name, desk)):
        where = line.locator
        words = str(where._replace(last=where.first))
        return Spot((0, where.page * 1_000_000 + where.first, stretches[0][0]), words)
    if not cited.locator:
        return UNPLACED
    if written := read_locator(cited.locator):
        page, paragraph = written
        return Spot((0, page * 1_000_000 + paragraph, 0), cited.locator)
    return Spot(LAST, cited.locator)


def claims_in_order(name: str, desk: Desk) -> Listing[Claim]:
    """The claims that cite a source, in the order of the document, paragraph by paragraph.

    Where it is known of none where it stands, they are listed subject by subject.
    """
    claims = [one for one in desk.ledger.by_source.get(name, ()) if one.entry.cite]
    spots = {claim.key: spot_of(claim, name, desk) for claim in claims}
    is_known = any(spot.order != LAST for spot in spots.values())
    ordered = sorted(claims, key=lambda claim: spots[claim.key].order) if is_known else claims

    def draw(some: Sequence[Claim], at: Desk) -> Shown:
        if not is_known:
            return Shown(groups=by_subject(some, at, name))
        groups = groupby(some, key=lambda claim: spots[claim.key].words)
        return Shown(groups=tuple(_group(words, list(them), name, at) for words, them in groups))

    lead = "In the order of the document." if is_known else ""
    return Listing("claims", "Claims that cite it", "claim", ordered, CLAIMS, draw, lead)


def _group(words: str, claims: list[Claim], name: str, desk: Desk) -> ClaimGroup:
    views = []
    for claim in claims:
        view = claim_view(claim, desk, name)
        told = f"{view.subject.text}: {view.attribute[:1].lower()}{view.attribute[1:]}"
        views.append(replace(view, attribute=told) if view.attribute else view)
    return ClaimGroup(Link(words[:1].upper() + words[1:]), tuple(views))
