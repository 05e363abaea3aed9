"""Which engines, themes and plugins meet, and that one engine does without the other."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factbook.exchange.new import start_dossier

if TYPE_CHECKING:
    from pathlib import Path


INCIDENT = "2031-03-14-market-fire"


@pytest.mark.parametrize(("engine", "other"), [("mkdocs", "properdocs"), ("properdocs", "mkdocs")])
def test_the_engine_that_is_not_used_is_not_imported(
    tmp_path: Path, engine: str, other: str
) -> None:
    start_dossier(tmp_path / "mine")
    program = (
        f"import sys; sys.argv = ['{engine}', 'build', '--strict', '-q', '-f', 'mkdocs.yml']\n"
        f"from {engine}.__main__ import cli\n"
        "cli(standalone_mode=False)\n"
        f"files = [str(getattr(one, '__file__', '')) for one in list(sys.modules.values())]\n"
        f"assert any('/{engine}/commands/build' in one for one in files)\n"
        f"assert not [one for one in files if '/site-packages/{other}/' in one]\n"
    )
    done = subprocess.run(  # noqa: S603 - the engine under test
        [sys.executable, "-c", program],
        cwd=tmp_path / "mine",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "mine" / "site" / "incidents" / INCIDENT / "index.html").is_file()
