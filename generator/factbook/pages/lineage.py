"""The lineage of a position: a small drawing where it needs one, and the same in words.

The drawing goes from documents on the left to origins on the right. A ring on a line is another
outlet that the words came by, a lozenge a statement; a dashed bow joins origins that may be one.
Nothing is drawn where there is but one path: the claim says who, in what and through whom; that its
document comes from another is said in words. Nor does it grow with the number of documents: of more
rows than fit, those that go the same way are one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.described import title_within
from factbook.pages.lineage_figure import NOBODY, OWN_VOICE, LineageFigure, Row, figure_of
from factbook.pages.position import with_denial
from factbook.pages.wording import counted, listed, source_in_words, voice_in_words
from factbook.weighing.lineage import lineage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.facts.ledger import Claim
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import Weighed
    from factbook.weighing.lineage import Lineage, Path
    from factbook.weighing.origins import Origins

WITH = " with "  # between those who count as one
MOST_NAMED = 4  # documents named in one sentence; more are counted
CARRIED = 4  # documents of one claim, from which it is drawn how they lead to one speaker
MOST_ORIGINS = 8  # told one by one


@dataclass(frozen=True, slots=True)
class LineageView:
    """Where a position comes from: in sentences, and as a drawing where that says it better.

    `is_told` says that a page shows it, since the claims by themselves do not say it all.
    """

    words: tuple[str, ...]
    figure: LineageFigure | None
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class Way:
    """A position that nobody contests, and how it came here."""

    label: str
    value: str
    origins: str
    lineage: LineageView


def ways(subject: str, desk: Desk) -> tuple[Way, ...]:
    """Positions of a subject outside of its conflicts that came by more than one way."""
    attributes = desk.ledger.vocabulary.attributes
    found = []
    for one in uncontested(subject, desk):
        view = lineage_view(one.position.claims, desk, one.origins)
        if view and view.is_told:
            label = attributes[one.position.attribute].label
            why = f" ({'; '.join(one.origins.merged)})" if one.origins.merged else ""
            said = with_denial(one.position, desk.ledger)
            found.append(Way(label, said, f"{one.origins}{why}", view))
    return tuple(found)


def uncontested(subject: str, desk: Desk) -> Iterable[Weighed]:
    """The positions of a subject outside of conflicts whose lineage no claim tells by itself.

    A claim alone names its speaker and lists its documents, as long as they are few and none of
    them comes from another.
    """
    parents = desk.weighing.bounds.lower.documents.parents
    for (name, root), family in _families(subject, desk):
        if f"{name}.{root}" in desk.weighing.conflicts:
            continue
        for one in family:
            claims = one.position.claims
            cited = claims[0].entry.cite
            derived = any(citation.source in parents for citation in cited)
            if len(claims) > 1 or len(cited) >= CARRIED or derived:
                yield one


def _families(subject: str, desk: Desk) -> Iterable[tuple[tuple[str, str], tuple[Weighed, ...]]]:
    """The weighed families of a subject, each under its own key."""
    vocabulary = desk.ledger.vocabulary
    roots = dict.fromkeys(
        vocabulary.root(claim.entry.attribute)
        for claim in desk.ledger.of_subject.get(subject, ())
        if claim.entry.attribute in vocabulary.attributes
    )
    for root in roots:
        family = desk.weighing.families.get((subject, root))
        if family:
            yield (subject, root), family


def lineage_view(
    claims: tuple[Claim, ...], desk: Desk, found: Origins | None = None
) -> LineageView | None:
    """The lineage of some claims that say the same; None where no document carries them."""
    if not any(claim.entry.cite for claim in claims):
        return None
    bounds = desk.weighing.bounds
    made = lineage(claims, *bounds, found)
    names = names_of_origins(claims, made, desk)
    if len(made.paths) == 1:
        [path] = made.paths
        sentence = _sentence(made.paths, names, desk)
        return LineageView((sentence,), None, is_told=bool(path.first or path.perhaps))
    words = tuple(_in_words(made, names, desk))
    return LineageView(
        words, figure_of(_rows(made, desk), [name.split(WITH) for name in names], made)
    )


def names_of_origins(claims: Sequence[Claim], made: Lineage, desk: Desk) -> tuple[str, ...]:
    """What each origin is called: those who speak for it here, or the actor that it counts as.

    Two of one name, as unnamed sources can be, are told apart by their documents.
    """
    upper = desk.weighing.bounds.upper
    spoken = {
        upper.known_as(voice, claim): voice_in_words(voice, desk.ledger)
        for claim in claims
        for voice in claim.voices
    }
    names = [
        WITH.join(called_together(group & spoken.keys() or group, spoken, desk))
        for group in made.groups
    ]
    first = {path.origins: path.source for path in reversed(made.paths)}
    return tuple(
        f"{name} in {_document(first[(place,)], desk)}"
        if names.count(name) > 1 and (place,) in first
        else name
        for place, name in enumerate(names)
    )


def called_together(keys: Iterable[str], spoken: dict[str, str], desk: Desk) -> list[str]:
    """What those are called who count as one origin: the first where a line begins."""
    first, *rest = sorted(keys, key=lambda key: called(key, spoken, desk))
    known = desk.ledger.subjects.records
    return [
        called(first, spoken, desk),
        *(
            title_within(one, desk.ledger) if one in known else called(one, spoken, desk)
            for one in rest
        ),
    ]


def called(key: str, spoken: dict[str, str], desk: Desk) -> str:
    """What an origin is called: an actor, somebody unnamed in the words of a document, a document.

    A body for which a spokesman speaks is called by its own name.
    """
    if key.startswith("the document "):
        return f"“{desk.ledger.title(key.removeprefix('the document '))}”"
    known = key in desk.ledger.subjects.records
    return desk.ledger.title(key) if known else spoken.get(key, key)


def _document(source: str, desk: Desk) -> str:
    record = desk.ledger.sources.get(source)
    return source_in_words(record, desk.ledger) if record else source


def _in_words(made: Lineage, names: tuple[str, ...], desk: Desk) -> Iterable[str]:
    """A sentence for each origin, then who may be one, then who speaks for itself."""
    by_origin: defaultdict[tuple[int, ...], list[Path]] = defaultdict(list)
    for path in made.paths:
        by_origin[path.origins].append(path)
    told = [places for places in by_origin if places][:MOST_ORIGINS]
    for places in told:
        yield _sentence(by_origin[places], names, desk)
    more = len([places for places in by_origin if places]) - len(told)
    if more > 0:
        yield f"And {counted(more, 'more origin')}."
    for places in made.perhaps_one:
        some = [names[place] for place in places[:MOST_ORIGINS]]
        yield f"Possibly one: {listed(some)}; that lowers the count to {made.counted.low}."
    if () in by_origin:
        yield _sentence(by_origin[()], names, desk)


def _sentence(paths: Sequence[Path], names: tuple[str, ...], desk: Desk) -> str:
    """`Security Media Cell: in its statement, by way of ANI, in two documents (…)`."""
    ways: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for path in paths:
        ways[path.statement, path.via].append(_carried(path, desk))
    first = paths[0]
    if first.origins:
        head = listed(names[place] for place in first.origins)
    else:
        head = "In their own voice, not counted" if first.own_voice else "Nobody named, not counted"
    parts = [_way(statement, via, carried, desk) for (statement, via), carried in ways.items()]
    return f"{head}: {'; '.join(parts)}."


def _carried(path: Path, desk: Desk) -> str:
    """`Herald (from Agency, possibly from Courier)`: a document, and those it comes from."""
    name = _document(path.source, desk)
    words = [
        f"{lead} {listed(_document(one, desk) for one in found)}"
        for lead, found in (("from", path.first), ("possibly from", path.perhaps))
        if found
    ]
    return f"{name} ({', '.join(words)})" if words else name


def _way(statement: str, via: tuple[str, ...], carried: list[str], desk: Desk) -> str:
    """`in “Statement of Sunday”, by way of AP, from Rudaw and ANI`."""
    known = list(dict.fromkeys(carried))
    named = known[:MOST_NAMED]
    if len(known) > MOST_NAMED:
        named.append(counted(len(known) - MOST_NAMED, "more document"))
    words = [f"in “{desk.ledger.title(statement)}”"] if statement else []
    words += [f"by way of {listed(title_within(stop, desk.ledger) for stop in via)}"] if via else []
    return f"{', '.join([*words, 'from ' if words else ''])}{listed(named)}"


def _rows(made: Lineage, desk: Desk) -> list[Row]:
    return [
        Row(
            _document(path.source, desk),
            len(path.via) + bool(path.first),
            path.statement,
            path.origins,
            "" if path.origins else OWN_VOICE if path.own_voice else NOBODY,
        )
        for path in made.paths
    ]
