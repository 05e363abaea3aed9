"""Which citations and links a hand-written page holds: those that Markdown takes for such."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.pages.handwritten import citation_problems
from factbook.rendering.handwritten import extensions_in_use, read_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

CITED = "[@fire#three]"


def cited(text: str, *extensions: str) -> list[tuple[str, int, str]]:
    page = read_page("docs/a.md", "a.md", text.encode(), extensions)
    return [(one.written, one.offset, one.misplaced) for one in page.cited]


@pytest.mark.parametrize(
    "text",
    [
        "It was [@fire#three].",
        "- one\n\n    - [@fire#three]",
        "> said [@fire#three]",
        "| a | b |\n|---|---|\n| 1 | [@fire#three] |",
        "**[@fire#three]** *or*",
        "one\\\\\n[@fire#three]",
        "é ü 火 [@fire#three]",
        "---\ntitle: T\n---\n\n[@fire#three]",
        "\ufefftext [@fire#three]",
    ],
)
def test_a_citation_is_found_where_it_stands(text: str) -> None:
    plain = text.removeprefix("\ufeff")
    assert cited(text) == [("fire#three", plain.index(CITED), "")]


@pytest.mark.parametrize(
    "text",
    [
        "`[@fire#three]`",
        "``a ` [@fire#three]``",
        "    [@fire#three]",
        "```\n[@fire#three]\n```",
        "~~~ yaml\n[@fire#three]\n~~~",
        "<pre>[@fire#three]</pre>",
        "<!-- [@fire#three] -->",
        "\\[@fire#three]",
        "[@fire#three](https://example.org/)",
        "[@fire#three][there]\n\n[there]: https://example.org/",
        "[@fire#three]\n\n[@fire#three]: https://example.org/",
        "[@{{ incident }}#three]",
    ],
)
def test_code_links_and_what_others_fill_in_hold_none(text: str) -> None:
    assert cited(text) == []


def test_extensions_of_the_site_say_what_is_code() -> None:
    text = "!!! note\n\n    It was [@fire#three].\n"
    assert cited(text) == []
    assert cited(text, "admonition") == [("fire#three", text.index(CITED), "")]
    fenced = "!!! note\n\n    ```\n    [@fire#three]\n    ```\n"
    assert cited(fenced, "admonition", "pymdownx.superfences") == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("## So [@fire#three]", "a heading"),
        ("So [@fire#three]\n=====", "a heading"),
        ("[see [@fire#three]](https://example.org/)", "a link"),
        ("---\ntitle: [@fire#three]\n---\n", "the head of a page"),
        ("Killed: [@fire#three]\n\ntext", "the head of a page"),
    ],
)
def test_where_no_number_can_stand_is_said(text: str, where: str) -> None:
    assert cited(text) == [("fire#three", text.index(CITED), where)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[x](incidents/a.md)", "incidents/a.md"),
        ("[x](../incidents/a.md#claim-b)", "../incidents/a.md#claim-b"),
        ('[x](incidents/a.md "Title")', "incidents/a.md"),
        ("[x](<incidents/a.md>)", "incidents/a.md"),
        ("[x][y]\n\n[y]: incidents/a.md#claim-b", "incidents/a.md#claim-b"),
        ("[x](../incidents/a/#claim-b)", "../incidents/a/#claim-b"),
        ("[x](</incidents/a.html?b=c#d> 'T')", "/incidents/a.html?b=c#d"),
        ("[x][y]\n\n[y]: <incidents/a/> (T)", "incidents/a/"),
        ("a [[1]](conflicts/a.b/)", "conflicts/a.b/"),
    ],
)
def test_a_link_is_found_where_its_target_stands(text: str, target: str) -> None:
    page = read_page("docs/a.md", "a.md", text.encode())
    assert [(one.target, one.offset) for one in page.led] == [(target, text.index(target))]


@pytest.mark.parametrize(
    "text",
    [
        "`[x](incidents/a.md)`",
        "    [x](a.md)",
        "[x](https://example.org/a.md)",
        "incidents/a.md",
        "`[x](incidents/a/)`",
        "[x](mailto:a@b.c)",
        "[x](#here)",
        "![x](incidents/a.jpg)",
    ],
)
def test_code_and_links_to_the_web_lead_to_no_page(text: str) -> None:
    assert read_page("docs/a.md", "a.md", text.encode()).led == ()


def test_a_page_that_is_not_utf_8_is_left_to_the_engine() -> None:
    assert len(read_page("docs/a.md", "a.md", b"\xff [@fire#three]").cited) == 1


def test_a_page_that_markdown_gives_up_is_reported(dossier: Callable[[str], Dossier]) -> None:
    page = read_page("docs/a.md", "a.md", b"- " * 2000 + b"[@fire#three]")
    assert page.is_unread
    problems = list(citation_problems(page, dossier("").ledger))
    assert [problem.rule for problem in problems] == ["unreadable"]


def test_a_page_made_to_stall_is_read_at_once() -> None:
    assert cited("[@" * 500) == []
    assert cited("[@a" + " " * 20000 + "b") == []


def test_only_extensions_that_say_what_is_code_are_loaded() -> None:
    listed = ["admonition", {"pymdownx.superfences": {"x": 1}}, "os", "pymdownx.snippets"]
    assert extensions_in_use(listed) == ("admonition", "pymdownx.superfences")
    assert extensions_in_use(None) == ()
