"""The typed options of the `factbook` plugin in mkdocs.yml.

One list of fields serves the command line, which reads them without loading MkDocs, and the plugin,
which declares them to MkDocs.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from factbook.checks.manuals import manuals
from factbook.diagnostics.grading import WORDS
from factbook.diagnostics.problem import Problem, Severity, did_you_mean
from factbook.diagnostics.spot import Spot
from factbook.facts.values import FLAGS
from factbook.reading.configuration import CONFIGURATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.diagnostics.spot import Route

FORMAT = "1"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a dossier can set: the format of its facts, where its folders are, how grave a rule is.

    `severity` leads from a rule to the severity it has in this dossier; None switches it off.
    `search` says whether a build makes an index for the search page. `snapshots` is where archived
    documents are kept: a folder, seen from the dossier, or an address such as `s3://team/snapshots`.
    """

    format: str = FORMAT
    facts: str = "facts"
    templates: str = "templates"
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    search: bool = True
    snapshots: str = "snapshots"

    @property
    def vocabulary(self) -> str:
        """The file in which a dossier extends the built-in vocabulary."""
        return f"{self.facts}/vocabulary.yaml"


NAMES = tuple(option.name for option in fields(Settings))
FOLDERS = ("facts", "templates")
SEVERITY = "severity"
SEARCH = "search"
SNAPSHOTS = "snapshots"  # may lie outside of the dossier, where a team shares them


def read_settings(
    options: Mapping[str, object], route: Route = (), path: str = CONFIGURATION
) -> tuple[Settings, list[Problem]]:
    """The settings of a dossier from its options, and what is wrong with them.

    `route` leads to the options in the configuration at `path`.
    """
    problems: list[Problem] = []
    settings: dict[str, Any] = {}
    for name, value in options.items():
        spot = Spot(path, (*route, name))
        if name not in NAMES:
            mend = did_you_mean(name, NAMES, f"the options are: {', '.join(NAMES)}")
            problems.append(Problem("unknown-key", f"no option {name}", spot.of_key(), mend))
        elif name == SEVERITY:
            settings[name], found = _severities(value, spot)
            problems += found
        elif name == SEARCH:
            if str(value).lower() in FLAGS:
                settings[name] = FLAGS[str(value).lower()]
            else:
                problems.append(Problem("value-misfit", f"{name} is true or false", spot))
        elif not isinstance(value, str | int) or not str(value).strip():
            problems.append(Problem("wrong-shape", f"{name} takes a single value", spot.of_key()))
        elif fault := _fault(name, str(value)):
            problems.append(Problem("value-misfit", fault, spot))
        else:
            settings[name] = _plain(name, str(value))
    return Settings(**settings), problems


def _severities(value: object, spot: Spot) -> tuple[dict[str, Severity | None], list[Problem]]:
    """The severities that a dossier has chosen for rules, and what is wrong with the others."""
    if not isinstance(value, dict):
        mend = "write it as `severity: {long-quote: error, unreached-subject: off}`"
        message = f"{SEVERITY} takes a mapping of rules to severities"
        return {}, [Problem("wrong-shape", message, spot.of_key(), mend)]
    chosen: dict[str, Severity | None] = {}
    problems = []
    for rule, word in value.items():
        if problem := _misgraded(rule, word, spot.at(rule)):
            problems.append(problem)
        else:
            chosen[rule] = WORDS[word]
    return chosen, problems


def _misgraded(rule: str, word: object, spot: Spot) -> Problem | None:
    """What is wrong with one severity, if anything is."""
    known = manuals()
    if rule not in known:
        mend = did_you_mean(rule, known, "`factbook explain` lists all rules")
        return Problem("unknown-key", f"there is no rule {rule}", spot.of_key(), mend)
    if not isinstance(word, str) or word not in WORDS:
        said = word if isinstance(word, str) and word else "this"
        mend = did_you_mean(str(word), WORDS, f"one of: {', '.join(WORDS)}")
        return Problem("value-misfit", f"{said} is no severity", spot, mend)
    if known[rule].fixed and WORDS[word] is not Severity.ERROR:
        message = f"{rule} is an error in every dossier: nothing unsourced gets out"
        return Problem("fixed-severity", message, spot, "take this line out")
    return None


def _fault(name: str, value: str) -> str:
    """What keeps a value from being that of an option; empty where nothing does."""
    if name == "format":
        return "" if value == FORMAT else f"this version of Factbook reads format {FORMAT}"
    if name == SNAPSHOTS:
        return ""
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        return f"{name} must be a folder inside the dossier"
    return ""


def _plain(name: str, value: str) -> str:
    """A value as it is used: a folder without `./` before it and `/` behind."""
    return PurePosixPath(value).as_posix() if name in FOLDERS else value
