"""`layout.md` has files before and after; here are the promises that hold for every file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factbook.diagnostics.problem import Problem
from factbook.editing.layout import laid_out
from factbook.facts.fields import record_type
from factbook.facts.model import Incident
from factbook.reading.parser import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STARTER = "generator/factbook/exchange/starter"


class Case(NamedTuple):
    """A heading of layout.md."""

    name: str
    before: str
    after: str


def cases() -> Iterator[Case]:
    text = (HERE / "layout.md").read_text(encoding="utf-8")
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        before, after = BLOCK.findall(section)
        yield Case(section.partition("\n")[0], before, after)


CASES = list(cases())


def laid(text: str) -> str:
    made = laid_out("facts/incidents/one.yaml", text.encode(), Incident)
    assert isinstance(made, bytes), made
    return made.decode()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_file_gets_its_layout_and_keeps_it(case: Case) -> None:
    assert laid(case.before) == case.after
    assert laid(case.after) == case.after
    assert parse(case.before) == parse(case.after)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_ends_of_lines_and_a_byte_order_mark_make_no_difference(case: Case) -> None:
    assert laid("\ufeff" + case.before.replace("\n", "\r\n")) == case.after


@pytest.mark.parametrize("base", [".", STARTER])
def test_the_files_of_this_repository_keep_their_meaning(root: Path, base: str) -> None:
    for path in sorted((root / base / "facts").rglob("*.yaml")):
        name = path.relative_to(root / base).as_posix()
        record = record_type(name, "facts")
        content = path.read_bytes()
        made = laid_out(name, content, record)
        assert isinstance(made, bytes), made
        assert parse(made.decode()) == parse(content.decode())
        assert laid_out(name, made, record) == made


@pytest.mark.parametrize("text", ["title: [", "title: a\ntitle: b\n", "", "a: &x b\n"])
def test_a_file_that_cannot_be_read_is_a_problem(text: str) -> None:
    made = laid_out("facts/incidents/one.yaml", text.encode(), Incident)
    assert isinstance(made, Problem)
    assert made.rule == "syntax"


@pytest.mark.parametrize(
    "text", ["summary: |\n  text", "summary: |+\n  text", "summary: >-\n  text"]
)
def test_a_last_line_without_an_end_gets_one_and_keeps_its_meaning(text: str) -> None:
    assert laid(text) == re.sub(r"[|>][+-]?", lambda sign: sign[0][0] + "-", text) + "\n"


@pytest.mark.parametrize("text", ["just words\n", "- a list\n"])
def test_what_is_no_mapping_stays_as_it_is(text: str) -> None:
    assert laid(text) == text
