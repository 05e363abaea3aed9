"""Where the search cannot be made, or is not wanted, the site is what it was."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from factbook.exchange.new import start_dossier
from factbook.outputs.search import files
from factbook.outputs.search.engine import SearchError
from factbook.plugin.beside import text_of
from factbook.plugin.build import build_site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier


def silent(_dossier: Dossier, _problems: Sequence[Problem]) -> None:
    """A report nobody reads."""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A starter dossier that has been built without a search, with a mark in its site."""
    folder = tmp_path / "mine"
    start_dossier(folder)
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("format: 1", "format: 1\n      search: false"))
    assert build_site(folder, silent, strict=True) == folder / "site"
    assert not (folder / "site" / "search" / "index.json").exists()
    assert (folder / "site" / "data" / "claims.jsonl").is_file()
    settings.write_text(text)
    (folder / "site" / "mark").touch()
    return folder


def test_without_its_engine_nothing_is_built_and_the_remedy_told(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    said = build_site(built, silent, strict=True)
    assert isinstance(said, str)
    assert (built / "site" / "mark").exists()
    assert build_site(built, silent, strict=True, searched=False) == built / "site"


def test_an_engine_that_breaks_off_leaves_the_old_site(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise SearchError("the search engine Pagefind broke off")

    monkeypatch.setattr(files, "indexed", broken)
    told = build_site(built, silent, strict=True)
    assert isinstance(told, str)
    assert "broke off" in told
    assert (built / "site" / "mark").exists()


def test_the_words_of_a_page_are_those_that_readers_see() -> None:
    html = (
        "<h2>One</h2><p>t<b>w</b>o &amp; <script>var x = '<p>';</script>three</p><style>p{}</style>"
    )
    assert text_of(html) == "One two & three"
