"""The starter dossier, really served, and ways to ask for pages."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factbook.exchange.new import start_dossier
from factbook.serving.serve import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier

PATIENCE = 20.0  # seconds: far more than it takes, on a machine that has much to do


class Page(NamedTuple):
    status: int
    text: str
    url: str


class Served:
    """A dossier in `root`, served at `address`; `told` is what the terminal would show."""

    def __init__(self, root: Path, address: str, told: list[list[str]], failed: list[str]) -> None:
        self.root, self.address, self.told, self.failed = root, address, told, failed

    def get(self, path: str) -> Page:
        """What is answered to a request now."""
        try:
            with urllib.request.urlopen(f"{self.address}{path}") as found:  # noqa: S310 - our own
                return Page(found.status, found.read().decode(), found.url)
        except urllib.error.HTTPError as error:
            return Page(error.code, error.read().decode(), error.url)

    def until(self, path: str, is_so: Callable[[Page], bool]) -> Page:
        """The page as soon as something is so of it."""
        end = time.monotonic() + PATIENCE
        while not is_so(found := self.get(path)):
            assert time.monotonic() < end, found.text
            time.sleep(0.02)
        return found

    def shows(self, path: str, words: str) -> Page:
        """The page as soon as it holds some words."""
        return self.until(path, lambda page: words in page.text)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words in a file."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The starter dossier."""
    folder = tmp_path / "mine"
    start_dossier(folder)
    time.sleep(0.1)  # or its files would count as edited after serving began
    return folder


@pytest.fixture
def second(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    """A second root, where a test asks for one."""
    if getattr(request, "param", None) is None:
        return None
    folder = tmp_path / "internal"
    (folder / "facts/places").mkdir(parents=True)
    (folder / "facts/places/inner-place.yaml").write_text("title: Inner\n")
    return folder


@pytest.fixture
def served(mine: Path, second: Path | None) -> Iterator[Served]:
    """The starter dossier, served."""
    told: list[list[str]] = []
    failed: list[str] = []

    def report(_: Dossier, problems: Sequence[Problem], words: Sequence[str]) -> None:
        told.append([*(problem.rule for problem in problems), *words])

    with serving(mine, second, report, failed.append, port=0) as address:
        yield Served(mine, address, told, failed)
    assert failed == []
