"""Where pages are: fixed addresses, and relative links between them.

    /incidents/                  a list; its further pages are /incidents/page--2/ and so on
    /incidents/ID/               a record, and what of its lists fits on its page
    /actors/ID--said-2/          the second page of one of these lists, here of what an actor says
    /conflicts/ID/               a conflict; the id of one holds a full stop, that of a record none
    /conflicts/severity--high/   some of the conflicts; further pages: /conflicts/severity--high--2/
    /timeline/                   what is dated, in the order of time

No id holds two hyphens in a row, so no page of a list is ever where a record may come to lie; and
all pages of a section lie at one depth, with and without a folder for each. Links are relative, so
that a site works at a root, below a path and from a folder on a disk.
"""

from __future__ import annotations

from dataclasses import dataclass

RECORDS = ("incidents", "statements", "actors", "places", "sources")  # sections of records
CONFLICTS = "conflicts"
TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of pages relative to the site's root, with or without a folder for each page."""

    directory_urls: bool = True

    @property
    def home(self) -> str:
        """The address of the home page."""
        return "" if self.directory_urls else "index.html"

    def page(self, section: str, name: str) -> str:
        """The address of a fact page: `incidents/ID/` or `incidents/ID.html`."""
        return f"{section}/{name}/" if self.directory_urls else f"{section}/{name}.html"

    def listing(self, section: str) -> str:
        """The address of a section's list."""
        return f"{section}/" if self.directory_urls else f"{section}/index.html"

    def sheet(self, section: str, number: int, some: str = "") -> str:
        """The address of one page of a section's list, or of `some` of it: see `sheet_id`."""
        name = sheet_id(number, some)
        return self.page(section, name) if name else self.listing(section)

    @staticmethod
    def file(address: str) -> str:
        """The file that holds the page at an address."""
        return f"{address}index.html" if address.endswith("/") or not address else address


def named(address: str) -> tuple[str, str]:
    """The section and the id of the page at an address; of a section's list both are the same.

    Both are empty for the home page.
    """
    words = address.removesuffix("index.html").removesuffix(".html").strip("/")
    section, _, name = words.partition("/")
    return section, name or section


def sheet_id(number: int, some: str = "") -> str:
    """What stands for an id in the address of one page of a list; nothing for the first of all."""
    if number == 1:
        return some
    return f"{some or 'page'}--{number}"


def part_id(name: str, part: str, number: int) -> str:
    """What stands for an id in the address of a further page of a list on a record's page."""
    return f"{name}--{part}-{number}"


def relative(here: str, there: str) -> str:
    """The link from the page at address `here` to `there`, which may carry an #anchor.

    It leads by way of the site's root: so all pages that are as deep have the same links.
    """
    target, hash_sign, anchor = there.partition("#")
    if target == here:
        again = "." if here.endswith("/") or not here else here.rpartition("/")[2]
        return f"#{anchor}" if hash_sign else again
    return "../" * here.count("/") + there
