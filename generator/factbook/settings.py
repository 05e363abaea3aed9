"""The typed options of the `factbook` plugin in mkdocs.yml.

One list of fields serves the command line, which reads them without loading MkDocs, and the plugin,
which declares them to MkDocs.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.diagnostics.spot import Spot
from factbook.reading.configuration import CONFIGURATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.diagnostics.spot import Route

FORMAT = "1"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a dossier can set: the format of its facts and where its folders are."""

    format: str = FORMAT
    facts: str = "facts"
    templates: str = "templates"

    @property
    def vocabulary(self) -> str:
        """The file in which a dossier extends the built-in vocabulary."""
        return f"{self.facts}/vocabulary.yaml"


NAMES = tuple(field.name for field in fields(Settings))


def read_settings(
    options: Mapping[str, object], route: Route = ()
) -> tuple[Settings, list[Problem]]:
    """The settings of a dossier from its options, and what is wrong with them.

    `route` leads to the options in mkdocs.yml.
    """
    problems = []
    settings: dict[str, str] = {}
    for name, value in options.items():
        spot = Spot(CONFIGURATION, (*route, name))
        if name not in NAMES:
            mend = did_you_mean(name, NAMES, f"the options are: {', '.join(NAMES)}")
            problems.append(Problem("unknown-key", f"no option {name}", spot.of_key(), mend))
        elif not isinstance(value, str | int) or not str(value).strip():
            problems.append(Problem("wrong-shape", f"{name} takes a single value", spot.of_key()))
        elif fault := _fault(name, str(value)):
            problems.append(Problem("value-misfit", fault, spot))
        else:
            settings[name] = str(value)
    return Settings(**settings), problems


def _fault(name: str, value: str) -> str:
    """What keeps a value from being that of an option; empty where nothing does."""
    if name == "format":
        return "" if value == FORMAT else f"this version of Factbook reads format {FORMAT}"
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        return f"{name} must be a folder inside the dossier"
    return ""
