"""Which engine draws: MkDocs, or ProperDocs where a dossier's configuration is in its own file.

ProperDocs carries MkDocs 1.x on. Its command has every import of `mkdocs` lead to itself, so the
plugin runs in either without knowing which; here the same is done for `factbook build`. It must
happen before anything of MkDocs is imported, so this module imports neither.
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from factbook.reading.configuration import configuration_in

if TYPE_CHECKING:
    from pathlib import Path

MKDOCS, PROPERDOCS = "mkdocs", "properdocs"


def choose(root: Path) -> None:
    """Have ProperDocs draw the dossier in `root`, if its file says so and it is installed."""
    wanted = configuration_in(root).startswith(PROPERDOCS)
    if wanted and MKDOCS not in sys.modules and find_spec(PROPERDOCS):
        import_module(f"{PROPERDOCS}.replacement")
        # plugins know the log by its old name
        logging.getLogger(MKDOCS).parent = logging.getLogger(PROPERDOCS)


def log_of_engine() -> logging.Logger:
    """The log that everything the engine and its plugins tell arrives at."""
    return logging.getLogger(import_module(MKDOCS).__name__)
