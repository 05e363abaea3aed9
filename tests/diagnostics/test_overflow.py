from __future__ import annotations

from factbook.diagnostics.overflow import overflow
from factbook.diagnostics.problem import Problem, Severity
from factbook.diagnostics.spot import Spot


def lines(problems: list[Problem]) -> list[str]:
    return ["".join(run.text for run in line) for line in overflow(problems)]


def test_the_rest_is_counted_by_rule_and_file() -> None:
    long = Problem("long-quote", "long", Spot("b.yaml"), severity=Severity.WARNING)
    unknown = Problem("unknown-source", "none", Spot("a.yaml"))
    assert lines([long, unknown, unknown]) == [
        "… and 2 errors, 1 warning more, by rule:",
        "      2  unknown-source",
        "      1  long-quote",
        "by file:",
        "      2  a.yaml",
        "      1  b.yaml",
        "",
    ]


def test_of_very_many_files_only_the_worst_are_named() -> None:
    shown = lines([Problem("syntax", "", Spot(f"{name:04}.yaml")) for name in range(5000)])
    assert shown[0] == "… and 5000 errors more, by rule:"
    assert len(shown) == 25
    assert shown[-2] == "  4,980  in 4,980 more"


def test_nothing_comes_out_of_nothing() -> None:
    assert lines([]) == []
