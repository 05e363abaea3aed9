"""Problems as text: file, line and column, the source line with a caret under it, and the mend.

What comes out are runs of text with a style's name; a door decides whether a terminal gets them in
colour. A problem does not know how it will be shown. One of the engine's has no rule.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.diagnostics.problem import Problem
    from factbook.diagnostics.spot import Located

WIDEST_LINE = 120
DIFFERENCE = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})")  # `[-three-]{+four+}`
TAB = "\t"


class Run(NamedTuple):
    """A stretch of text in one style: path, error, warning, rule, gutter, mend, or none.

    In a mend, `gone` is what only the file has, `there` what only the document has.
    """

    text: str
    style: str = ""


def as_text(found: Iterable[tuple[Problem, Located]]) -> Iterator[list[Run]]:
    """Lines of runs for each problem, in the order given, an empty line after each."""
    for problem, located in found:
        yield _headline(problem, located)
        if located.source_line.strip():
            yield from _excerpt(problem, located)
        if problem.mend:
            yield [Run("      = ", "gutter"), *_marked(problem.mend)]
        yield []


def summed_up(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning`, or `no problems`."""
    counts = Counter(problem.severity for problem in problems)
    words = [
        f"{counts[severity]} {severity.value}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(words) or "no problems"


def _headline(problem: Problem, located: Located) -> list[Run]:
    span = located.span
    return [
        Run(f"{problem.spot.path}:{span.line}:{span.column}", "path"),
        Run(": "),
        Run(problem.severity.value, problem.severity.value),
        Run(f": {problem.message}"),
        *([Run(f" [{problem.rule}]", "rule")] if problem.rule else ()),
    ]


def _marked(mend: str) -> Iterator[Run]:
    """A mend, with the words in which two passages differ set apart; the marks stay."""
    for part in filter(None, DIFFERENCE.split(mend)):
        is_marked = DIFFERENCE.fullmatch(part)
        yield Run(part, ("gone" if part.startswith("[-") else "there") if is_marked else "mend")


def _excerpt(problem: Problem, located: Located) -> Iterator[list[Run]]:
    """The source line and a caret line under it, cut to a window where the line is very long."""
    span = located.span
    line = located.source_line
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    window = max(0, start - WIDEST_LINE // 2) if len(line) > WIDEST_LINE else 0
    shown = line[window : window + WIDEST_LINE]
    lead = "".join(TAB if char == TAB else " " for char in shown[: start - window])
    width = max(1, min(end, window + len(shown)) - start)
    yield [Run(f"{span.line:5} | ", "gutter"), Run(shown)]
    yield [Run("      | ", "gutter"), Run(lead + "^" * width, problem.severity.value)]
