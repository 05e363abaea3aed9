"""The typed options of the `factbook` plugin in mkdocs.yml.

One list of fields serves the command line, which reads them without loading MkDocs, and the plugin,
which declares them to MkDocs.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.diagnostics.spot import Spot
from factbook.reading.configuration import CONFIGURATION

if TYPE_CHECKING:
    from factbook.reading.configuration import Section

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

    def as_options(self) -> dict[str, str]:
        """Every option with its value."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


NAMES = tuple(field.name for field in fields(Settings))


def read_settings(section: Section) -> tuple[Settings, list[Problem]]:
    """The settings of a dossier, and what is wrong with them."""
    problems = []
    options: dict[str, str] = {}
    for name, value in section.options.items():
        spot = Spot(CONFIGURATION, (*section.route, name))
        if name not in NAMES:
            mend = did_you_mean(name, NAMES, f"the options are: {', '.join(NAMES)}")
            problems.append(Problem("unknown-key", f"no option {name}", spot.of_key(), mend))
        elif not isinstance(value, str) or not value:
            problems.append(Problem("wrong-shape", f"{name} takes a single value", spot.of_key()))
        else:
            options[name] = value
    if options.get("format", FORMAT) != FORMAT:
        spot = Spot(CONFIGURATION, (*section.route, "format"))
        mend = f"this version of Factbook reads format {FORMAT}"
        problems.append(Problem("value-misfit", "this format is not known", spot, mend))
    return Settings(**options), problems
