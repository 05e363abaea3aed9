from __future__ import annotations

from factbook.diagnostics.formats import as_text, summed_up
from factbook.diagnostics.problem import Problem, Severity, did_you_mean, is_fatal
from factbook.diagnostics.spot import Located, Span, Spot

PROBLEM = Problem("unknown-source", "there is no source x", Spot("facts/a.yaml"), "did you mean y?")


def text(problem: Problem, located: Located) -> str:
    lines = as_text([(problem, located)])
    return "\n".join("".join(run.text for run in line) for line in lines)


def test_a_problem_shows_place_words_line_caret_and_mend() -> None:
    shown = text(PROBLEM, Located(Span(12, 15, 12, 16), "    - source: x"))
    assert shown == (
        "facts/a.yaml:12:15: error: there is no source x [unknown-source]\n"
        "   12 |     - source: x\n"
        "      |               ^\n"
        "      = did you mean y?\n"
    )


def test_the_caret_keeps_the_tabs_of_the_line_so_that_it_stands_right() -> None:
    shown = text(PROBLEM, Located(Span(1, 2, 1, 4), "\tab"))
    assert "      | \t^^" in shown


def test_a_very_long_line_is_cut_to_a_window_around_the_fault() -> None:
    line = "a" * 500 + "FAULT" + "b" * 500
    shown = text(PROBLEM, Located(Span(1, 501, 1, 506), line)).splitlines()
    assert len(shown[1]) < 140
    start = shown[2].index("^")
    assert shown[1][start : start + 5] == "FAULT"


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    shown = text(PROBLEM, Located(Span(1, 3, 4, 1), "a: b c")).splitlines()
    assert shown[2] == "      |   ^^^^"


def test_a_file_without_lines_shows_no_excerpt() -> None:
    assert "|" not in text(PROBLEM, Located(Span(1, 1, 1, 1), ""))


def test_summing_up_counts_by_severity() -> None:
    warning = Problem("long-quote", "long", Spot("a"), severity=Severity.WARNING)
    assert summed_up([]) == "no problems"
    assert summed_up([PROBLEM, PROBLEM, warning]) == "2 errors, 1 warning"


def test_errors_are_fatal_always_and_warnings_when_strict() -> None:
    warning = Problem("long-quote", "long", Spot("a"), severity=Severity.WARNING)
    assert is_fatal([PROBLEM], strict=False)
    assert not is_fatal([warning], strict=False)
    assert is_fatal([warning], strict=True)
    assert not is_fatal([], strict=True)


def test_did_you_mean_names_the_nearest_word_or_else_the_hint() -> None:
    assert did_you_mean("rudav", ["rudaw", "ani"]) == "did you mean rudaw?"
    assert did_you_mean("xyz", ["rudaw"], "add a file") == "add a file"


def test_what_differs_in_a_mend_is_set_apart() -> None:
    problem = Problem("a", "m", Spot("x"), "there stands: [-three-]{+four+} rockets")
    *_, mend, _ = as_text([(problem, Located(Span(1, 1, 1, 1), ""))])
    assert [(run.text, run.style) for run in mend[1:]] == [
        ("there stands: ", "mend"),
        ("[-three-]", "gone"),
        ("{+four+}", "there"),
        (" rockets", "mend"),
    ]
