from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import factbook
from factbook.checks.manuals import ADJUSTABLE, PROMISED, WARNINGS, manuals
from factbook.diagnostics.grading import graded
from factbook.diagnostics.manual import read_manual
from factbook.diagnostics.problem import Problem, Severity
from factbook.diagnostics.spot import Spot
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.dossier import Dossier

HERE = Path(__file__).parent
PACKAGE = Path(factbook.__file__).parent
MARK = re.compile(r" *# (error|warning): \[([a-z-]+)\]$", re.MULTILINE)
BLOCK = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def reported() -> Iterator[str]:
    """The id of every rule that the source reports: what `Problem` and `Misfit` are given first."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Problem", "Misfit"}:
                rule = node.args[0]
                if isinstance(rule, ast.Constant):
                    yield str(rule.value)
                else:  # a misfit's rule is named where the misfit is made
                    assert ast.unparse(rule) == "fault.rule", f"{path}:{node.lineno}"


def test_every_rule_has_a_manual_and_every_manual_a_rule() -> None:
    assert set(manuals()) == set(reported())


def test_the_sets_of_rules_name_rules() -> None:
    assert manuals().keys() >= PROMISED | ADJUSTABLE | WARNINGS


def test_manuals_give_the_severity_that_problems_have() -> None:
    for path in HERE.glob("*.md"):
        for word, rule in MARK.findall(path.read_text(encoding="utf-8")):
            assert manuals()[rule].severity.value == word, f"{path.name}: {rule}"


def test_a_manual_is_read_from_plain_text() -> None:
    manual = read_manual(
        "long-quote",
        """A quote that is long.

What it finds: more than
25 words.

A second paragraph.
Why it matters:
nobody reads it.
How to mend: cut it.
Example:
    quote: a
      b
""",
        Severity.WARNING,
    )
    assert manual.title == "A quote that is long"
    assert manual.finds == "More than 25 words.\n\nA second paragraph."
    assert manual.sections[1:] == (
        ("Why it matters", "Nobody reads it."),
        ("How to mend", "Cut it."),
    )
    assert manual.example == "quote: a\n  b"


def test_a_manual_without_a_heading_is_a_bug() -> None:
    with pytest.raises(ValueError, match="the manual of x lacks: How to mend"):
        read_manual("x", "A fault.\n\nWhat it finds: a.\nWhy it matters: b.\n")


def test_grading_changes_severities_and_leaves_out_what_is_off() -> None:
    problems = [
        Problem("a", "", Spot("x")),
        Problem("b", "", Spot("x")),
        Problem("c", "", Spot("x")),
    ]
    left = graded(problems, {"a": None, "b": Severity.WARNING})
    assert [(one.rule, one.severity.value) for one in left] == [("b", "warning"), ("c", "error")]
    assert graded(problems, {}) == problems


@pytest.mark.parametrize("path", sorted(HERE.glob("*.md")), ids=lambda path: path.stem)
def test_pages_can_be_made_of_facts_whose_faults_are_switched_off(
    dossier: Callable[[dict[str, bytes]], Dossier], path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        files = {f"facts/{name}": content.encode() for name, content in BLOCK.findall(section)}
        made = dossier(files)
        if any(manuals()[problem.rule].fixed for problem in made.problems):
            continue  # nothing can switch these off, so no page is made
        assert list(compose(made.ledger, made.weighing, Addresses()))
