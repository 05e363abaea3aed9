from __future__ import annotations

import pytest
from click.testing import CliRunner

from factbook.checks.manuals import manuals
from factbook.cli.main import main


def explain(*words: str) -> tuple[int, str, str]:
    ran = CliRunner().invoke(main, ["explain", *words])
    return ran.exit_code, ran.stdout, ran.stderr


def test_without_a_rule_all_are_listed_in_one_line_each() -> None:
    code, out, _ = explain()
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(manuals())


@pytest.mark.parametrize("rule", ["long-quote", "[long-quote]"])
def test_a_rule_is_explained(rule: str) -> None:
    code, out, _ = explain(rule)
    assert code == 0
    assert out.startswith("long-quote: warning\nA quote longer than 25 words.\n")
    for heading in ("What it finds", "Why it matters", "How to mend"):
        assert f"\n{heading}\n  " in out


def test_every_manual_can_be_shown() -> None:
    for rule, manual in manuals().items():
        code, out, _ = explain(rule)
        assert code == 0
        assert ("which no dossier can lower" in out) is manual.fixed
        assert ("\nExample\n    " in out) is bool(manual.example)


def test_an_unknown_rule_is_met_with_the_nearest() -> None:
    code, out, err = explain("long-qoute")
    assert (code, out) == (1, "")
    assert err == "there is no rule long-qoute: did you mean long-quote?\n"
