from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest

from factbook.diagnostics.problem import Problem
from factbook.pages import compose as composing
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pages.view import Page
from factbook.rendering.templates import draw, environment, template_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier

TEXT = """
--- incidents/fire.yaml
title: <i>Fire</i> & smoke
claims:
  one: {attribute: killed, value: 1, says: chief, cite: [{source: paper, quote: "<b>one</b>"}]}
--- actors/chief.yaml
title: قائد الشرطة
--- sources/paper.yaml
title: Paper
publisher: unknown
published: unknown
"""


@pytest.fixture
def fire(dossier: Callable[[str], Dossier]) -> Page:
    made = dossier(TEXT)
    return next(
        page
        for page in compose(made.ledger, made.weighing, Addresses())
        if page.address == "incidents/fire/"
    )


def test_templates_come_from_the_checkout_and_an_edited_one_shows(
    fire: Page, root: Path, tmp_path: Path
) -> None:
    assert template_folder() == root / "templates"
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "incident.html").write_text("Edited: {{ page.title }}")
    assert draw(fire, environment(tmp_path)) == "Edited: &lt;i&gt;Fire&lt;/i&gt; &amp; smoke"


def test_titles_quotes_and_names_are_escaped_and_isolated(fire: Page, tmp_path: Path) -> None:
    body = draw(fire, environment(tmp_path))
    assert isinstance(body, str)
    assert "<i>Fire" not in body
    assert "&lt;b&gt;one&lt;/b&gt;" in body
    assert "<bdi>قائد الشرطة</bdi>" in body


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("{{ page.title }}\n{% if %}", 2, "Expected an expression"),
        ("\n\n{{ page.no_such_thing }}", 3, "no_such_thing"),
        ("{% include 'parts/none.html' %}", 1, "parts/none.html"),
    ],
)
def test_a_faulty_template_is_a_problem_with_its_line(
    fire: Page, tmp_path: Path, text: str, line: int, words: str
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "incident.html").write_text(text)
    problem = draw(fire, environment(tmp_path))
    assert isinstance(problem, Problem)
    assert problem.rule == "template"
    assert words in problem.message
    assert problem.spot.span
    assert problem.spot.span.line == line


def test_every_page_type_has_a_template_of_its_own_name_and_every_template_a_page_type() -> None:
    kinds = {page.template for page in _page_types()}
    assert kinds == {path.name for path in (template_folder() / "site").glob("*.html")}


def test_templates_use_only_what_a_view_declares() -> None:
    for kind in _page_types():
        text = (template_folder() / "site" / kind.template).read_text(encoding="utf-8")
        used = set(re.findall(r"\bpage\.(\w+)", text))
        declared = {field.name for field in dataclasses.fields(kind)}
        assert used <= declared, kind.template


def _page_types() -> list[type[Page]]:
    assert composing.PAGES  # importing it brings every page type
    return Page.__subclasses__()
