"""The schemas of published data, from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from factbook.cli.main import main
from factbook.exchange.data_schema import data_schemas

if TYPE_CHECKING:
    from pathlib import Path


def test_the_schemas_of_data_are_written_without_a_dossier(tmp_path: Path) -> None:
    ran = CliRunner().invoke(main, ["schema", "--data", "--out", str(tmp_path / "out")])
    assert ran.exit_code == 0, ran.output
    assert "6 schemas written" in ran.output
    written = {path.stem: json.loads(path.read_text()) for path in (tmp_path / "out").iterdir()}
    assert written == data_schemas()
