"""A whole build with MkDocs, put in place in one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from factbook.outputs.site import staged
from factbook.plugin.events import FactbookPlugin

if TYPE_CHECKING:
    from factbook.plugin.events import Report


def build_site(root: Path, report: Report, *, strict: bool) -> Path | str:
    """Build the dossier in `root` and put it in place in one step.

    Out comes the site's folder, or in words why there is none; a site that was there stays then.
    """
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=strict)
        site = Path(config.site_dir)
        plugin = config.plugins.get("factbook")
        if not isinstance(plugin, FactbookPlugin):
            return "mkdocs.yml does not use the plugin factbook: add `plugins: [factbook]`"
        with staged(site) as staging, plugin.reporting(report):
            config.site_dir = str(staging)
            config.plugins.on_startup(command="build", dirty=False)
            build_with_mkdocs(config)
            config.plugins.on_shutdown()
    except Abort:
        return "A site that was there before stays as it was."  # why, has been reported
    except MkDocsException as error:
        return error.format_message()
    return site
