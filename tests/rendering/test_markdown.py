from __future__ import annotations

import pytest

from factbook.pages.view import Prose
from factbook.rendering.markdown import to_html


def html(text: str) -> str:
    return str(to_html(Prose(text, {"[@eight]": 1, "[@a#b]": 2}, ())))


def test_a_citation_becomes_a_raised_number_that_leads_to_its_note() -> None:
    shown = html("Eight [@eight], or [@a#b], eight [@eight].")
    assert shown == (
        '<p>Eight<sup class="fb-cite"><a href="#note-1" id="cite-1">1</a></sup>, '
        'or<sup class="fb-cite"><a href="#note-2" id="cite-2">2</a></sup>, '
        'eight<sup class="fb-cite"><a href="#note-1">1</a></sup>.</p>'
    )


def test_numbers_side_by_side_do_not_read_as_one() -> None:
    assert html("Eight [@eight][@a#b].").count("fb-next") == 1
    assert html("Eight [@eight] [@a#b].").count("fb-next") == 1
    assert html("Eight [@eight], or [@a#b].").count("fb-next") == 0


@pytest.mark.parametrize(
    ("text", "gone", "kept"),
    [
        ("<script>alert(1)</script>", "<script", "&lt;script"),
        ("a <b onclick='x'>b</b>", "<b", "&lt;b"),
        ("![x](y.png)", "<img", "x"),
        ("[x](javascript:alert)", "javascript:", "x"),
        ("[x](JaVaScRiPt:alert)", "ScRiPt", "x"),
        ("[x](data:text/html,x)", "data:", "x"),
        ("<javascript:alert>", "<javascript", "alert"),
    ],
)
def test_text_never_becomes_markup(text: str, gone: str, kept: str) -> None:
    shown = html(text)
    assert gone not in shown
    assert kept in shown


@pytest.mark.parametrize(
    "target", ["https://example.org/", "mailto:a@example.org", "../actors/x/", "#claim-x"]
)
def test_links_within_the_site_to_the_web_and_to_mailboxes_stay(target: str) -> None:
    assert f'href="{target}"' in html(f"[x]({target})")


def test_markdown_is_markdown() -> None:
    assert html("*a* **b** `c`\n\n- d") == (
        "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n<ul>\n<li>d</li>\n</ul>"
    )
