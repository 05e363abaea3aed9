"""Messages of MkDocs get the place that they mean; the words are those that MkDocs writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.diagnostics.problem import Severity
from factbook.serving.engine_words import in_words, said

if TYPE_CHECKING:
    from conftest import Served  # type: ignore[import-not-found]

TREE = {
    "facts/incidents/fire.yaml": b"title: notes.md\n",
    "mkdocs.yml": b"site_name: Mine\nplugins: [factbook, nonesuch]\nnav:\n  - A: nowhere.md\n",
    "site_src/deep/notes.md": b"# Deep\n",
    "site_src/notes.md": b"# Notes\n\nSee x.mdx, [a](x.md) and\r\n\xc3\xa9 [b](x.md#c).\n",
}
LINK = "Doc file 'notes.md' contains a link 'x.md', but the target is not found among documentation files."


@pytest.mark.parametrize(
    ("message", "place"),
    [
        (LINK, "site_src/notes.md:3:16"),
        ("Error reading page 'deep/notes.md': broken", "site_src/deep/notes.md:1:1"),
        (
            "Doc file 'notes.md' contains a link 'y.md', but the target is not found.",
            "site_src/notes.md:1:1",
        ),
        (
            "Excluding 'README.md' from the site because it conflicts with 'notes.md'.",
            "site_src/notes.md:1:1",
        ),
        (
            "A reference to 'nowhere.md' is included in the 'nav' configuration, which is not found.",
            "mkdocs.yml:4:8",
        ),
        ("Config value 'plugins': The \"nonesuch\" plugin is not installed", "mkdocs.yml:2:21"),
        ("Config value 'plugins': Required configuration not provided.", "mkdocs.yml:2:1"),
    ],
)
def test_a_message_that_names_a_file_has_a_place_in_it(message: str, place: str) -> None:
    found = said([message], Severity.WARNING, TREE)
    assert found.words == ()
    assert list(in_words(found)) == [f"{place}: {message}"]


def test_the_same_message_again_means_the_words_where_they_stand_again() -> None:
    found = said([LINK, LINK, LINK], Severity.WARNING, TREE)
    places = [(there.span.line, there.span.column) for _, there in found.placed]
    assert places == [(3, 16), (4, 7), (4, 7)]
    assert found.placed[1][1].source_line == "é [b](x.md#c)."


@pytest.mark.parametrize("message", ["It's broken", "Template 'x.html' not found", "", "'"])
def test_a_message_that_names_no_file_stays_as_it_is(message: str) -> None:
    assert said([message], Severity.ERROR, TREE) == ((), (message,))


def test_the_panel_shows_the_place_and_its_line(served: Served) -> None:
    path = served.root / "site_src/index.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n[x](pictures/nowhere.md)\n", encoding="utf-8")
    page = served.shows("", "pictures/nowhere.md&#x27;, but the target")
    line = text.count("\n") + 2
    assert f'<span class="factbook-path">site_src/index.md:{line}:5</span>: ' in page.text
    assert "[x](pictures/nowhere.md)\n" in page.text
    assert "[engine-message]" in page.text
    assert any(one.startswith(f"site_src/index.md:{line}:5: Doc file") for one in served.told[-1])
    path.write_text(text, encoding="utf-8")
    served.until("", lambda page: "nowhere" not in page.text)
    settings = served.root / "mkdocs.yml"
    whole = settings.read_text(encoding="utf-8")
    settings.write_text(whole.replace("- factbook", "- nonesuch"), encoding="utf-8")
    assert 'class="factbook-path">mkdocs.yml:' in served.shows("", "nonesuch").text
