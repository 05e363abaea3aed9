from __future__ import annotations

import pytest

from factbook.diagnostics.spot import Span
from factbook.reading.parser import parse, spans_of
from factbook.reading.refusal import RefusedError


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: no", {"a": "no"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 2020-12-20", {"a": "2020-12-20"}),
        ("a: 0x1F", {"a": "0x1F"}),
        ("a: ~", {"a": "~"}),
        ("a:", {"a": ""}),
        ("a: 'b'", {"a": "b"}),
        ("- a\n- [b, {c: d}]", ["a", ["b", {"c": "d"}]]),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("---\na: b\n...\n", {"a": "b"}),
    ],
)
def test_every_scalar_stays_text(text: str, data: object) -> None:
    assert parse(text) == data


@pytest.mark.parametrize(
    ("name", "text", "line", "column", "words"),
    [
        ("tab", "a:\n\t- b", 2, 1, "tab"),
        ("anchor", "a: &x b", 1, 4, "anchor (&x)"),
        ("alias", "a: *x", 1, 4, "anchor (*x)"),
        ("tag", "a: !!int 3", 1, 4, "type"),
        ("second document", "a: b\n---\nc: d", 2, 1, "second document"),
        ("key twice", "a: b\nc: d\na: e", 3, 1, "the key a stands here twice"),
        ("key that is no word", "? [a]\n: b", 1, 3, "a key must be a word"),
        ("empty", "", 1, 1, "empty"),
        ("only a comment", "# nothing\n", 1, 1, "empty"),
        ("open quotation mark", 'a: b\nc: "d\ne: f\n', 2, 4, "not YAML"),
        ("open bracket", "a: [b\nc: d", 2, 2, "not YAML"),
        ("control character", "a: b\nc: \x07", 2, 4, "control character"),
        ("too deep", "[" * 100_000, 1, 51, "nested"),
    ],
)
def test_what_a_fact_file_does_not_need_is_refused(
    name: str, text: str, line: int, column: int, words: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        parse(text)
    assert words in refused.value.message, name
    assert (refused.value.span.line, refused.value.span.column) == (line, column), name


def test_a_configuration_file_may_use_tags_anchors_and_repeated_keys() -> None:
    text = "a: &x [1]\nb: *x\nc: !ENV [HOME, x]\nd: 1\nd: 2\n"
    assert parse(text, strict=False) == {"a": ["1"], "b": ["1"], "c": ["HOME", "x"], "d": "2"}


def test_spans_lead_from_routes_to_lines_and_columns() -> None:
    spans = spans_of("a: 1\nb:\n  - x: y z\n")
    assert spans[("a",), True] == Span(1, 1, 1, 2)
    assert spans[("a",), False] == Span(1, 4, 1, 5)
    assert spans[("b", 0, "x"), False] == Span(3, 8, 3, 11)
