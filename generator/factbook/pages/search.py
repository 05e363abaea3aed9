"""The page that searches; without a script, or without an index, it leads to the lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.pages.addresses import relative
from factbook.pages.listing import TITLES
from factbook.pages.view import Link, Page

if TYPE_CHECKING:
    from factbook.pages.addresses import Addresses

SEARCH = "search"
TITLE = "Search"
SCRIPT, STYLE = "assets/search.js", "assets/search.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """The view of the search; `root` leads to the site's root, from where results are addressed."""

    template: ClassVar[str] = "search.html"
    root: str
    script: str
    style: str
    lists: tuple[Link, ...]


def search_page(addresses: Addresses) -> SearchPage:
    """The page that searches."""
    here = addresses.listing(SEARCH)
    return SearchPage(
        id=SEARCH,
        section=SEARCH,
        address=here,
        is_list=True,
        title=TITLE,
        description="Search all incidents, statements, actors, places, sources and pages.",
        root=relative(here, ""),
        script=relative(here, SCRIPT),
        style=relative(here, STYLE),
        lists=tuple(
            Link(title, relative(here, addresses.listing(section)))
            for section, title in TITLES.items()
        ),
    )
