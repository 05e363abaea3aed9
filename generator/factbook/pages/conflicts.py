"""The lists of conflicts: all of them, the gravest first, and some, by what readers look for.

What only looks like a conflict, and is declared a difference, stands apart from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from factbook.facts.described import title_within
from factbook.pages.addresses import CONFLICTS, sheet_id
from factbook.pages.conflict_rows import ConflictRow, conflict_row
from factbook.pages.contested_index import DIFFERENCE
from factbook.pages.paging import LINES, LongList, Paging, pages_of, paging, stretch
from factbook.pages.view import Link, Page, Row
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.pages.contested_index import ContestedIndex, Some
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import Conflict, DeclaredOne

TITLE = "Conflicts"
SIZE = 50  # a conflict in a list has two lines more than a record
BY_SUBJECT, BY_SPEAKER, OF_SPEAKER = "by--subject", "by--speaker", "speaker--"
WAYS = (("Severity", "severity--"), ("Kind", "kind--"), ("Status", "status--"))
TITLES = {
    BY_SUBJECT: "Conflicts by subject",
    BY_SPEAKER: "Conflicts by speaker",
    DIFFERENCE: "Differences that are no conflicts",
}
DIFFERENCES = "What looks like a conflict and, as the editors explain, is none."
EVERYTHING = (
    "Where the sources do not agree. On the page of each the positions stand side by side, with "
    "who said what, in which words, and on how many origins they rest. Nothing is averaged."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Some of the conflicts that a reader can choose: how many there are; without `href`, these."""

    link: Link
    number: int


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    """Conflicts under one heading: a subject, or none."""

    subject: Link | None
    rows: tuple[ConflictRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictsPage(Page):
    """The view of one page of a list of conflicts, or of the speakers who take part in any."""

    template: ClassVar[str] = "conflicts.html"
    lead: str
    ways: tuple[tuple[str, tuple[Choice, ...]], ...]
    groups: tuple[ConflictGroup, ...]
    speakers: tuple[Row, ...]
    paging: Paging


def sheets(index: ContestedIndex) -> Iterator[tuple[str, int]]:
    """All pages of all lists: which conflicts, and the number of the page."""
    lists = {"": index.everything, BY_SUBJECT: index.by_subject, **index.some}
    lists |= {f"{OF_SPEAKER}{name}": found for name, found in index.speakers.items()}
    for some, found in lists.items():
        if not some or found:
            yield from ((some, number + 1) for number in range(pages_of(len(found), SIZE)))
    if index.speakers:
        pages = pages_of(len(index.speakers), LINES)
        yield from ((BY_SPEAKER, number + 1) for number in range(pages))


def conflicts_page(some: str, number: int, index: ContestedIndex, desk: Desk) -> ConflictsPage:
    """One page of the list of all conflicts, or of `some` of them."""
    speakers = tuple(index.speakers) if some == BY_SPEAKER else ()
    found = () if speakers else _conflicts(some, index)
    title = _title(some, desk)

    def to(page: int) -> Link:
        return desk.to_sheet(CONFLICTS, page, some)

    return ConflictsPage(
        id=sheet_id(number, some) or CONFLICTS,
        section=CONFLICTS,
        address=desk.here,
        is_list=not some and number == 1,
        title=title if number == 1 else f"{title}, page {number}",
        description=f"Where sources disagree: {counted(len(index.everything), 'conflict')}.",
        lead={"": EVERYTHING, DIFFERENCE: DIFFERENCES}.get(some, ""),
        ways=_ways(some, number, index, desk),
        groups=_groups(stretch(found, number, SIZE), desk, apart=some == BY_SUBJECT),
        speakers=tuple(
            Row(
                desk.to_sheet(CONFLICTS, 1, f"{OF_SPEAKER}{name}", desk.ledger.title(name)),
                (counted(len(index.speakers[name]), "conflict"),),
            )
            for name in stretch(speakers, number, LINES)
        ),
        paging=paging(LongList(speakers, LINES, "speaker"), number, to)
        if speakers
        else paging(LongList(found, SIZE, _unit(some)), number, to),
    )


def _conflicts(some: str, index: ContestedIndex) -> Some:
    if some.startswith(OF_SPEAKER):
        return index.speakers[some.removeprefix(OF_SPEAKER)]
    return {"": index.everything, BY_SUBJECT: index.by_subject}.get(some) or index.some.get(
        some, ()
    )


def _unit(some: str) -> str:
    return "difference" if some == DIFFERENCE else "conflict"


def _title(some: str, desk: Desk) -> str:
    if some.startswith(OF_SPEAKER):
        return (
            f"Conflicts with {title_within(some.removeprefix(OF_SPEAKER), desk.ledger)} on one side"
        )
    if not some or some in TITLES:
        return TITLES.get(some, TITLE)
    way, _, word = some.partition("--")
    return f"Conflicts, {way} {word}"


def _groups(
    found: Sequence[Conflict | DeclaredOne], desk: Desk, *, apart: bool
) -> tuple[ConflictGroup, ...]:
    """Conflicts in one group, or one for each subject."""
    if not apart:
        return (ConflictGroup(None, tuple(conflict_row(one, desk) for one in found)),)
    return tuple(
        ConflictGroup(desk.to(subject), tuple(conflict_row(one, desk) for one in some))
        for subject, some in groupby(found, key=lambda one: one.subject)
    )


def _ways(
    some: str, number: int, index: ContestedIndex, desk: Desk
) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """The lists to choose from, the one that is shown without a link."""

    def choice(name: str, words: str, many: int) -> Choice:
        link = desk.to_sheet(CONFLICTS, 1, name, words)
        return Choice(Link(words) if (name, number) == (some, 1) else link, many)

    everything = len(index.everything)
    found: list[tuple[str, tuple[Choice, ...]]] = [("", (choice("", "All", everything),))]
    for label, prefix in WAYS:
        names = [name for name in index.some if name.startswith(prefix) and name != DIFFERENCE]
        choices = (choice(one, one.removeprefix(prefix), len(index.some[one])) for one in names)
        found.append((label, tuple(choices)))
    if index.speakers:
        found.append(
            (
                "By",
                (
                    choice(BY_SUBJECT, "subject", index.subjects),
                    choice(BY_SPEAKER, "speaker", len(index.speakers)),
                ),
            )
        )
    if DIFFERENCE in index.some:
        words = TITLES[DIFFERENCE]
        found.append(("Beside", (choice(DIFFERENCE, words, len(index.some[DIFFERENCE])),)))
    return tuple(one for one in found if one[1])
