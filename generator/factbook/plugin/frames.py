"""The frames of one build: which pages they are, where they hang, and what they were drawn as.

Each section has one for its list and, where pages lie below it, one for all of these. A fact page
that the navigation names has a frame of its own, since it is a place in the navigation like any
other: it lights up there, and leads to the page before and the page after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import log as log_of_engine
from mkdocs.exceptions import PluginError

from factbook.diagnostics.spot import Spot
from factbook.pages.leading import nav_entries
from factbook.pages.sections import SECTIONS
from factbook.plugin.files import FactFile, frame_file, own_frame_file
from factbook.rendering.frame import ADDRESS, Frame, FrameError, cut
from factbook.rendering.page import frame_of, list_frame

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from factbook.rendering.page import Drawn, Outline

# what plugins put on a page to date it: a frame was made just now, which says nothing of any fact
STAMPS = ("git_", "revision_date", "creation_date")


class Frames:
    """Frames by the names of the files they are drawn from."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.drawn: dict[str, Frame] = {}
        self._pages: dict[str, Outline] = {}  # by the names of their own frames, or their lists'

    def of_sections(self, files: Files, config: MkDocsConfig) -> Iterator[File]:
        """The frame files of all sections: a list's carries its own title, the others marks.

        A list gives way to a page that somebody wrote in its place, where that is allowed at all.
        """
        self.names.clear()
        self.drawn.clear()
        written = {file.dest_uri for file in files}
        for section in SECTIONS:
            listing = frame_file(section.uri, section.title, config)
            if listing.dest_uri not in written:
                self.names[section.uri] = list_frame(section.name)
                yield listing
            if section.has_pages:
                uri = f"{section.name}/{ADDRESS}.md"
                self.names[uri] = section.name
                yield frame_file(uri, "", config)

    def of_navigation(self, files: Files, config: MkDocsConfig, pages: Sequence[Outline]) -> None:
        """Put a frame in place of each fact page that the navigation names."""
        self._pages = {uri_of(page) or frame_of(page): page for page in pages}
        for entry in nav_entries(config.nav, Spot("")):
            file = files.get_file_from_path(entry.target)
            page = self._pages.get(file.src_uri) if isinstance(file, FactFile) else None
            if file is not None and page is not None and page.is_framed:
                files.remove(file)
                files.append(own_frame_file(page, config))
                self.names[file.src_uri] = file.src_uri

    def hang(self, files: Files) -> None:
        """Hang each frame below its section's list, so that the section lights up on its pages."""
        for section in SECTIONS:
            frame = files.get_file_from_path(f"{section.name}/{ADDRESS}.md")
            listing = files.get_file_from_path(section.uri)
            if frame and frame.page and listing and listing.page:
                frame.page.parent = listing.page  # type: ignore[assignment]

    def undate(self, page: Page) -> None:
        """Take the dates of its making from a frame."""
        if page.file.src_uri in self.names:
            for key in [key for key in page.meta if key.startswith(STAMPS)]:
                del page.meta[key]

    def catch(self, text: str, page: Page) -> bool:
        """Take the text of a frame; out comes whether this page was one.

        The page learns the anchors of what will stand there. Raises PluginError where the theme
        cannot frame fact pages.
        """
        name = self.names.get(page.file.src_uri)
        if name is None:
            return False
        try:
            self.drawn[name] = cut(text)
        except FrameError as error:
            raise PluginError(f"the theme cannot frame fact pages: {error}") from error
        there = self._pages.get(name)
        anchors = cast(
            "set[str]", there.anchors if there else set()
        )  # only asked whether one is there
        page.present_anchor_ids = anchors
        return True

    def around(self, page: Drawn) -> str:
        """The text of a whole page."""
        if not page.is_framed:
            return page.body
        return page.in_frame(self.drawn.get(uri_of(page)) or self.drawn[frame_of(page)])


def uri_of(page: Outline) -> str:
    """The file a fact page would have among the hand-written ones; none for a list."""
    return "" if page.is_list else f"{page.section}/{page.id}.md"


def quiet() -> None:
    """Have the engine, whichever it is, keep to itself that a frame is not written."""
    log_of_engine.addFilter(is_worth_telling)


def is_worth_telling(record: logging.LogRecord) -> bool:
    """That a frame is not written is no news to anyone."""
    words = [word for section in SECTIONS for word in (f"'{section.uri}'", f"'{section.name}/")]
    return "Page skipped" not in record.msg or not any(word in record.msg for word in words)
