"""What stands between a build and what people wrote; and how problems reach the engine's log."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from factbook.diagnostics.formats import as_text, summed_up
from factbook.diagnostics.problem import Problem, Severity, is_fatal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.dossier import Dossier

log = logging.getLogger("mkdocs.plugins.factbook")


def log_problems(dossier: Dossier, problems: Sequence[Problem]) -> None:
    """Problems in MkDocs' own log; with `--strict` it counts the warnings itself."""
    for problem, spot in dossier.located(problems):
        lines = ("".join(run.text for run in line) for line in as_text([(problem, spot)]))
        level = logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
        log.log(level, "\n".join(lines).rstrip())


def refuse(problems: Sequence[Problem], config: MkDocsConfig) -> None:
    """Stop a build that has problems which it may not have."""
    if is_fatal(problems, strict=config.strict):
        raise PluginError(f"nothing was built: {summed_up(problems)}")


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
