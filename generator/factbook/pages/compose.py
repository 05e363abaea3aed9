"""Every page of a dossier as a view, in a fixed order."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factbook.pages.actor import actor_page
from factbook.pages.conflicts import conflicts_page
from factbook.pages.data import data_page
from factbook.pages.incident import incident_page
from factbook.pages.links import CONFLICTS, Desk
from factbook.pages.listing import list_page
from factbook.pages.manual import CHECKS, manual_page
from factbook.pages.place import place_page
from factbook.pages.redirect import redirect_pages
from factbook.pages.search import search_page
from factbook.pages.source import source_page
from factbook.pages.statement import statement_page
from factbook.pages.weighing import weighing_page
from factbook.pages.why import WEIGHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factbook.diagnostics.problem import Severity
    from factbook.facts.ledger import Ledger
    from factbook.pages.addresses import Addresses
    from factbook.pages.view import Page
    from factbook.weighing.weigh import Weighing

PAGES: dict[str, Callable[[str, Desk], Page]] = {
    "incidents": incident_page,
    "statements": statement_page,
    "actors": actor_page,
    "places": place_page,
    "sources": source_page,
}


def compose(
    ledger: Ledger,
    weighing: Weighing,
    addresses: Addresses,
    grades: Mapping[str, Severity | None] = MappingProxyType({}),
) -> Iterator[Page]:
    """All views: each section's list and pages, the conflicts, the rules of weighing and checks.

    `grades` are the severities that the dossier has chosen for rules.
    """
    desk = Desk(ledger, weighing, addresses, "").at

    for section, page in PAGES.items():
        yield list_page(section, desk(addresses.listing(section)))
        for name in getattr(ledger, section):
            yield page(name, desk(addresses.page(section, name)))
    yield from redirect_pages(ledger, weighing, addresses)
    yield conflicts_page(desk(addresses.listing(CONFLICTS)))
    yield weighing_page(addresses.listing(WEIGHING), ledger.vocabulary)
    yield manual_page(addresses.listing(CHECKS), grades)
    yield search_page(addresses)
    yield data_page(addresses)
