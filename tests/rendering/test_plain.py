from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factbook.pages.view import Prose
from factbook.rendering.markdown import to_html, to_markdown_html
from factbook.rendering.plain import plain_html

NUMBERS = {"[@eight]": 1, "[@a#b]": 2}
PIECES = (
    *("Eight", "rockets", "قذائف", "é", "8", "1.", "-", "*", "_", "`", "#", ">", "<b>", "&amp;"),
    *("[@eight]", "[@a#b]", "[@none]", "[", "](x)", "(x)", "!", "\\", "|", "==", ":", ",", "."),
    *(" ", "  ", "\n", "\n\n", "\n\n\n", "\t", "\u200f", "\u2028", "\x02", "“", "'", '"', "~~"),
)


def prose(text: str) -> Prose:
    return Prose(text, NUMBERS, ())


@pytest.mark.parametrize(
    "text",
    [
        "Eight rockets, by one account [@eight]; three by another [@a#b].\n",
        "Eight [@eight] [@a#b][@eight]\n[@a#b].",
        "One line\nand another.\n\nA second paragraph (of 8 words): “so”, he said.",
        "أُطلقت ثماني قذائف",
        "قذائف ثماني [@eight]، بحسب مصدر.",
    ],
)
def test_what_is_plain_is_what_markdown_makes_of_it(text: str) -> None:
    assert plain_html(prose(text)) in {None, to_markdown_html(prose(text))}


def test_sentences_with_citations_are_plain() -> None:
    assert plain_html(prose("Eight rockets [@eight], not 3 [@a#b].\n")) is not None
    assert plain_html(prose("ثماني قذائف [@eight]، بحسب مصدر.")) is not None


@pytest.mark.parametrize(
    "text",
    [
        *("", " a", "*a*", "a `b`", "- a", "1. a", "# a", "> a", "a <b>", "a &amp; b", "a  \nb"),
        *("a [b](c)", "a [@none]", "a_b_", "a\\b", "    a", "a\n===", "a\x02b", "a\u2028b", "a\tb"),
    ],
)
def test_what_may_be_markup_is_left_to_markdown(text: str) -> None:
    assert plain_html(prose(text)) is None
    assert str(to_html(prose(text))) == to_markdown_html(prose(text))


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("Eight [@eight](x)")
@example("Eight [@eight]\n\n[@a#b]")
def test_whatever_is_written_comes_out_as_markdown_makes_it(text: str) -> None:
    assert str(to_html(prose(text))) == to_markdown_html(prose(text))
