"""A whole build with MkDocs, put in place in one step."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from factbook.outputs.crew import WorkerLostError
from factbook.outputs.publishing.ground import PublishingError
from factbook.outputs.publishing.site import Published, staged
from factbook.plugin.engine import log_of_engine
from factbook.plugin.events import FactbookPlugin
from factbook.plugin.guards import protect, refuse
from factbook.plugin.press import Press
from factbook.reading.collector import collector_resting
from factbook.reading.configuration import configuration_in
from factbook.reading.kept import NOTHING_KEPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.diagnostics.problem import Problem
    from factbook.plugin.events import Report
    from factbook.plugin.press import Progress
    from factbook.reading.kept import Kept

PLUGIN_IS_MISSING = "mkdocs.yml does not use the plugin factbook: add `plugins: [factbook]`"


def build_site(  # noqa: PLR0913 - each is an option of the command
    root: Path,
    report: Report,
    *,
    strict: bool,
    second: Path | None = None,
    searched: bool = True,
    kept: Kept = NOTHING_KEPT,
    published: Published | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Path | str:
    """Build the dossier in `root`, with a second root if there is one, and put it in place.

    `searched` is whether it gets an index to search. Of what is `kept`, pages that are what they
    were at the last build are taken over; with a second root nothing is kept. Out comes the site's
    folder, or in words why there is none; a site that was there stays then. `published` is told
    what became of it, `progress` how far it is.
    """
    site: Path | None = None
    try:
        with _told(), collector_resting():
            config = load_config(str(root / configuration_in(root)), strict=strict)
            site = Path(config.site_dir)
            plugin = config.plugins.get("factbook")
            if not isinstance(plugin, FactbookPlugin):
                return PLUGIN_IS_MISSING
            protect(config, {name: str(value) for name, value in plugin.config.items()})
            told = plugin.reporting(report, second, searched=searched)
            with staged(site, published) as stage, told:
                config.site_dir = str(stage.folder)
                press = plugin.press = Press(stage, kept)
                _build(config)
                _refuse(press.run(plugin, config, progress), plugin, config)
    except Abort:  # why, has been told
        return "the old site stays as it was" if site and site.exists() else "no site was built"
    except (MkDocsException, PublishingError, WorkerLostError) as error:
        return str(error)
    except OSError as error:
        return f"the site cannot be written: {error.strerror or error}: {error.filename or site}"
    return site


def _build(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    build_with_mkdocs(config)
    config.plugins.on_shutdown()


def _refuse(found: list[Problem], plugin: FactbookPlugin, config: MkDocsConfig) -> None:
    """Stop where a template cannot draw what it is given."""
    if found and plugin.dossier:
        problems = plugin.dossier.graded(found)
        plugin.report(plugin.dossier, problems)
        refuse(problems, config)


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
