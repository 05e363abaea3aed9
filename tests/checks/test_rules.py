"""Each rule has a Markdown file beside this one: prose, fact files, and a mark on each guilty line.

A fenced block begins with the path of a file; a heading begins a dossier of its own. A line that
ends in `# error: [rule]` or `# warning: [rule]` is where that problem must be reported, and no
other problem of the rule may be. Problems of other rules are not looked at.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factbook.checks import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.dossier import Dossier

HERE = Path(__file__).parent
ALL = ALL_RULES
BLOCK = re.compile(r"^```(?:yaml|text) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r" *# (error|warning): \[([a-z-]+)\]$", re.MULTILINE)
HEADINGS = ("What it finds:", "Why it matters:", "How to mend:")


class Case(NamedTuple):
    """One dossier out of a Markdown file."""

    name: str
    files: dict[str, bytes]
    marks: set[tuple[str, int, str, str]]


def cases() -> Iterator[Case]:
    for path in sorted(HERE.glob("*.md")):
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, text = section.partition("\n")
            files, marks = {}, set()
            for name, content in BLOCK.findall(text):
                full = f"facts/{name}"
                for number, line in enumerate(content.split("\n"), start=1):
                    if found := MARK.search(line):
                        marks.add((full, number, found[1], found[2]))
                files[full] = MARK.sub("", content).encode()
            yield Case(f"{path.stem}: {title}", files, marks)


CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_guilty_lines_are_reported_and_no_others(
    dossier: Callable[[dict[str, bytes]], Dossier], case: Case
) -> None:
    made = dossier(case.files)
    rules = rules_of(case.name.partition(":")[0])
    found = {
        (problem.spot.path, place.span.line, problem.severity.value, problem.rule)
        for problem, place in made.located(made.problems)
        if problem.rule in rules
    }
    assert found == case.marks


def rules_of(stem: str) -> set[str]:
    """The rules a Markdown file is about: its own name and those it marks."""
    text = (HERE / f"{stem}.md").read_text(encoding="utf-8")
    return {stem.replace("_", "-")} | {rule for _, rule in MARK.findall(text)}


@pytest.mark.parametrize("rule", ALL, ids=[rule.__name__.rpartition(".")[2] for rule in ALL])
def test_every_rule_has_a_manual_and_guilty_and_innocent_examples(rule: object) -> None:
    name = getattr(rule, "__name__", "").rpartition(".")[2]
    manual = getattr(rule, "__doc__", "")
    assert all(heading in manual for heading in HEADINGS), name
    own = [case for case in CASES if case.name.startswith(f"{name}:")]
    assert any(case.marks for case in own), name
    assert any(not case.marks for case in own), name


def test_every_rule_file_is_registered() -> None:
    registered = {rule.__name__.rpartition(".")[2] for rule in ALL}
    folder = Path(ALL[0].__file__ or "").parent
    assert {path.stem for path in folder.glob("*.py")} - {"__init__", "manuals"} == registered
