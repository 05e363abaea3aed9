from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.evidence.quotes import verify
from factbook.evidence.snapshots import read_snapshots
from factbook.exchange.new import NotEmptyError, start_dossier
from factbook.pipeline import examine

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_dossier_checks_as_it_is_and_its_sources_disagree(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    written = start_dossier(folder)
    assert folder / ".gitignore" in written
    made = examine(folder)
    assert made.problems == ()
    kinds = {conflict.kind.value for conflict in made.weighing.conflicts.values()}
    assert kinds == {"contradicts", "disputed"}


def test_every_quote_of_a_new_dossier_stands_in_its_documents(tmp_path: Path) -> None:
    start_dossier(tmp_path / "mine")
    made = examine(tmp_path / "mine")
    snapshots, _ = read_snapshots(tmp_path / "mine" / "documents")
    verified = verify(made.ledger, snapshots)
    assert verified.problems == ()
    assert verified.found == len(made.ledger.citations()) > 0


def test_its_comments_teach_the_format(tmp_path: Path) -> None:
    start_dossier(tmp_path / "mine")
    [incident] = (tmp_path / "mine" / "facts" / "incidents").glob("*.yaml")
    comments = [line for line in incident.read_text(encoding="utf-8").splitlines() if "# " in line]
    assert len(comments) >= 10


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("x")
    with pytest.raises(NotEmptyError, match="not empty"):
        start_dossier(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]
