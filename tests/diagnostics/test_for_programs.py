"""The forms that programs read: JSON, GitHub's workflow commands and SARIF."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from factbook.checks.manuals import manuals
from factbook.diagnostics.github_format import as_github
from factbook.diagnostics.json_format import as_json
from factbook.diagnostics.problem import Problem, Severity
from factbook.diagnostics.sarif_format import FINGERPRINT, as_sarif
from factbook.diagnostics.spot import Located, Span, Spot

if TYPE_CHECKING:
    from pathlib import Path

ROUTE = ("claims", "one", "cite", 0, "source")
PROBLEM = Problem("unknown-source", "there is no source x", Spot("facts/ä b.yaml", ROUTE), "y?")
WARNING = Problem("long-quote", "100% long,\nso", Spot("facts/a.yaml"), severity=Severity.WARNING)
FOUND = [
    (PROBLEM, Located(Span(12, 15, 12, 16), "    - source: x")),
    (WARNING, Located(Span(3, 1, 5, 2), "quote: |")),
]


def sarif(found: list[tuple[Problem, Located]], folder: str = "") -> Any:  # noqa: ANN401 - JSON
    return json.loads(as_sarif(found, manuals(), "0.1.0", folder))


@pytest.fixture(scope="module")
def schema(root: Path) -> Draft202012Validator:
    text = (root / "tests" / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def test_json_is_one_document_with_all_that_is_known() -> None:
    document = json.loads(as_json(FOUND))
    assert (document["format"], document["errors"], document["warnings"]) == (1, 1, 1)
    assert document["problems"][0] == {
        "rule": "unknown-source",
        "severity": "error",
        "message": "there is no source x",
        "mend": "y?",
        "path": "facts/ä b.yaml",
        "line": 12,
        "column": 15,
        "end_line": 12,
        "end_column": 16,
        "route": ["claims", "one", "cite", 0, "source"],
    }
    assert json.loads(as_json([]))["problems"] == []


def test_github_shows_problems_beside_the_lines() -> None:
    first, second = as_github(FOUND, "dossiers/a,b:c")
    assert first == (
        "::error file=dossiers/a%2Cb%3Ac/facts/ä b.yaml,line=12,col=15,endColumn=16,"
        "title=unknown-source::there is no source x%0Ay?"
    )
    assert second == (
        "::warning file=dossiers/a%2Cb%3Ac/facts/a.yaml,line=3,endLine=5,"
        "title=long-quote::100%25 long,%0Aso"
    )


def test_a_second_root_beside_the_dossier_has_its_path_from_the_top() -> None:
    problem = replace(PROBLEM, spot=Spot("../internal/facts/a.yaml"))
    [line] = as_github([(problem, FOUND[0][1])], "dossier")
    assert "file=internal/facts/a.yaml," in line
    [result] = sarif([(problem, FOUND[0][1])], "dossier")["runs"][0]["results"]
    [place] = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "internal/facts/a.yaml"


def test_no_message_can_begin_a_command_of_its_own() -> None:
    problem = replace(PROBLEM, message="x\r\n::set-env name=a::b", mend="")
    [line] = as_github([(problem, FOUND[0][1])])
    assert "\n" not in line
    assert "\r" not in line
    assert line.endswith("::x%0D%0A::set-env name=a::b")


@pytest.mark.parametrize("found", [[], FOUND, FOUND * 3], ids=["none", "two", "six"])
def test_sarif_is_valid_by_the_official_schema(
    schema: Draft202012Validator, found: list[tuple[Problem, Located]]
) -> None:
    assert [error.message for error in schema.iter_errors(sarif(found))] == []


def test_the_schema_refuses_what_is_not_sarif(schema: Draft202012Validator) -> None:
    log = sarif(FOUND)
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(schema.iter_errors(log))


def test_sarif_has_the_manuals_the_region_and_the_level() -> None:
    [run] = sarif(FOUND, "dossier")["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(manuals())
    first, second = run["results"]
    rule = rules[first["ruleIndex"]]
    assert rule["id"] == first["ruleId"] == "unknown-source"
    assert manuals()["unknown-source"].matters in rule["fullDescription"]["text"]
    assert not any("helpUri" in rule for rule in rules)
    place = first["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "dossier/facts/%C3%A4%20b.yaml"
    assert place["physicalLocation"]["region"] == {
        "startLine": 12,
        "startColumn": 15,
        "endLine": 12,
        "endColumn": 16,
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "claims/one/cite/0/source"}]
    assert [first["level"], second["level"]] == ["error", "warning"]


def fingerprints(found: list[tuple[Problem, Located]]) -> list[str]:
    return [one["partialFingerprints"][FINGERPRINT] for one in sarif(found)["runs"][0]["results"]]


def test_fingerprints_stay_when_lines_shift_and_differ_otherwise() -> None:
    before = fingerprints(FOUND)
    assert len(set(before)) == 2
    shifted = [(problem, Located(Span(90, 1, 90, 2), "")) for problem, _ in FOUND]
    assert fingerprints(shifted) == before
    elsewhere = replace(PROBLEM, spot=Spot("facts/b.yaml", ROUTE))
    assert fingerprints([(elsewhere, FOUND[0][1])])[0] not in before
    assert len(set(fingerprints(FOUND * 2))) == 4


def test_a_rule_without_a_manual_is_reported_all_the_same(schema: Draft202012Validator) -> None:
    log = sarif([(replace(PROBLEM, rule="new-rule"), FOUND[0][1])])
    assert list(schema.iter_errors(log)) == []
    assert log["runs"][0]["results"][0]["ruleId"] == "new-rule"
