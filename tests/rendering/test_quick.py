from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment
from markupsafe import Markup

from factbook.diagnostics.problem import Problem
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pipeline import examine
from factbook.rendering import quick
from factbook.rendering.quick import Escaped, QuickMacro
from factbook.rendering.templates import draw, environment

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.pages.view import Page

WORDS = """
{% macro link(to) %}[{{ to["text"] }}, {{ varargs|length }}]{% endmacro %}
{% macro links(all, between=", ") %}{{ all|length }}{{ between }}{% endmacro %}
{% macro contested(to) %}{{ to.nothing is defined }}{% endmacro %}
{% macro who(claim) %}{{ claim.attribute }}{% endmacro %}
"""


@pytest.fixture
def pages(root: Path) -> list[Page]:
    made = examine(root)
    return list(compose(made.ledger, made.weighing, Addresses()))


def usual(own: Path) -> Environment:
    """Jinja itself, with the same templates and filters."""
    ours = environment(own)
    made = Environment(
        loader=ours.loader,
        undefined=ours.undefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(ours.filters)
    return made


@pytest.mark.parametrize("words", ["", WORDS])
def test_pages_are_what_jinja_draws_with_and_without_templates_of_a_dossier(
    pages: list[Page], tmp_path: Path, words: str
) -> None:
    if words:
        (tmp_path / "parts").mkdir()
        (tmp_path / "parts/words.html").write_text(words)
    ours, jinja = environment(tmp_path), usual(tmp_path)
    for page in pages:
        body = draw(page, ours)
        assert isinstance(body, str), page.address
        assert body == draw(page, jinja), page.address


def test_a_template_of_a_dossier_may_ask_for_what_is_not_there(
    pages: list[Page], tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    words = '{% for one in [1, 2] %}{{ page.none|default(loop.index) }}{% endfor %}{{ "<"|e }}'
    (tmp_path / "site/home.html").write_text(words + '{{ {"items": "a&b"}.items }}')
    home = next(page for page in pages if page.template == "home.html")
    assert str(draw(home, environment(tmp_path))).startswith("12&lt;&lt;built-in method items")


def test_a_part_of_a_dossier_that_lacks_a_macro_is_a_problem(
    pages: list[Page], tmp_path: Path
) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/words.html").write_text("{% macro who(claim) %}{% endmacro %}")
    home = next(page for page in pages if page.template == "home.html")
    problem = draw(home, environment(tmp_path))
    assert isinstance(problem, Problem)
    assert "link" in problem.message


def test_what_is_markup_stays_it_and_words_never_become_it(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Escaped()
    assert known[Markup("<b>")] == "<b>"
    assert known["<b>"] == "&lt;b&gt;"
    assert known[Markup("<b>")] != "<b>"  # rather escaped twice than not at all
    assert (known[1], known[True], known[None]) == ("1", "True", "None")
    assert set(known) == {"<b>"}
    monkeypatch.setattr(quick, "MOST", 1)
    assert known["a"] == "a"
    assert list(known) == ["a"]


@pytest.mark.parametrize(
    ("given", "named", "text"),
    [
        (("<",), {}, "&lt;2()"),
        (("<", 3), {}, "&lt;3()"),
        (("<",), {"b": 4}, "&lt;4()"),
        (("<", 3, 5), {}, "&lt;3(5,)"),
    ],
)
def test_a_macro_as_text_takes_what_a_macro_takes(
    tmp_path: Path, given: tuple[object, ...], named: dict[str, object], text: str
) -> None:
    made = environment(tmp_path).from_string(
        "{% macro rest(a, b=2) %}{{ a }}{{ b }}{{ varargs }}{% endmacro %}"
        "{% macro only(a, b=2) %}{{ a }}{{ b }}(){% endmacro %}"
    )
    rest, only = (getattr(made.module, name) for name in ("rest", "only"))
    assert isinstance(rest, QuickMacro)
    assert rest.text(*given, **named) == text
    if len(given) > 2:
        with pytest.raises(TypeError):
            only.text(*given, **named)
    else:
        assert only.text(*given, **named) == text
    with pytest.raises(TypeError):
        only.text("<", c=3)
