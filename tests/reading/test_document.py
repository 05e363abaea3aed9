from __future__ import annotations

import pytest

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Span, Spot
from factbook.reading.document import Document, located, parse_file, parse_tree

TEXT = """title: A
summary: |
  Eight by one count [@eight],
  three by another [@three].
claims:
  eight: {value: 8}
"""


@pytest.fixture
def document() -> Document:
    parsed = parse_file("f.yaml", TEXT.encode())
    assert isinstance(parsed, Document)
    return parsed


@pytest.mark.parametrize(
    ("spot", "line", "column"),
    [
        (Spot("f.yaml"), 1, 1),
        (Spot("f.yaml", ("title",)), 1, 8),
        (Spot("f.yaml", ("title",), key=True), 1, 1),
        (Spot("f.yaml", ("claims", "eight", "value")), 6, 18),
        (Spot("f.yaml", ("claims", "eight", "cite", 0)), 6, 3),
        (Spot("f.yaml", ("summary",), words="[@three]"), 4, 20),
        (Spot("f.yaml", ("summary",), words="[@missing]"), 2, 10),
    ],
)
def test_a_spot_leads_to_its_span_or_to_the_nearest_key_above(
    document: Document, spot: Spot, line: int, column: int
) -> None:
    span = document.locate(spot)
    assert (span.line, span.column) == (line, column)


def test_a_byte_order_mark_is_accepted() -> None:
    parsed = parse_file("f.yaml", b"\xef\xbb\xbfa: b")
    assert isinstance(parsed, Document)
    assert parsed.data == {"a": "b"}


def test_a_wrong_encoding_is_reported_where_it_stands() -> None:
    problem = parse_file("f.yaml", "a: b\nc: für".encode("latin-1"))
    assert isinstance(problem, Problem)
    assert problem.rule == "encoding"
    assert problem.spot.span == Span(2, 5, 2, 6)


def test_a_bad_file_loses_only_itself() -> None:
    documents, problems = parse_tree({"a.yaml": b"a: [", "b.yaml": b"b: c"})
    assert list(documents) == ["b.yaml"]
    assert [problem.spot.path for problem in problems] == ["a.yaml"]


def test_problems_come_in_the_order_of_path_and_line() -> None:
    tree = {"a.yaml": b"x: 1\ny: 2\n", "b.yaml": b"z: 3\n"}
    documents, _ = parse_tree(tree)
    problems = [
        Problem("r", "third", Spot("b.yaml", ("z",))),
        Problem("r", "second", Spot("a.yaml", ("y",))),
        Problem("r", "first", Spot("a.yaml", ("x",))),
    ]
    found = located(problems, documents, tree)
    assert [problem.message for problem, _ in found] == ["first", "second", "third"]
    assert [place.source_line for _, place in found] == ["x: 1", "y: 2", "z: 3"]
