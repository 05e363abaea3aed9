"""What a build must never touch: folders that hold what people wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig


def protect(config: MkDocsConfig, options: Mapping[str, str]) -> None:
    """Refuse to build into, or around, a folder that holds what people wrote."""
    site = Path(config.site_dir).resolve()
    root = Path(config.config_file_path).resolve().parent
    folders = [options[name] for name in ("facts", "templates") if name in options]
    for folder in (*folders, config.docs_dir, "."):
        written = (root / folder).resolve()
        inside = written in site.parents and folder != "."
        if site == written or site in written.parents or inside:
            message = f"site_dir {site} and {written} lie in each other: a build empties site_dir"
            raise PluginError(f"{message}; choose another in mkdocs.yml")
