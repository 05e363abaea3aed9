"""The lineage of some claims that say the same: documents, routes, statements, origins.

It is read off the very links that `origins` counts by. So what a page draws and what it counts are
the same: as many origins as the upper bound, and dashed links between those that the lower bound
takes together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.weighing.origins import counted_as_one, origins, witnesses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.facts.ledger import Claim
    from factbook.weighing.linking import Actors, Links
    from factbook.weighing.origins import Origins

    Groups = Sequence[Actors]
    Places = tuple[int, ...]


class Path(NamedTuple):
    """How a claim came from an origin into a document.

    `source` carries it, and has it from the documents of `first` where it derives from others, and
    possibly from those of `perhaps`; `via` are the stops in between; `statement` is empty where
    none is known. `origins` are places in the list: none for a document's own voice (`own_voice`)
    and for "reports"; more where a joint statement's speakers each stand by themselves.
    """

    source: str
    first: tuple[str, ...]
    perhaps: tuple[str, ...]
    via: tuple[str, ...]
    statement: str
    origins: Places
    own_voice: bool


class Lineage(NamedTuple):
    """All paths, in the order of origins; who counts as which; which may be one.

    `groups` are the actors of each origin at the upper bound; `perhaps_one` the places of those
    that the lower bound takes together. `counted` is what the page says.
    """

    paths: tuple[Path, ...]
    groups: tuple[Actors, ...]
    perhaps_one: tuple[Places, ...]
    counted: Origins

    @property
    def high(self) -> int:
        """How many origins are told apart: what the upper bound counts."""
        return len(self.groups)

    @property
    def low(self) -> int:
        """How many are left when those that may be one are one: what the lower bound counts."""
        return len(self.groups) - sum(len(places) - 1 for places in self.perhaps_one)


def lineage(
    claims: tuple[Claim, ...], lower: Links, upper: Links, counted: Origins | None = None
) -> Lineage:
    """The lineage of some claims; `counted` are their origins, where they are known already."""
    counted = counted or origins(claims, lower, upper)
    groups = counted_as_one(claims, upper)
    paths: dict[Path, None] = {}
    for claim in claims:
        for path in _paths(claim, groups, lower, upper):
            paths[path] = None
    perhaps = () if counted.low == counted.high else _perhaps_one(claims, groups, lower, upper)
    order = _by_first(paths, len(groups))
    placed = [
        path._replace(origins=tuple(sorted(order[one] for one in path.origins))) for path in paths
    ]
    last = len(groups)
    placed.sort(key=lambda path: (path.origins or (last + path.own_voice,), path.statement == ""))
    return Lineage(
        tuple(placed),
        tuple(groups[one] for one in sorted(order, key=order.__getitem__)),
        tuple(tuple(sorted(order[one] for one in places)) for places in perhaps),
        counted,
    )


def _paths(claim: Claim, groups: Groups, lower: Links, upper: Links) -> list[Path]:
    entry = claim.entry
    seen = witnesses(claim, upper)
    spoken = () if seen else _origins_of(claim, groups, upper)
    own_voice = not claim.voices and entry.basis is None
    found = []
    for number, cited in enumerate(entry.cite):
        places = _standing(seen[number].alone, groups) if seen else spoken
        first = upper.documents.first(cited.source)
        perhaps = tuple(one for one in lower.documents.first(cited.source) if one not in first)
        path = Path(cited.source, first, perhaps, cited.via, entry.stated_in, places, own_voice)
        found.append(path)
    return found


def _origins_of(claim: Claim, groups: Groups, links: Links) -> Places:
    """The origins that a claim rests on: those of who spoke alone, else of all who did together."""
    behind = links.behind(claim)
    return _standing(behind.alone, groups) or _standing(behind.together, groups)


def _standing(actors: Actors, groups: Groups) -> Places:
    return tuple(place for place, group in enumerate(groups) if actors & group)


def _by_first(paths: dict[Path, None], number: int) -> dict[int, int]:
    """Place of an origin -> its place by the first path that leads to it."""
    met = dict.fromkeys(place for path in paths for place in path.origins)
    met |= dict.fromkeys(range(number))
    return {place: rank for rank, place in enumerate(met)}


def _perhaps_one(
    claims: Sequence[Claim], groups: Groups, lower: Links, upper: Links
) -> list[Places]:
    """Origins of the upper bound that are one at the lower.

    A joint statement that may be several others' goes with the first of these: it adds none.
    """
    merged = counted_as_one(tuple(claims), lower)
    found: list[tuple[bool, int, int]] = []
    for claim in claims:
        behind = lower.behind(claim)
        for places, wholes in zip(
            _each(claim, groups, upper), _each(claim, merged, lower), strict=True
        ):
            if len(places) == 1 and wholes:
                is_whole = bool(behind.alone) or behind.together <= merged[wholes[0]]
                found.append((not is_whole, places[0], wholes[0]))
    becomes: dict[int, int] = {}
    for _, place, whole in sorted(found, key=lambda one: one[0]):
        becomes.setdefault(place, whole)
    together: dict[int, list[int]] = {}
    for place, whole in becomes.items():
        together.setdefault(whole, []).append(place)
    return [tuple(sorted(places)) for places in together.values() if len(places) > 1]


def _each(claim: Claim, groups: Groups, links: Links) -> list[Places]:
    """The origins that a claim rests on; of documents that saw for themselves, each by itself."""
    seen = witnesses(claim, links)
    if not seen:
        return [_origins_of(claim, groups, links)]
    return [_standing(one.alone, groups) for one in seen]
