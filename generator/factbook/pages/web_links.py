"""Links in hand-written pages that are written as a browser reads them: `../incidents/ID/#claim-x`.

The engine leaves them as they are, so where they lead follows from the address of their page. Only
what leads below a section of ours is looked at; whatever may be a file of somebody is left alone.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from mimetypes import MimeTypes
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from factbook.pages.addresses import CONFLICTS, Addresses
from factbook.pages.home import HOME
from factbook.pages.sections import INDEX, SECTIONS
from factbook.reading.handwritten import MARKDOWN

if TYPE_CHECKING:
    from collections.abc import Collection

HOST = "http://host.invalid"  # only the path is looked at
OURS = frozenset(one.name for one in SECTIONS if one.name != HOME)
TOP = "top"  # every page has it, says HTML
TEXT = ":~:"  # what follows names words, not an anchor
FILES = MimeTypes()  # without what this machine knows beside


class Target(NamedTuple):
    """A fact page that a link leads to, if there is one; `address` is how the link puts it."""

    section: str
    id: str
    anchor: str
    address: str


@dataclass(frozen=True)
class Hosting:
    """Where the site stands.

    `mount` is the path above all addresses, None where it is not known; `files` are all files of
    the folder of hand-written pages, by their names in it.
    """

    addresses: Addresses
    mount: str | None
    files: Collection[str] = ()

    def target(self, link: str, page: str) -> Target | None:
        """What a link of the page `page` leads to: None for all that is none of ours."""
        parts = urlsplit(link)
        if self.mount is None and parts.path.startswith("/"):
            return None
        mount = self.mount or "/"
        whole = urlsplit(urljoin(f"{HOST}{mount}{self.address_of(page)}", link))
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        is_elsewhere = parts.netloc or not whole.path.startswith(mount)
        if is_elsewhere or beside in self.files:
            return None
        address = unquote(whole.path.removeprefix(mount))
        section, _, rest = address.partition("/")
        if section not in OURS or self._is_written(address):
            return None
        name = self._name(section, rest)
        anchor = unquote(whole.fragment.partition(TEXT)[0])
        return Target(section, name, "" if anchor == TOP else anchor, address) if name else None

    def address_of(self, page: str) -> str:
        """The address of a hand-written page."""
        path = posixpath.splitext(page)[0]
        folder, name = posixpath.split(path)
        if name in {INDEX, "README"}:
            path = f"{folder}/{INDEX}" if folder else INDEX
            name = INDEX
        if not self.addresses.directory_urls:
            return f"{path}.html"
        return path.removesuffix(INDEX) if name == INDEX else f"{path}/"

    def address(self, section: str, name: str) -> str:
        """The address of a fact page."""
        if name == INDEX:
            return self.addresses.listing(section)
        return self.addresses.page(section, name)

    @cached_property
    def _written(self) -> frozenset[str]:
        """The files of a site that people wrote."""
        pages = (one for one in self.files if posixpath.splitext(one)[1].lower() in MARKDOWN)
        drawn = (Addresses.file(self.address_of(one)) for one in pages)
        return frozenset([*self.files, *drawn])

    def _is_written(self, address: str) -> bool:
        """Whether something that people wrote is at an address."""
        return not self._written.isdisjoint({Addresses.file(address), f"{address}/index.html"})

    def _name(self, section: str, rest: str) -> str:
        """The id in what follows a section: `index` for its list, nothing where it names no page.

        One in a form that no page here has, `ID.html` where there are folders, comes out with that.
        """
        if rest in {"", "index.html"}:
            return INDEX
        name = rest.removesuffix("index.html") if rest.endswith("/index.html") else rest
        if "/" in name.removesuffix("/"):
            return ""
        if not self.addresses.directory_urls:
            known = name.removesuffix(".html")
            return known if known != name else self._unless_file(section, name)
        if name.endswith("/"):
            return name.removesuffix("/")
        return name if name.endswith(".html") else self._unless_file(section, name)

    @staticmethod
    def _unless_file(section: str, name: str) -> str:
        """A name that stands for a page, unless it looks like that of a file."""
        is_dotted = section != CONFLICTS and "." in name
        return "" if is_dotted or FILES.guess_type(name)[0] else name
