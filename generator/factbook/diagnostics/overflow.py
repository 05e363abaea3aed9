"""Very many problems, summed up: how many more of which rule, and in which files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.diagnostics.formats import Run, summed_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.diagnostics.problem import Problem

SHOWN = 200  # problems that are printed one by one
NAMED = 20  # files that are named


def overflow(problems: Sequence[Problem]) -> Iterator[list[Run]]:
    """Lines of runs that count the problems beyond the first ones, most frequent first.

    `problems` are those that were not printed; nothing comes out where there are none.
    """
    if not problems:
        return
    yield [Run(f"… and {summed_up(problems)} more, by rule:")]
    rules = Counter(problem.rule for problem in problems)
    for rule, count in _ranked(rules):
        yield [Run(f"{count:7,}  "), Run(rule, "rule")]
    files = _ranked(Counter(problem.spot.path for problem in problems))
    yield [Run("by file:")]
    for path, count in files[:NAMED]:
        yield [Run(f"{count:7,}  "), Run(path, "path")]
    if rest := files[NAMED:]:
        yield [Run(f"{sum(count for _, count in rest):7,}  in {len(rest):,} more")]
    yield []


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """Names with their counts, the highest first, equal ones by name."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
