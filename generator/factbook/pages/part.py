"""The lists on a record's page: what does not fit goes on, list by list, on further pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, NamedTuple, TypeVar

from factbook.facts.model import FOLDER_OF
from factbook.pages.addresses import part_id, relative
from factbook.pages.paging import LongList, Paging, paging, stretch
from factbook.pages.view import ClaimGroup, Link, NameView, Page, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factbook.facts.dates import Edtf
    from factbook.pages.links import Desk

T = TypeVar("T")
Form = Literal["by subject", "by role", "of one statement"]


class Shown(NamedTuple):
    """What a list shows: claims in groups, lines, or names; one of the three."""

    groups: tuple[ClaimGroup, ...] = ()
    rows: tuple[Row, ...] = ()
    names: tuple[NameView, ...] = ()


@dataclass(frozen=True)
class Listing(Generic[T]):
    """One list of a record, whole and not yet drawn.

    `anchor` names it in addresses, `unit` is what is counted ("claim", or "entry|entries"). `draw`
    makes views of some of its items. `lead` says what stands in it where the heading alone does
    not. `form` is how its claims are shown: by subject, by role (in groups by attribute, so that
    each names its subject), or as one statement's, whose speaker need not be told each time.
    """

    anchor: str
    heading: str
    unit: str
    items: Sequence[T]
    size: int
    draw: Callable[[Sequence[T], Desk], Shown]
    lead: str = ""
    form: Form = "by subject"
    date_of: Callable[[T], Edtf | None] | None = None

    @cached_property
    def long(self) -> LongList[T]:
        """The list with its pages."""
        return LongList(self.items, self.size, self.unit, self.date_of)


@dataclass(frozen=True, slots=True)
class Part:
    """A list on a record's page, or as much of it as the page shows."""

    anchor: str
    heading: str
    lead: str
    form: Form
    groups: tuple[ClaimGroup, ...]
    rows: tuple[Row, ...]
    names: tuple[NameView, ...]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPage(Page):
    """The view of a further page of one list of a record."""

    template: ClassVar[str] = "part.html"
    kind: str
    record: Link
    part: Part


def parts(
    listings: Sequence[Listing[Any]], name: str, desk: Desk, *, whole: bool
) -> tuple[Part, ...]:
    """The lists of a record as its page shows them: the beginning of each, or all of it."""
    return tuple(_part(one, 1, name, desk, whole=whole) for one in listings if one.items)


def further_pages(listing: Listing[Any]) -> range:
    """The numbers of the pages that a list has beside the record's own."""
    return range(2, listing.long.pages + 1)


def part_page(listing: Listing[Any], number: int, name: str, desk: Desk) -> PartPage:
    """The page of this number of one list of a record."""
    kind = desk.ledger.subjects.kinds[name]
    part = _part(listing, number, name, desk)
    title = desk.ledger.title(name)
    described = f"{part.paging.first} to {part.paging.last} of {part.paging.total}"
    return PartPage(
        id=part_id(name, listing.anchor, number),
        section=FOLDER_OF[kind],
        address=desk.here,
        title=f"{title}: {listing.heading[:1].lower()}{listing.heading[1:]}, page {number}",
        description=f"{title}: {described}.",
        kind=kind,
        record=desk.to(name),
        part=part,
    )


def _part(listing: Listing[T], number: int, name: str, desk: Desk, *, whole: bool = False) -> Part:
    def to(page: int) -> Link:
        section = FOLDER_OF[desk.ledger.subjects.kinds[name]]
        address = f"{desk.addresses.page(section, name)}#{listing.anchor}"
        if page > 1:
            address = desk.addresses.page(section, part_id(name, listing.anchor, page))
        return Link(str(page), relative(desk.here, address))

    long = replace(listing.long, size=max(1, len(listing.items))) if whole else listing.long
    shown = listing.draw(stretch(long.items, number, long.size), desk)
    return Part(
        anchor=listing.anchor,
        heading=listing.heading,
        lead=listing.lead,
        form=listing.form,
        groups=shown.groups,
        rows=shown.rows,
        names=shown.names,
        paging=paging(long, number, to),
    )
