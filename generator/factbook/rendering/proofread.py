"""Hand-written pages and the navigation held against the facts: every fault in one run.

Only the pages that something leads to are drawn for it, and only where the ledger alone does not
know the anchor.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pages.handwritten import citation_problems
from factbook.pages.leading import Site, link_problems, nav_entries, nav_problems
from factbook.pages.sections import INDEX
from factbook.pages.web_links import Hosting
from factbook.reading.handwritten import folder_of_pages, is_draft
from factbook.reading.site_address import has_folders, mount_of
from factbook.rendering.handwritten import read_pages
from factbook.rendering.page import draw_page

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from jinja2 import Environment

    from factbook.facts.ledger import Ledger
    from factbook.pages.view import Page
    from factbook.reading.configuration import Section
    from factbook.reading.handwritten import Written
    from factbook.weighing.weigh import Weighing


def proofread(
    written: Written, section: Section, ledger: Ledger, weighing: Weighing, templates: Environment
) -> list[Problem]:
    """The problems of all hand-written pages, and of the navigation in `section`.

    Drafts are no part of the site, so nothing is wrong with them yet.
    """
    extensions, _ = section.setting("markdown_extensions")
    drafted = is_draft(section)
    every = read_pages(written.pages, folder_of_pages(section), extensions)
    pages = [page for page in every if not drafted(page.name)]
    files = [name for name in written.files if not drafted(name)]
    drawn = _Drawing(ledger, weighing, templates)
    hosting = Hosting(Addresses(has_folders(section)), mount_of(section), files)
    names = {page.name for page in pages}
    site = Site.of(ledger, weighing, names, drawn.anchors, hosting)
    problems = [one for page in pages for one in citation_problems(page, ledger)]
    problems += [one for page in pages for one in link_problems(page, site)]
    return problems + list(nav_problems(nav_entries(*section.setting("nav")), site))


class _Drawing:
    """Fact pages drawn one by one, when somebody asks for their anchors."""

    def __init__(self, ledger: Ledger, weighing: Weighing, templates: Environment) -> None:
        self.ledger, self.weighing, self.templates = ledger, weighing, templates
        self.known: dict[tuple[str, str], AbstractSet[str]] = {}

    @cached_property
    def views(self) -> dict[tuple[str, str], Page]:
        """All pages by section and id."""
        found: dict[tuple[str, str], Page] = {}
        for view in compose(self.ledger, self.weighing, Addresses()):
            found.setdefault((view.section, INDEX if view.is_list else view.id), view)
        return found

    def anchors(self, section: str, name: str) -> AbstractSet[str] | None:
        """The anchors of a page; None where there is no such page."""
        page = section, name
        if page not in self.known:
            view = self.views.get(page)
            if view is None:
                return None
            drawn = draw_page(view, self.templates)
            self.known[page] = set() if isinstance(drawn, Problem) else drawn.anchors
        return self.known[page]
