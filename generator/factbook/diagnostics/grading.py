"""Problems with the severities a dossier has chosen for its rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.diagnostics.problem import Problem

    Grades = Mapping[str, Severity | None]  # None: the rule is switched off

OFF = "off"
WORDS: dict[str, Severity | None] = {**{one.value: one for one in Severity}, OFF: None}


def graded(problems: Iterable[Problem], grades: Grades) -> list[Problem]:
    """The problems with the severities of `grades`, without those of rules switched off."""
    kept = []
    for problem in problems:
        grade = grades.get(problem.rule, problem.severity)
        if grade is not None:
            kept.append(problem if grade is problem.severity else replace(problem, severity=grade))
    return kept
