"""Themes and overrides that would let a title become markup are refused, with a plain message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.plugin.build import build_site
from factbook.rendering.templates import asset_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Pages = Callable[[Path], dict[str, str]]

HEAD = "<title>{{ page.title }}</title>"
UNSAFE = {
    "a script": "<script>var title = '{{ page.title }}';</script>",
    "a script that does not end": "{{ page.content }}<script>var title = '{{ page.title }}'",
    "a style": "<style>.x::before { content: '{{ page.title }}' }</style>",
    "a comment": "<!-- {{ page.title }} -->",
    "no quotation marks": "<p title={{ page.title }}>x</p>",
    "the name of an attribute": "<p {{ page.title }}>x</p>",
    "a handler": """<p onclick="say('{{ page.title }}')">x</p>""",
    "an attribute of a framework": """<p x-data="{title: '{{ page.title }}'}">x</p>""",
    "a link": '<a href="{{ page.title }}">x</a>',
    "a link that says where": '<a href="mailto:?subject={{ page.meta.description }}">x</a>',
    "a refresh": '<meta http-equiv="refresh" content="0; url={{ page.title }}">',
    "a page in a page": '<iframe srcdoc="{{ page.title }}"></iframe>',
}


def override(folder: Path, main: str, theme: str = "{name: null, custom_dir: own}") -> None:
    """A theme of one's own, or an override of another."""
    (folder / "own").mkdir()
    (folder / "own" / "main.html").write_text(main, encoding="utf-8")
    path = folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("theme:\n  name: factbook", f"theme: {theme}"), encoding="utf-8")


@pytest.mark.parametrize("where", UNSAFE)
def test_a_theme_that_puts_a_title_where_it_could_become_markup_is_refused(
    mine: Path, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    content = "" if "page.content" in UNSAFE[where] else "{{ page.content }}"
    override(mine, f"<!doctype html>{HEAD}<body>{content}{UNSAFE[where]}</body>")
    assert isinstance(build_site(mine, lambda *_: None, strict=False), str)
    assert "the theme cannot frame fact pages" in caplog.text
    assert "where text could become markup" in caplog.text
    assert "Traceback" not in caplog.text
    assert not (mine / "site").exists()


@pytest.mark.parametrize(
    "main",
    [
        '{% extends "base.html" %}{% block content %}{% endblock %}',
        '{% extends "base.html" %}{% block content %}{{ page.content }}{{ page.content }}{% endblock %}',
    ],
)
def test_an_override_that_does_not_show_the_content_once_is_refused(
    mine: Path, caplog: pytest.LogCaptureFixture, main: str
) -> None:
    override(mine, main, "{name: factbook, custom_dir: own}")
    assert isinstance(build_site(mine, lambda *_: None, strict=False), str)
    assert "not once" in caplog.text


def test_an_override_that_does_what_is_safe_frames_fact_pages(mine: Path, pages: Pages) -> None:
    kept = '<aside title="{{ page.title }}"><script>var at = "{{ page.canonical_url }}"</script></aside>'
    main = f'{{% extends "base.html" %}}{{% block content %}}{{{{ page.content }}}}{kept}{{% endblock %}}'
    override(mine, main, "{name: factbook, custom_dir: own}")
    settings = mine / "mkdocs.yml"
    settings.write_text(f"site_url: https://example.org/\n{settings.read_text(encoding='utf-8')}")
    (mine / "facts" / "incidents" / "odd.yaml").write_text("title: '\" onload=\"x'\n")
    assert build_site(mine, lambda *_: None, strict=False) == mine / "site"
    page = pages(mine / "site")["incidents/odd/index.html"]
    assert '<aside title="&quot; onload=&quot;x">' in page
    assert 'var at = "https://example.org/incidents/odd/"' in page


def test_a_folder_of_overrides_that_is_not_there_is_said_so(mine: Path) -> None:
    path = mine / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("name: factbook", "name: factbook\n  custom_dir: nowhere"))
    built = build_site(mine, lambda *_: None, strict=False)
    assert isinstance(built, str)
    assert not (mine / "site").exists()


def test_fact_pages_are_dark_only_where_their_frame_is() -> None:
    style = (asset_folder() / "factbook.css").read_text(encoding="utf-8")
    assert "light-dark(" in style
    assert "prefers-color-scheme" not in style, "themes without a dark form stay light then"


def test_the_theme_shows_what_lies_within_a_section(mine: Path, pages: Pages) -> None:
    path = mine / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    nested = "  - Reports:\n    - Fires:\n      - All: incidents/index.md\n    - Places: places/index.md\n"
    text = text.replace("  - Incidents: incidents/index.md\n", nested)
    path.write_text(
        text.replace("  - Places: places/index.md\n  - Conf", "  - Conf"), encoding="utf-8"
    )
    assert build_site(mine, lambda *_: None, strict=True) == mine / "site"
    page = pages(mine / "site")["incidents/2031-03-14-market-fire/index.html"]
    header = page[page.index("<header") : page.index("</header>")]
    assert re.findall(r'aria-current="true">([^<]+)<', header) == ["Reports", "Fires"]
    assert '<nav class="within" aria-label="Reports">' in header
    assert '<a href="../../places/">Places</a>' in header
    home = pages(mine / "site")["index.html"]
    assert "within" not in home[home.index("<header") : home.index("</header>")]
