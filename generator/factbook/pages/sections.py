"""The sections of a site, declared in one place: each has a list, and most have pages below it.

What frames are drawn, where links and navigation can lead, and what lights up, follows from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.model import FOLDER_OF
from factbook.pages.addresses import CONFLICTS, TIMELINE
from factbook.pages.data import DATA
from factbook.pages.data import TITLE as TITLE_OF_DATA
from factbook.pages.home import HOME
from factbook.pages.listing import TITLES
from factbook.pages.manual import CHECKS
from factbook.pages.manual import TITLE as TITLE_OF_CHECKS
from factbook.pages.search import SEARCH
from factbook.pages.search import TITLE as TITLE_OF_SEARCH
from factbook.pages.weighing import TITLE as TITLE_OF_WEIGHING
from factbook.pages.why import WEIGHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.weighing.weigh import Weighing

INDEX = "index"


class Section(NamedTuple):
    """A part of the site: the folder of its addresses, the title of its list.

    `has_pages` says whether pages of their own lie below the list. `file` is the Markdown file that
    the list stands for, where it is not the `index.md` of that folder.
    """

    name: str
    title: str
    has_pages: bool = True
    file: str = ""

    @property
    def uri(self) -> str:
        """The Markdown file that links and navigation call the list by."""
        return self.file or f"{self.name}/{INDEX}.md"


SECTIONS = (
    Section(HOME, "Home", has_pages=False, file="index.md"),
    *(Section(name, title) for name, title in TITLES.items()),
    Section(CONFLICTS, "Conflicts"),
    Section(TIMELINE, "Timeline"),
    Section(SEARCH, TITLE_OF_SEARCH, has_pages=False),
    Section(DATA, TITLE_OF_DATA, has_pages=False),
    Section(WEIGHING, TITLE_OF_WEIGHING, has_pages=False),
    Section(CHECKS, TITLE_OF_CHECKS, has_pages=False),
)


def pages_of(ledger: Ledger, weighing: Weighing) -> Iterator[tuple[str, str]]:
    """Every page as (section, id); the list of a section has the id `index`.

    Addresses that have moved are pages, too: they lead on.
    """
    kind_of = {folder: kind for kind, folder in FOLDER_OF.items()}
    for section in SECTIONS:
        yield section.name, INDEX
        if not section.has_pages:
            continue
        if section.name == CONFLICTS:
            yield from ((section.name, name) for name in (*weighing.conflicts, *weighing.declared))
            continue
        for name, record in ledger.subjects.records.items():
            if ledger.subjects.kinds[name] == kind_of.get(section.name):
                yield from ((section.name, one) for one in (name, *record.moved_from))
