"""Dossiers for tests: written as text, read without touching the disk."""

from __future__ import annotations

import os
import re
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from factbook.evidence.locks import SUFFIX
from factbook.pipeline import examine_tree
from factbook.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser

    from factbook.dossier import Dossier

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CACHE = "FACTBOOK_CACHE"
_CACHES = count()
_FILE = re.compile(r"^--- (\S+)\n", re.MULTILINE)


def files_of(text: str) -> dict[str, bytes]:
    """Files out of one text: each begins with a line `--- PATH`."""
    parts = _FILE.split(text.lstrip("\n"))
    return {
        f"facts/{path}": content.encode()
        for path, content in zip(parts[1::2], parts[2::2], strict=True)
    }


@pytest.fixture(scope="session", autouse=True)
def _no_cache_of_the_user() -> None:
    """What is made once for many tests keeps nothing, and never touches the user's own cache."""
    os.environ[CACHE] = "off"


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache for each test, and for all that it starts; the folder is made when it is needed."""
    before = os.environ[CACHE]
    folder = tmp_path_factory.getbasetemp() / f"cache-{next(_CACHES)}"
    os.environ[CACHE] = str(folder)
    yield folder
    os.environ[CACHE] = before


@pytest.fixture
def dossier() -> Callable[[str | Mapping[str, bytes]], Dossier]:
    """A dossier from a text of several files, or from path -> bytes."""

    def make(files: str | Mapping[str, bytes]) -> Dossier:
        tree = files_of(files) if isinstance(files, str) else files
        locks = {path: content for path, content in tree.items() if path.endswith(SUFFIX)}
        facts = {path: content for path, content in sorted(tree.items()) if path not in locks}
        return examine_tree(Settings(), facts, locks=locks)

    return make


@pytest.fixture(scope="session")
def files_of_text() -> Callable[[str], dict[str, bytes]]:
    """Files out of one text: each begins with a line `--- PATH`, below facts/."""
    return files_of


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def factbook() -> str:
    """The command, as this interpreter has it installed."""
    return str(Path(sys.executable).with_name("factbook"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium with a profile of its own that is thrown away."""
    with sync_playwright() as play:
        made = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield made
        made.close()
