"""Where pages are: fixed addresses, and relative links between them.

Links are relative, so that a site works at a root, below a path and from a folder on a disk.
"""

from __future__ import annotations

from dataclasses import dataclass

SECTIONS = ("incidents", "statements", "actors", "places", "sources")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of pages relative to the site's root, with or without a folder for each page."""

    directory_urls: bool = True

    def page(self, section: str, name: str) -> str:
        """The address of a fact page: `incidents/ID/` or `incidents/ID.html`."""
        return f"{section}/{name}/" if self.directory_urls else f"{section}/{name}.html"

    def listing(self, section: str) -> str:
        """The address of a section's list."""
        return f"{section}/" if self.directory_urls else f"{section}/index.html"

    @staticmethod
    def file(address: str) -> str:
        """The file that holds the page at an address."""
        return f"{address}index.html" if address.endswith("/") or not address else address


def relative(here: str, there: str) -> str:
    """The link from the page at address `here` to `there`, which may carry an #anchor.

    It leads by way of the site's root: so all pages that are as deep have the same links.
    """
    target, hash_sign, anchor = there.partition("#")
    if target == here:
        return f"#{anchor}" if hash_sign else "."
    return "../" * here.count("/") + there
