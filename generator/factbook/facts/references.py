"""Who names whom outside of speakers and citations: what the pages of records list.

One walk over a dossier finds all of it, so that no page has to walk again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.atlas import Atlas, atlas
from factbook.facts.model import Actor, Incident, Place, Source, Statement
from factbook.facts.values import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.facts.entries import Certainty, Speakers
    from factbook.facts.ledger import Claim
    from factbook.facts.model import AnyRecord

Ids = tuple[str, ...]


class Kin(NamedTuple):
    """Another statement that may be the same one, how sure that is, and why."""

    statement: str
    certainty: Certainty
    because: str


@dataclass(frozen=True, slots=True)
class References:
    """By the id of who is named: claims whose value names it or that lie there, and records.

    `about` and `spoken` hold statements, `published` sources, `copied` those that derive from one,
    `members` actors that belong to or speak for one, `inside` places, `happened` incidents at a
    place, `parts` incidents of a series.
    """

    naming: Mapping[str, tuple[Claim, ...]]
    located: Mapping[str, tuple[Claim, ...]]
    about: Mapping[str, Ids]
    spoken: Mapping[str, Ids]
    published: Mapping[str, Ids]
    copied: Mapping[str, Ids]
    members: Mapping[str, Ids]
    inside: Mapping[str, Ids]
    happened: Mapping[str, Ids]
    parts: Mapping[str, Ids]
    kin: Mapping[str, tuple[Kin, ...]]
    atlas: Atlas

    def within(self, place: str) -> list[str]:
        """A place and all that lies in it, however deep."""
        found: dict[str, None] = {}
        waiting = [place]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found[one] = None
                waiting += self.inside.get(one, ())
        return list(found)


def references(records: Mapping[str, AnyRecord], claims: Iterable[Claim]) -> References:
    """All references between records, and from claims to records."""
    found: defaultdict[str, defaultdict[str, dict[str, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    kin: defaultdict[str, list[Kin]] = defaultdict(list)
    for name, record in sorted(records.items()):
        for kind, other in _named(record):
            found[kind][other][name] = None
        if isinstance(record, Statement):
            for link in record.perhaps_same:
                kin[name].append(Kin(link.statement, link.certainty, link.because))
                kin[link.statement].append(Kin(name, link.certainty, link.because))
    ids = {
        kind: {other: tuple(names) for other, names in named.items()}
        for kind, named in found.items()
    }
    naming, located = _of_claims(claims)
    places = {name: one for name, one in records.items() if isinstance(one, Place)}
    return References(
        naming=naming,
        located=located,
        about=ids.get("about", {}),
        spoken=ids.get("spoken", {}),
        published=ids.get("published", {}),
        copied=ids.get("copied", {}),
        members=ids.get("members", {}),
        inside=ids.get("inside", {}),
        happened=ids.get("happened", {}),
        parts=ids.get("parts", {}),
        kin={name: tuple(links) for name, links in kin.items()},
        atlas=atlas(places),
    )


def _named(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """What a record names, and as what it is then listed there."""
    match record:
        case Incident():
            yield from (("parts", whole) for whole in record.part_of)
            yield from (("happened", place) for place in (record.place,) if place)
        case Statement():
            yield from (("about", name) for name in record.about)
            yield from (("spoken", name) for name in _speaking(record.by))
        case Actor():
            yield from (("members", whole) for whole in (*record.part_of, record.speaks_for))
        case Place():
            yield "inside", record.within
        case Source():
            yield "published", record.publisher
            yield from (("copied", link.source) for link in record.derivations)


def _speaking(by: Speakers) -> tuple[str, ...]:
    """The actors who make a statement; none where somebody unnamed does."""
    if isinstance(by, str):
        return (by,)
    return by if isinstance(by, tuple) else ()


def _of_claims(
    claims: Iterable[Claim],
) -> tuple[dict[str, tuple[Claim, ...]], dict[str, tuple[Claim, ...]]]:
    """Claims by the records that their values name, and by the places that they lie at."""
    naming: defaultdict[str, list[Claim]] = defaultdict(list)
    located: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Names):
            for name in dict.fromkeys(claim.value.ids):
                naming[name].append(claim)
        places = (name for one in claim.entry.places for name in (one.place, one.within) if name)
        for name in dict.fromkeys(places):
            located[name].append(claim)
    return (
        {name: tuple(found) for name, found in naming.items()},
        {name: tuple(found) for name, found in located.items()},
    )


def same_actors(actors: Mapping[str, Actor]) -> dict[str, dict[str, Certainty]]:
    """Who may be one with whom: the links of both sides."""
    links: defaultdict[str, dict[str, Certainty]] = defaultdict(dict)
    for name, actor in actors.items():
        for link in actor.perhaps_same:
            links[name][link.actor] = link.certainty
            links[link.actor].setdefault(name, link.certainty)
    return dict(links)
