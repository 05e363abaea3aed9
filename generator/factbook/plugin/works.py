"""What makes the files of ours, once all frames are drawn: in works that go side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factbook.outputs.crew import divided

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.plugin.events import FactbookPlugin
    from factbook.rendering.page import Drawn

    File = tuple[str, bytes]
    Work = Callable[[], Iterator[File]]


def works(plugin: FactbookPlugin, config: MkDocsConfig, crew: int = 1) -> list[Work]:
    """Works that make all files of ours as (name, bytes), each without the others.

    So many of them make pages; one makes the index that is searched, one the data files.
    """
    pages = [share for share in divided(plugin.pages, crew) if share]
    made: list[Work] = [partial(_framed, plugin, share) for share in pages]
    if plugin.dossier:
        beside = plugin.beside.search, plugin.beside.data
        made += [partial(one, plugin.dossier, plugin.addresses, config) for one in beside]
    return made


def _framed(plugin: FactbookPlugin, pages: Sequence[Drawn]) -> Iterator[File]:
    for page in pages:
        yield plugin.addresses.file(page.address), plugin.frames.around(page).encode()
