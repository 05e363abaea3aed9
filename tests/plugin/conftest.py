"""A new dossier, and ways to build it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.exchange.new import start_dossier
from factbook.outputs import crew
from factbook.plugin import press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The starter dossier."""
    folder = tmp_path / "mine"
    start_dossier(folder)
    return folder


@pytest.fixture
def crew_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Has so many processes build, though a browser of other tests may have left a thread."""

    def of(number: int) -> None:
        monkeypatch.setattr(press, "MANY_PAGES", 1)
        for module in (crew, press):
            monkeypatch.setattr(module, "workers", lambda: number)

    return of


@pytest.fixture
def pages() -> Callable[[Path], dict[str, str]]:
    """All HTML files of a site by their paths."""

    def read(site: Path) -> dict[str, str]:
        return {
            path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(site.rglob("*.html"))
        }

    return read


@pytest.fixture
def option(mine: Path) -> Callable[[str], None]:
    """Puts a line at the top of mkdocs.yml."""

    def add(line: str) -> None:
        path = mine / "mkdocs.yml"
        path.write_text(f"{line}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")

    return add
