"""Long lists in pages: how many there are in all, which are shown, and where the others are."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from factbook.facts.days import year_of
from factbook.pages.view import Link
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factbook.facts.dates import Edtf

T = TypeVar("T")

# A line of a list has some 300 bytes of HTML, a claim with its quotes a good thousand: either way a
# page has about 40 kilobytes, which a phone on a poor line has in two seconds, and a reader who
# scrolls can see its end.
LINES = 100
CLAIMS = 40
MOST_JUMPS = 40  # years that a list offers to jump to; more are taken together by tens and hundreds


@dataclass(frozen=True, slots=True)
class Paging:
    """Where in a long list a page is.

    `total` is in words ("243 claims"); `first` and `last` count from 1; `years` is what the dates
    on the page span; `jumps` lead to the pages on which a year begins.
    """

    total: str
    first: int
    last: int
    number: int
    pages: int
    years: str = ""
    start: Link | None = None
    previous: Link | None = None
    following: Link | None = None
    end: Link | None = None
    jumps: tuple[Link, ...] = ()


def pages_of(total: int, size: int) -> int:
    """How many pages a list has; one without lines has one."""
    return max(1, math.ceil(total / size))


def stretch(items: Sequence[T], number: int, size: int) -> Sequence[T]:
    """What of a list stands on the page of this number."""
    return items[(number - 1) * size : number * size]


@dataclass(frozen=True)
class LongList(Generic[T]):
    """All of a list, and how many of its items a page shows; one for all of its pages.

    `unit` is what is counted ("claim", "entry|entries"), `date_of` gives the date of an item, where
    they have any.
    """

    items: Sequence[T]
    size: int
    unit: str
    date_of: Callable[[T], Edtf | None] | None = None
    page_of_year: Mapping[int, int] = field(
        init=False
    )  # where each year begins, if not on one page

    def __post_init__(self) -> None:
        """Look for the years when the list is made, once for all of its pages."""
        object.__setattr__(self, "page_of_year", self._years() if self.pages > 1 else {})

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return pages_of(len(self.items), self.size)

    def _years(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for place, item in enumerate(self.items if self.date_of else ()):
            if self.date_of and (years := years_of(self.date_of(item))):
                found.setdefault(years[0], place // self.size + 1)
        return found


def paging(whole: LongList[T], number: int, to: Callable[[int], Link]) -> Paging:
    """Where the page of this number is in a list; `to` gives the link to a page by its number."""
    items, size, date_of = whole.items, whole.size, whole.date_of
    pages = pages_of(len(items), size)
    shown = stretch(items, number, size)
    first = (number - 1) * size + 1
    total = counted(len(items), *whole.unit.split("|"))
    if pages == 1:
        return Paging(total, first, len(items), 1, 1, _span(shown, date_of))
    return Paging(
        total=total,
        first=first,
        last=first + len(shown) - 1,
        number=number,
        pages=pages,
        years=_span(shown, date_of),
        start=to(1) if number > 1 else None,
        previous=to(number - 1) if number > 1 else None,
        following=to(number + 1) if number < pages else None,
        end=to(pages) if number < pages else None,
        jumps=_jumps(whole.page_of_year, to),
    )


def years_of(date: Edtf | None) -> tuple[int, int] | None:
    """The years in which a date may lie; None where it has no bound, or is not known."""
    if date is None or not date.known:
        return None
    low, high = date.usual
    if math.isinf(low) or math.isinf(high):
        return None
    return year_of(low), year_of(high)


def year_in_digits(year: int) -> str:
    """`2020`, `6 BC`."""
    return str(year) if year > 0 else f"{1 - year} BC"


def _span(items: Iterable[T], date_of: Callable[[T], Edtf | None] | None) -> str:
    """`2019 to 2021`: from the first year to the last, of those that have one."""
    if date_of is None:
        return ""
    found = [years for item in items if (years := years_of(date_of(item)))]
    if not found:
        return ""
    first, last = min(low for low, _ in found), max(high for _, high in found)
    return years_in_words(first, last)


def years_in_words(first: int, last: int) -> str:
    """`2020`, `2019 to 2021`."""
    if first == last:
        return year_in_digits(first)
    return f"{year_in_digits(first)} to {year_in_digits(last)}"


def _jumps(page_of_year: Mapping[int, int], to: Callable[[int], Link]) -> tuple[Link, ...]:
    """A link to the first page of each year, or of each ten years and so on where they are many."""
    step = 1
    while len({year // step for year in page_of_year}) > MOST_JUMPS:
        step *= 10
    taken: dict[int, int] = {}
    for year, page in page_of_year.items():
        taken.setdefault(year // step * step, page)
    if len(taken) < 2:
        return ()
    return tuple(
        Link(year_in_digits(year) if step == 1 else f"{year_in_digits(year)}s", to(page).href)
        for year, page in taken.items()
    )
