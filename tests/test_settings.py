from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.checks.manuals import PROMISED
from factbook.diagnostics.problem import Problem, Severity
from factbook.reading.configuration import read_section, section_of
from factbook.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [factbook]",
        "plugins:\n  - search\n  - factbook\n",
        "plugins:\n  - factbook:\n",
        "plugins:\n  factbook: {}\n",
        "theme: !!python/name:x.y\nplugins:\n  - search: !ENV [A, b]\n  - factbook: {format: 1}\n",
    ],
)
def test_the_section_is_found_in_every_form_that_mkdocs_takes(text: str) -> None:
    assert settings_in(text) == (Settings(), [])


@pytest.mark.parametrize("written", ["data", "data/", "./data", "./data//"])
def test_a_folder_may_be_written_in_any_way(written: str) -> None:
    settings, problems = settings_in(
        f"plugins:\n  - factbook: {{facts: {written}, templates: {written}}}\n"
    )
    assert (settings.facts, settings.templates, problems) == ("data", "data", [])


def test_options_are_read() -> None:
    settings, _ = settings_in("plugins:\n  - factbook:\n      facts: data\n")
    assert settings.facts == "data"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("plugins: [search]", "no-dossier"),
        ("site_name: x", "no-dossier"),
        ("plugins: [factbook", "syntax"),
        ("plugins:\n  - factbook: {fatcs: x}", "unknown-key"),
        ("plugins:\n  - factbook: {facts: [x]}", "wrong-shape"),
        ("plugins:\n  - factbook: {format: 9}", "value-misfit"),
        ("plugins:\n  - factbook: {facts: /etc}", "value-misfit"),
        ("plugins:\n  - factbook: {facts: ../other}", "value-misfit"),
        ("plugins:\n  - factbook: {search: maybe}", "value-misfit"),
        ("plugins:\n  - factbook: {search: [true]}", "value-misfit"),
        ("plugins:\n  - factbook: {severity: off}", "wrong-shape"),
        ("plugins:\n  - factbook: {severity: {long-qoute: off}}", "unknown-key"),
        ("plugins:\n  - factbook: {severity: {long-quote: grave}}", "value-misfit"),
        ("plugins:\n  - factbook: {severity: {long-quote: [off]}}", "value-misfit"),
        ("plugins:\n  - factbook: {severity: {quote-missing: warning}}", "fixed-severity"),
        ("plugins:\n  - factbook: {severity: {syntax: off}}", "fixed-severity"),
    ],
)
def test_what_is_wrong_is_a_problem(text: str, rule: str) -> None:
    _, problems = settings_in(text)
    assert [problem.rule for problem in problems] == [rule]


@pytest.mark.parametrize(("word", "searched"), [("true", True), ("false", False), ("no", False)])
def test_a_dossier_may_go_without_a_search(word: str, *, searched: bool) -> None:
    settings, problems = settings_in(f"plugins:\n  - factbook: {{search: {word}}}\n")
    assert (settings.search, problems) == (searched, [])


@pytest.mark.parametrize(
    "place", ["snapshots", "../shared", "/mnt/team", "s3://team/x", "memory://x"]
)
def test_snapshots_may_lie_anywhere(place: str) -> None:
    settings, problems = settings_in(f"plugins:\n  - factbook: {{snapshots: '{place}'}}\n")
    assert (settings.snapshots, problems) == (place, [])
    assert Settings().snapshots == "snapshots"


def test_severities_are_read() -> None:
    options = "severity: {long-quote: error, unreached-subject: off, uncited-claim: error}"
    settings, problems = settings_in(f"plugins:\n  - factbook: {{{options}}}\n")
    assert problems == []
    assert settings.severity == {
        "long-quote": Severity.ERROR,
        "unreached-subject": None,
        "uncited-claim": Severity.ERROR,
    }


@pytest.mark.parametrize("rule", [*sorted(PROMISED), "quote-missing", "encoding", "missing-key"])
@pytest.mark.parametrize("word", ["warning", "off"])
def test_no_dossier_lowers_what_keeps_the_first_promise(rule: str, word: str) -> None:
    settings, [problem] = settings_in(f"plugins:\n  - factbook: {{severity: {{{rule}: {word}}}}}")
    assert (settings.severity, problem.rule) == ({}, "fixed-severity")
    assert problem.spot.route == ("plugins", 0, "factbook", "severity", rule)


def test_a_slip_in_a_severity_is_met_with_the_nearest() -> None:
    text = "plugins:\n  - factbook: {severity: {long-qoute: off, ids-alike: warnign}}"
    _, [rule, word] = settings_in(text)
    assert (rule.mend, rule.spot.key) == ("did you mean long-quote?", True)
    assert word.mend == "did you mean warning?"


def test_a_folder_without_a_dossier_says_how_to_start_one(tmp_path: Path) -> None:
    problem = read_section(tmp_path)
    assert isinstance(problem, Problem)
    assert "factbook new" in problem.mend


def settings_in(text: str, **others: str) -> tuple[Settings, list[Problem]]:
    """The settings in a mkdocs.yml; `others` are files it may inherit from, by their stems."""

    def read(name: str) -> bytes | None:
        stem = name.removesuffix(".yml")
        return others[stem].encode() if stem in others else None

    section = section_of(text.encode(), read)
    if isinstance(section, Problem):
        return Settings(), [section]
    return read_settings(section.options, section.route)


def test_a_plugin_that_is_inherited_counts() -> None:
    settings, problems = settings_in(
        "INHERIT: ./base.yml\nsite_name: T", base="plugins:\n  - factbook: {facts: data}"
    )
    assert (settings.facts, problems) == ("data", [])


def test_inheritance_in_a_circle_ends() -> None:
    _, problems = settings_in("INHERIT: base.yml", base="INHERIT: base.yml")
    assert [problem.rule for problem in problems] == ["no-dossier"]
