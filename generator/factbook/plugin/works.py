"""What makes the files of ours, once all frames are drawn: in works that go side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.plugin.events import FactbookPlugin
    from factbook.rendering.page import Drawn

    File = tuple[str, bytes]
    Work = Callable[[], Iterator[File]]


def works_beside(plugin: FactbookPlugin, config: MkDocsConfig) -> list[Work]:
    """Works that make what lies beside the pages as (name, bytes): the index, the data files."""
    if plugin.dossier is None:
        return []
    makers = plugin.beside.search, plugin.beside.data
    return [partial(one, plugin.dossier, plugin.addresses, config) for one in makers]


def framed(page: Drawn, plugin: FactbookPlugin) -> File:
    """The file of a page: its name and its text."""
    return plugin.addresses.file(page.address), plugin.frames.around(page).encode()
