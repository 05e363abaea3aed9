"""A whole build with MkDocs, put in place in one step."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from factbook.outputs.site import BusyError, staged
from factbook.plugin.engine import log_of_engine
from factbook.plugin.events import FactbookPlugin
from factbook.plugin.guards import protect
from factbook.reading.configuration import configuration_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.plugin.events import Report


def build_site(
    root: Path,
    report: Report,
    *,
    strict: bool,
    second: Path | None = None,
    searched: bool = True,
) -> Path | str:
    """Build the dossier in `root`, with a second root if there is one, and put it in place.

    `searched` is whether it gets an index to search. Out comes the site's folder, or in words why
    there is none; a site that was there stays then.
    """
    site: Path | None = None
    try:
        with _told():
            config = load_config(str(root / configuration_in(root)), strict=strict)
            site = Path(config.site_dir)
            plugin = config.plugins.get("factbook")
            if not isinstance(plugin, FactbookPlugin):
                return "mkdocs.yml does not use the plugin factbook: add `plugins: [factbook]`"
            protect(config, {name: str(value) for name, value in plugin.config.items()})
            with staged(site) as staging, plugin.reporting(report, second, searched=searched):
                config.site_dir = str(staging)
                config.plugins.on_startup(command="build", dirty=False)
                build_with_mkdocs(config)
                config.plugins.on_shutdown()
    except Abort:  # why, has been told
        return "the old site stays as it was" if site and site.exists() else "no site was built"
    except (MkDocsException, BusyError) as error:
        return str(error)
    return site


@contextmanager
def _told() -> Iterator[None]:
    """Have warnings and errors of MkDocs printed, as its own command does."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = log_of_engine()
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
