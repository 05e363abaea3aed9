"""Every page of a dossier as a view, in a fixed order.

What pages there are is cheap to know; each is a plan that composes its view when it is asked to,
from the ledger and the weighing, and knows nothing of the others.
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from factbook.evidence.standing import NO_EVIDENCE, Evidence
from factbook.facts.model import FOLDER_OF
from factbook.pages.actor import actor_listings, actor_page
from factbook.pages.addresses import CONFLICTS, TIMELINE, named, part_id
from factbook.pages.conflict_page import conflict_page
from factbook.pages.conflicts import conflicts_page, sheets
from factbook.pages.contested_index import ContestedIndex, contested_index
from factbook.pages.data import DATA, data_page
from factbook.pages.home import HOME, NO_WORDS, home_page
from factbook.pages.incident import incident_listings, incident_page
from factbook.pages.links import Desk
from factbook.pages.listing import list_page, listed_records
from factbook.pages.manual import CHECKS, manual_page
from factbook.pages.part import further_pages, part_page
from factbook.pages.place import place_listings, place_page
from factbook.pages.redirect import redirect_page, redirects
from factbook.pages.search import SEARCH, search_page
from factbook.pages.source import source_listings, source_page
from factbook.pages.statement import statement_listings, statement_page
from factbook.pages.timeline import dated_records, timeline_page
from factbook.pages.watch import Noted
from factbook.pages.weighing import weighing_page
from factbook.pages.why import WEIGHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factbook.diagnostics.problem import Severity
    from factbook.facts.ledger import Ledger
    from factbook.pages.addresses import Addresses
    from factbook.pages.home import OwnWords
    from factbook.pages.part import Listing
    from factbook.pages.view import Page
    from factbook.pages.watch import Watch
    from factbook.weighing.weigh import Weighing

NOTHING = Noted()


class RecordPage(Protocol):
    """Composes the page of a record, `whole` with all of its lists."""

    def __call__(self, name: str, desk: Desk, *, whole: bool = False) -> Page:
        """The page of the record with this id."""


PAGES: dict[str, RecordPage] = {
    "incidents": incident_page,
    "statements": statement_page,
    "actors": actor_page,
    "places": place_page,
    "sources": source_page,
}
LISTINGS: dict[str, Callable[[str, Desk], tuple[Listing[Any], ...]]] = {
    "incidents": incident_listings,
    "statements": statement_listings,
    "actors": actor_listings,
    "places": place_listings,
    "sources": source_listings,
}


class Site(NamedTuple):
    """What all pages of a dossier are made from; `anywhere` is a desk for no page in particular."""

    anywhere: Desk
    grades: Mapping[str, Severity | None] = MappingProxyType({})
    own: OwnWords = NO_WORDS

    def desk(self, address: str) -> Desk:
        """What the page at an address is made from."""
        return self.anywhere.at(address)

    @property
    def ledger(self) -> Ledger:
        """The facts."""
        return self.anywhere.ledger

    @property
    def weighing(self) -> Weighing:
        """How they were weighed."""
        return self.anywhere.weighing

    @property
    def addresses(self) -> Addresses:
        """Where pages are."""
        return self.anywhere.addresses

    @property
    def watch(self) -> Watch:
        """What notes what is read."""
        return self.anywhere.watch

    def plan(self, here: str, make: Callable[[Desk], Page], rests_on: Noted = NOTHING) -> Plan:
        """The plan of a page that `make` composes; each time at a desk that nobody has used."""
        return Plan(here, lambda: make(self.desk(here)), rests_on)


class Plan(NamedTuple):
    """A page that is not yet composed: its address, and what that tells of it.

    `rests_on` is what was read of the dossier to know that there is this page.
    """

    address: str
    compose: Callable[[], Page]
    rests_on: Noted = NOTHING
    is_framed: bool = True

    @property
    def section(self) -> str:
        """The section it belongs to."""
        return named(self.address)[0] or HOME

    @property
    def id(self) -> str:
        """The id of the record, or of what else it shows; of a list its section."""
        return named(self.address)[1] or HOME

    @property
    def is_list(self) -> bool:
        """Whether it stands at the top of its section."""
        return self.id == self.section


def compose(  # noqa: PLR0913, PLR0917 - what a dossier comes to, and where it goes
    ledger: Ledger,
    weighing: Weighing,
    addresses: Addresses,
    grades: Mapping[str, Severity | None] = MappingProxyType({}),
    own: OwnWords = NO_WORDS,
    evidence: Evidence = NO_EVIDENCE,
) -> Iterator[Page]:
    """All views: lists and records, conflicts, the timeline, the rules of weighing and checks.

    `grades` are the severities that the dossier has chosen for rules.
    """
    site = Site(Desk(ledger, weighing, addresses, "", evidence), grades, own)
    return (one.compose() for one in plans(site))


def plans(site: Site) -> Iterator[Plan]:
    """All pages of a dossier, not yet composed."""
    index, for_order = site.watch.noting(partial(contested_index, site.ledger, site.weighing))
    yield site.plan(site.addresses.home, partial(home_page, site.own, index), for_order)
    for section in PAGES:
        yield from _of_section(section, site)
    desk = site.desk(site.addresses.home)
    moved, read = site.watch.noting(lambda: list(redirects(desk)))
    for one in moved:
        yield site.plan(one.here, partial(redirect_page, one), read)._replace(is_framed=False)
    yield from _of_conflicts(index, for_order, site)
    yield from _of_timeline(site)
    here = site.addresses.listing(WEIGHING)
    yield Plan(here, partial(weighing_page, here, site.ledger.vocabulary))
    here = site.addresses.listing(CHECKS)
    yield Plan(here, partial(manual_page, here, site.grades))
    yield Plan(site.addresses.listing(SEARCH), partial(search_page, site.addresses))
    yield Plan(site.addresses.listing(DATA), partial(data_page, site.addresses))


def plan_of(name: str, site: Site) -> Plan:
    """The page of the record with this id, without all others."""
    section = FOLDER_OF[site.ledger.subjects.kinds[name]]
    return site.plan(site.addresses.page(section, name), partial(PAGES[section], name))


def _of_section(section: str, site: Site) -> Iterator[Plan]:
    """The list of a section, in pages, and each record, with the pages that its lists go on to."""
    whole, read = site.watch.noting(partial(listed_records, section, site.ledger))
    for number in range(1, whole.pages + 1):
        here = site.addresses.sheet(section, number)
        yield site.plan(here, partial(list_page, section, number, whole), read)
    for name in getattr(site.ledger, section):
        page = plan_of(name, site)
        yield page
        further = partial(_further, section, name, site.desk(page.address))
        listings, read = site.watch.noting(further)
        for listing, numbers in listings:
            for number in numbers:
                there = site.addresses.page(section, part_id(name, listing.anchor, number))
                yield site.plan(there, partial(part_page, listing, number, name), read)


def _further(section: str, name: str, desk: Desk) -> list[tuple[Listing[Any], range]]:
    """The lists of a record with the pages that they go on to."""
    return [(one, further_pages(one)) for one in LISTINGS[section](name, desk)]


def _of_conflicts(index: ContestedIndex, read: Noted, site: Site) -> Iterator[Plan]:
    """The lists of conflicts, and each conflict; `read` is what their order rests on."""
    for some, number in sheets(index):
        here = site.addresses.sheet(CONFLICTS, number, some)
        yield site.plan(here, partial(conflicts_page, some, number, index), read)
    for name in (*site.weighing.conflicts, *site.weighing.declared):
        yield site.plan(site.addresses.page(CONFLICTS, name), partial(conflict_page, name))


def _of_timeline(site: Site) -> Iterator[Plan]:
    whole, read = site.watch.noting(partial(dated_records, site.ledger))
    for number in range(1, whole.pages + 1):
        here = site.addresses.sheet(TIMELINE, number)
        yield site.plan(here, partial(timeline_page, number, whole), read)
