"""What makes the files of ours, once all frames are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from factbook.plugin.beside import File, Work
    from factbook.plugin.events import FactbookPlugin
    from factbook.rendering.page import Drawn


def works_beside(plugin: FactbookPlugin, config: MkDocsConfig) -> list[Work]:
    """What makes the files beside the pages: the longest work first."""
    if plugin.dossier is None:
        return []
    return plugin.beside.works(plugin.dossier, plugin.addresses, config)[::-1]


def framed(page: Drawn, plugin: FactbookPlugin) -> File:
    """The file of a page: its name and its text."""
    return plugin.addresses.file(page.address), plugin.frames.around(page).encode()
