"""The starter dossier, and what lies in a folder: for commands that write, or must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The starter dossier."""
    CliRunner().invoke(main, ["new", str(tmp_path / "mine")])
    return tmp_path / "mine"


@pytest.fixture
def snapshot() -> Callable[[Path], dict[str, bytes]]:
    """All files of a folder by their names."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return read
