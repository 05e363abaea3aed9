"""Problems as one JSON document, for programs of one's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.diagnostics.problem import Problem
    from factbook.diagnostics.spot import Located

FORMAT = 1


def as_json(found: Iterable[tuple[Problem, Located]]) -> str:
    """The document: its format, the counts by severity, and the problems in the order given.

    Lines and columns count characters from 1, the end column is exclusive; paths are relative to
    the dossier.
    """
    problems = [_entry(problem, located) for problem, located in found]
    counts = {
        f"{severity.value}s": sum(entry["severity"] == severity.value for entry in problems)
        for severity in Severity
    }
    document = {"format": FORMAT, **counts, "problems": problems}
    return json.dumps(document, ensure_ascii=False, indent=1)


def _entry(problem: Problem, located: Located) -> dict[str, object]:
    span = located.span
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": problem.message,
        "mend": problem.mend,
        "path": problem.spot.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "route": list(problem.spot.route),
    }
