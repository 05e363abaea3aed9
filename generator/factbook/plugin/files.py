"""Fact pages and frames as MkDocs sees them: files with addresses."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from factbook.pages.addresses import Addresses
from factbook.rendering.frame import CONTENT, DESCRIPTION, TITLE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from factbook.rendering.page import Drawn


class FactFile(File):
    """A fact page as MkDocs sees it: something links can lead to, but no page of its own."""

    def is_documentation_page(self) -> bool:
        """Not a Markdown page: MkDocs must not draw it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' signature
        """Nothing to copy: the page is written when all frames are drawn."""


def frame_file(uri: str, title: str, config: MkDocsConfig) -> File:
    """A page of nothing but marks; the frame of a list carries the list's own title."""
    head = f"title: {title or TITLE}\ndescription: {DESCRIPTION}"
    place = InclusionLevel.UNDEFINED if title else InclusionLevel.NOT_IN_NAV
    content = f"---\n{head}\n---\n\n{CONTENT}\n"
    return File.generated(config, uri, content=content, inclusion=place)


def fact_file(page: Drawn, config: MkDocsConfig) -> FactFile:
    """What links in hand-written pages lead to: `incidents/ID.md`."""
    file = FactFile(
        f"{page.section}/{page.id}.md",
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=config.use_directory_urls,
        dest_uri=Addresses.file(page.address),
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.generated_by = "factbook"
    return file


def mapped(page: Drawn, config: MkDocsConfig) -> SimpleNamespace:
    """As much of a page as the site map asks for."""
    base = config.site_url or ""
    shown = SimpleNamespace(
        is_link=False,
        canonical_url=f"{base.rstrip('/')}/{page.address}" if base else "",
        abs_url="",
        update_date="",
    )
    return SimpleNamespace(page=shown, src_uri=page.address)
