"""What a document shares with others, and where both sides of a conflict stand in it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factbook.facts.prose import key_of
from factbook.pages.holders import holders_of
from factbook.pages.paging import LINES
from factbook.pages.part import Listing, Shown
from factbook.pages.position import held_in_words
from factbook.pages.rows import latest_first
from factbook.pages.view import Link, Row
from factbook.pages.wording import counted, listed
from factbook.weighing.conflict import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.entries import Certainty
    from factbook.facts.ledger import Claim, Ledger
    from factbook.pages.links import Desk
    from factbook.weighing.position import Position

NAMED = 3  # statements that are named; of more it is said how many


class Shared:
    """What a document shares with another: whether one derives from the other, and claims."""

    def __init__(self) -> None:
        self.derives = ""
        self.statements: dict[str, None] = {}
        self.echoes: dict[ClaimKey, None] = {}


def shared_with(name: str, ledger: Ledger) -> dict[str, Shared]:
    """Other sources by id, with what a source shares with each."""
    found: defaultdict[str, Shared] = defaultdict(Shared)
    for link in ledger.sources[name].derivations:
        found[link.source].derives = f"this document {_surely(link.certainty)}derives from it"
    for other in ledger.references.copied.get(name, ()):
        for link in ledger.sources[other].derivations:
            if link.source == name:
                found[other].derives = f"{_surely(link.certainty)}derives from this document"
    for claim in ledger.by_source.get(name, ()):
        if claim.entry.stands:
            _share(claim, found, ledger)
    return {one: what for one, what in found.items() if one != name and one in ledger.sources}


def _surely(certainty: Certainty) -> str:
    return {"certain": "", "probable": "probably ", "possible": "possibly "}[certainty]


def _share(claim: Claim, found: defaultdict[str, Shared], ledger: Ledger) -> None:
    """What other sources carry of a claim's statements, and of the claim that it repeats."""
    statement = claim.entry.stated_in
    if statement and statement in ledger.statements:
        for other in _sources(ledger.in_statement[statement]):
            found[other].statements[statement] = None
    for echo in _echoes(claim, ledger):
        for other in _sources([echo]):
            found[other].echoes[claim.key] = None


def _sources(claims: Sequence[Claim]) -> set[str]:
    return {one.source for claim in claims if claim.entry.stands for one in claim.entry.cite}


def _echoes(claim: Claim, ledger: Ledger) -> Iterator[Claim]:
    if claim.entry.echoes:
        other = ledger.claims.get(key_of(claim.entry.echoes.claim, claim.key.subject))
        if other:
            yield other


def shared_listing(name: str, desk: Desk) -> Listing[str]:
    """The documents with which a source shares something, and what that is."""
    shared = shared_with(name, desk.ledger)

    def draw(some: Sequence[str], at: Desk) -> Shown:
        return Shown(rows=tuple(Row(at.to(one), tuple(_told(shared[one], at))) for one in some))

    return Listing(
        anchor="shared",
        heading="What it shares with other documents",
        unit="document",
        items=latest_first(shared, desk.ledger),
        size=LINES,
        draw=draw,
    )


def _told(shared: Shared, desk: Desk) -> Iterator[str]:
    if shared.derives:
        yield shared.derives
    if shared.statements:
        titles = [desk.ledger.title(one) for one in shared.statements]
        more = len(titles) - NAMED
        rest = f" and {more} more" if more > 0 else ""
        number = counted(len(titles), "statement")
        yield f"{number} in both: {listed(titles[:NAMED])}{rest}"
    if shared.echoes:
        repeats = "repeats" if len(shared.echoes) == 1 else "repeat"
        yield f"{counted(len(shared.echoes), 'claim')} here {repeats} what is said there"


def against_itself(name: str, desk: Desk) -> Listing[Conflict]:
    """The conflicts of which two sides that disagree both stand in a source."""

    def draw(some: Sequence[Conflict], at: Desk) -> Shown:
        return Shown(rows=tuple(_row(one, name, at) for one in some))

    return Listing(
        anchor="itself",
        heading="Where both sides stand in it",
        unit="conflict",
        items=conflicts_within(name, desk),
        size=LINES,
        draw=draw,
        lead="A document contradicts itself where the two sides are its own; where they are two "
        "speakers', it reports both.",
    )


def conflicts_within(name: str, desk: Desk) -> list[Conflict]:
    """The conflicts of which two sides that disagree both stand in a source."""
    conflicts = {
        found.id: found
        for claim in desk.ledger.by_source.get(name, ())
        if isinstance(found := desk.weighing.conflict_of.get(claim.key), Conflict)
    }
    return [one for one in conflicts.values() if clashes_within(one, name)]


def clashes_within(conflict: Conflict, name: str) -> list[tuple[Position, Position]]:
    """The pairs of positions that disagree and that both rest on a source."""
    positions = [one.position for one in conflict.positions]
    return [
        (positions[pair.one], positions[pair.other])
        for pair in conflict.pairs
        if pair.finding.is_conflict
        and all(_of(positions[number], name) for number in (pair.one, pair.other))
    ]


def is_its_own(conflict: Conflict, name: str) -> bool:
    """Whether both sides of a conflict in a document are its own, or one speaker's."""
    for one, other in clashes_within(conflict, name):
        first, second = ({c.voices for c in _of(side, name)} for side in (one, other))
        if first & second:
            return True
    return False


def _row(conflict: Conflict, name: str, desk: Desk) -> Row:
    attribute = desk.ledger.vocabulary.attributes[conflict.question_of]
    told = []
    for pair in clashes_within(conflict, name)[:NAMED]:
        one, other = (
            f"{held_in_words(side, desk.ledger)} ({holders_of(_of(side, name), desk.ledger)})"
            for side in pair
        )
        told.append(f"{one} against {other}")
    link = Link(attribute.question or attribute.label, desk.to_conflict(conflict).href)
    mark = "contradicts itself" if is_its_own(conflict, name) else ""
    return Row(link, (desk.ledger.title(conflict.subject), *told), None, mark)


def _of(position: Position, name: str) -> list[Claim]:
    """The claims of a position that a source carries."""
    return [one for one in position.claims if name in {cited.source for cited in one.entry.cite}]
