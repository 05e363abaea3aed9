"""Problems as workflow commands of GitHub Actions, which show them beside the lines of a change."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.diagnostics.problem import Problem
    from factbook.diagnostics.spot import Located

# the order matters: the percent sign of an escape must not be escaped again
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def as_github(found: Iterable[tuple[Problem, Located]], folder: str = "") -> Iterator[str]:
    """One command for each problem, in the order given.

    `folder` leads from the top of the repository to the dossier: GitHub knows paths from there.
    """
    for problem, located in found:
        span = located.span
        properties: dict[str, object] = {
            "file": posixpath.normpath(posixpath.join(folder, problem.spot.path)),
            "line": span.line,
        }
        if span.end_line == span.line:
            properties |= {"col": span.column, "endColumn": span.end_column}
        else:  # GitHub takes columns only where a stretch stands on one line
            properties |= {"endLine": span.end_line}
        properties["title"] = problem.rule
        listed = ",".join(
            f"{name}={_escaped(str(value), _IN_PROPERTIES)}" for name, value in properties.items()
        )
        text = f"{problem.message}\n{problem.mend}" if problem.mend else problem.message
        yield f"::{problem.severity.value} {listed}::{_escaped(text, _IN_MESSAGES)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    for sign, escape in escapes.items():
        text = text.replace(sign, escape)
    return text
