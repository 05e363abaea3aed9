"""Where hand-written pages and the navigation lead: to pages and anchors that are there, or not."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.facts.decoding import ClaimKey
from factbook.pages.sections import SECTIONS, pages_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.facts.ledger import Ledger
    from factbook.pages.handwritten import HandWritten
    from factbook.pages.web_links import Hosting
    from factbook.weighing.weigh import Weighing

    Anchors = Callable[[str, str], Collection[str] | None]

CLAIM = "claim-"


class Entry(NamedTuple):
    """An entry of the navigation: the page it names, and where it stands."""

    target: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Site:
    """All that can be led to.

    `written` are the hand-written pages by their names; `anchors` gives those of a fact page by
    section and id, or None where there is none. It costs the drawing of pages, and is asked only
    for what the ledger does not know.
    """

    ledger: Ledger
    pages: frozenset[tuple[str, str]]
    written: frozenset[str]
    anchors: Anchors
    hosting: Hosting

    @classmethod
    def of(
        cls,
        ledger: Ledger,
        weighing: Weighing,
        written: Collection[str],
        anchors: Anchors,
        hosting: Hosting,
    ) -> Site:
        """The site of a dossier with these hand-written pages."""
        pages = frozenset(pages_of(ledger, weighing))
        return cls(ledger, pages, frozenset(written), anchors, hosting)

    def fault_of(self, link: str, page: str) -> tuple[str, str]:
        """What is wrong with a link of the hand-written page `page`, and how to mend it."""
        if link.partition("#")[0].endswith(".md"):
            return self.fault(link, posixpath.dirname(page))
        target = self.hosting.target(link, page)
        if target is None:
            return "", ""
        return self._missing(target[:2], target.anchor, target.address, self.hosting.address)

    def fault(self, target: str, base: str = "") -> tuple[str, str]:
        """What is wrong with a link from a page in the folder `base`, and how to mend it.

        Empty where nothing is, or where the link is none of ours.
        """
        path, _, anchor = target.partition("#")
        name = posixpath.normpath(posixpath.join(base, unquote(path)))
        section, _, file = name.partition("/")
        if name in self.written or path.startswith("/") or "/" in file:
            return "", ""
        if section not in {one.name for one in SECTIONS}:
            return "", ""
        page = section, file.removesuffix(".md")
        return self._missing(page, anchor, name, lambda one, other: f"{one}/{other}.md")

    def _missing(
        self, page: tuple[str, str], anchor: str, name: str, called: Callable[[str, str], str]
    ) -> tuple[str, str]:
        """What is wrong with a link to a fact page, which stands there as `name`.

        `called` is how links of that form name a page.
        """
        if self._is_broken(page[1]):
            return "", ""
        if page not in self.pages and self.anchors(*page) is None:
            near = did_you_mean(name, [called(*one) for one in sorted(self.pages)])
            return f"there is no page {name}", near
        if anchor and not self._has(*page, anchor):
            known = sorted(self.anchors(*page) or ())
            return f"there is no #{anchor} on {name}", did_you_mean(anchor, known)
        return "", ""

    def _is_broken(self, name: str) -> bool:
        """Whether a record is one whose file cannot be read, which is reported there."""
        return name not in self.ledger.subjects.records and self.ledger.is_known(name)

    def _has(self, section: str, name: str, anchor: str) -> bool:
        """Whether a page has an anchor; of claims the ledger knows, without any page drawn."""
        if ClaimKey(name, anchor.removeprefix(CLAIM)) in self.ledger.claims:
            return anchor.startswith(CLAIM)
        if name not in self.ledger.subjects.records and self.ledger.subjects.broken:
            return True  # a list may lack what is in a broken file
        return anchor in (self.anchors(section, name) or ())


def link_problems(page: HandWritten, site: Site) -> Iterator[Problem]:
    """A problem for each link of a hand-written page to a fact page or anchor that is not there."""
    for led in page.led:
        message, mend = site.fault_of(led.target, page.name)
        if message:
            yield Problem("broken-link", message, page.spot(led.offset, led.target), mend)


def nav_problems(entries: Iterator[Entry], site: Site) -> Iterator[Problem]:
    """A problem for each entry of the navigation that names a fact page there is none of."""
    for entry in entries:
        message, mend = site.fault(entry.target)
        if message:
            yield Problem("broken-link", message, entry.spot, mend)


def nav_entries(nav: object, spot: Spot) -> Iterator[Entry]:
    """The Markdown files that a `nav` names, which stands at `spot`; patterns are left alone."""
    if isinstance(nav, dict):
        for title, below in nav.items():
            yield from nav_entries(below, spot.at(title))
    elif isinstance(nav, list):
        for number, below in enumerate(nav):
            yield from nav_entries(below, spot.at(number))
    elif isinstance(nav, str) and nav.endswith(".md") and "*" not in nav:
        yield Entry(nav, spot)
