"""What surrounds fact pages while serving: MkDocs' part of a site, drawn into a private folder.

Fact pages are known to MkDocs by their addresses alone, so that links to them are checked; none is
drawn for it, but where a link leads to an anchor.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from factbook.pages.addresses import Addresses
from factbook.plugin.build import PLUGIN_IS_MISSING
from factbook.plugin.engine import log_of_engine
from factbook.plugin.events import FactbookPlugin
from factbook.plugin.guards import protect
from factbook.reading.configuration import configuration_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.dossier import Dossier
    from factbook.rendering.frame import Frame
    from factbook.rendering.page import Outline

    Pages = Callable[[Addresses], Sequence[Outline]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What MkDocs drew: its files in `folder`, a frame for each section, what to watch.

    `site` is where a build would put the site, `mount` the path of its address; `told` are the
    warnings of MkDocs. A `failure` says why nothing new was drawn.
    """

    folder: Path
    addresses: Addresses = field(default_factory=Addresses)
    frames: dict[str, Frame] = field(default_factory=dict)
    watched: tuple[Path, ...] = ()
    site: Path | None = None
    mount: str = "/"
    told: tuple[str, ...] = ()
    failure: str = ""


def surround(
    root: Path, folder: Path, origin: str, pages: Pages, dossier: Dossier | None = None
) -> Surroundings:
    """Have MkDocs draw all but the fact pages of the dossier in `root` into `folder`.

    `pages` gives the fact pages for the form that addresses have, `dossier` what hand-written pages
    cite; `origin` is where the site is served. Whatever goes wrong comes out in words.
    """
    configuration = root / configuration_in(root)
    made = Surroundings(folder, watched=(configuration,))
    plugin = None
    with _heard() as told:
        try:
            config = load_config(str(configuration))
            plugin = config.plugins.get("factbook")
            if not isinstance(plugin, FactbookPlugin):
                return Surroundings(folder, failure=PLUGIN_IS_MISSING, watched=made.watched)
            plugin.dossier = dossier
            made = _drawn(made, config, plugin, origin, pages)
            failure = ""
        except Abort as error:
            failure = told.pop() if told else str(error)
        except MkDocsException as error:
            failure = str(error)
        except Exception as error:  # noqa: BLE001 - themes and plugins can raise anything
            failure = f"{type(error).__name__}: {error}"
        finally:
            if isinstance(plugin, FactbookPlugin):
                plugin.given = plugin.dossier = None
    return replace(made, told=tuple(told), failure=failure)


def _drawn(
    made: Surroundings, config: MkDocsConfig, plugin: FactbookPlugin, origin: str, pages: Pages
) -> Surroundings:
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    mount = urlsplit(config.site_url or "/").path or "/"
    mount = mount if mount.endswith("/") else f"{mount}/"
    config.site_url = f"{origin.rstrip('/')}{mount}"
    protect(config, {name: str(value) for name, value in plugin.config.items()})
    config.site_dir = str(made.folder)
    addresses = Addresses(config.use_directory_urls)
    plugin.given = pages(addresses)
    config.plugins.on_startup(command="serve", dirty=False)
    build_with_mkdocs(config, serve_url=config.site_url)
    own = [Path(one) for one in config.theme.dirs if Path(one).is_relative_to(root)]
    written = (Path(config.config_file_path), Path(config.docs_dir), *own, *map(Path, config.watch))
    frames = dict(plugin.frames.drawn)
    return replace(
        made, addresses=addresses, frames=frames, watched=written, site=site, mount=mount
    )


@contextmanager
def _heard() -> Iterator[list[str]]:
    """The warnings and errors of MkDocs, in a list instead of on the terminal."""
    told: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = log_of_engine()
    logger.addHandler(handler)
    propagates, logger.propagate = logger.propagate, False
    try:
        yield told
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates
