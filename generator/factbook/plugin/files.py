"""Fact pages and frames as MkDocs sees them: files with addresses."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.structure.files import File, InclusionLevel, get_files

from factbook.pages.addresses import Addresses
from factbook.pages.redirect import SCRIPT as ONWARD
from factbook.rendering.frame import ADDRESS, BODY, CONTENT, DESCRIPTION, TITLE
from factbook.rendering.templates import asset_folder

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.rendering.page import Outline

# for signs of markup others that look like them
HARMLESS = str.maketrans("<>\"'&", "\u2039\u203a\u201d\u2019\uff06")


class FactFile(File):
    """A fact page as MkDocs sees it: something links can lead to, but no page of its own."""

    def is_documentation_page(self) -> bool:
        """Not a Markdown page: MkDocs must not draw it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' signature
        """Nothing to copy: the page is written when all frames are drawn."""


class _Anchored:
    """As much of a page as the check of anchors asks for; few links lead to one."""

    def __init__(self, page: Outline) -> None:
        self._page = page

    @property
    def present_anchor_ids(self) -> Container[str]:
        """The anchors of the page."""
        return self._page.anchors


def frame_file(uri: str, title: str, config: MkDocsConfig) -> File:
    """A page of nothing but marks; the frame of a list carries the list's own title."""
    head = f"title: {title or TITLE}\ndescription: {DESCRIPTION}"
    place = InclusionLevel.UNDEFINED if title else InclusionLevel.NOT_IN_NAV
    content = f"---\n{head}\n---\n\n{CONTENT}\n"
    return File.generated(config, uri, content=content, inclusion=place)


def own_frame_file(page: Outline, config: MkDocsConfig) -> File:
    """The frame of a single fact page, under the title that the navigation shows.

    Themes print titles in many ways, some after undoing what escaped them: so no sign is left in
    this one that markup is made of.
    """
    title = json.dumps(page.title.translate(HARMLESS), ensure_ascii=False)
    content = f"---\ntitle: {title}\ndescription: {DESCRIPTION}\n---\n\n{CONTENT}\n"
    return File.generated(config, f"{page.section}/{page.id}.md", content=content)


def fact_file(page: Outline, config: MkDocsConfig) -> FactFile:
    """What links in hand-written pages lead to: `incidents/ID.md`, and `#claim-ID` in it."""
    file = FactFile(
        f"{page.section}/{page.id}.md",
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=config.use_directory_urls,
        dest_uri=Addresses.file(page.address),
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.generated_by = "factbook"
    file.page = _Anchored(page)  # type: ignore[assignment]
    return file


def our_files(
    pages: Iterable[Outline], assets: Iterable[str], config: MkDocsConfig
) -> Iterator[File]:
    """The files of all fact pages but lists, which have frames, and of what these pages load."""
    for page in pages:
        if not page.is_list:
            yield fact_file(page, config)
    for asset in (*assets, ONWARD):
        path = str(asset_folder() / asset.rpartition("/")[2])
        yield File.generated(config, asset, abs_src_path=path)


def mapped(page: Outline, config: MkDocsConfig) -> SimpleNamespace:
    """As much of a page as the site map asks for."""
    base = config.site_url or ""
    shown = SimpleNamespace(
        is_link=False,
        canonical_url=f"{base.rstrip('/')}/{page.address}" if base else "",
        abs_url="",
        update_date="",
    )
    return SimpleNamespace(page=shown, src_uri=page.address)


def clash(config: MkDocsConfig, ours: Iterable[str]) -> str:
    """A hand-written file that would be published where a page of ours is; empty if none is."""
    taken = set(ours)
    clashing = (file.src_uri for file in get_files(config) if file.dest_uri in taken)
    return next(clashing, "")


def without_frames(site: Path) -> None:
    """Take the frames out of the index of MkDocs' search plugin: nobody can open them."""
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    marks = (quote(ADDRESS), ADDRESS, BODY, TITLE)
    entries = ((entry, json.dumps(entry)) for entry in index.get("docs", []))
    index["docs"] = [entry for entry, text in entries if not any(one in text for one in marks)]
    path.write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")
