"""Locks that somebody edited, and what `factbook verify` makes of them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.evidence.at_hand import VARIABLE
from factbook.exchange.new import start_dossier

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

COURIER = "facts/sources/telmora-courier-2031-03-15"
INCIDENT = "facts/incidents/2031-03-14-market-fire.yaml"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(VARIABLE, raising=False)
    start_dossier(tmp_path / "mine")
    return tmp_path / "mine"


def looked_up(root: Path, *words: str) -> Result:
    documents = str(root / "documents")
    return CliRunner().invoke(
        main, ["verify", "--root", str(root), "--snapshots", documents, *words]
    )


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def with_sum(told: str) -> str:
    return f"{told} {hashlib.sha256(told.encode()).hexdigest()[:8]}\n"


def rewritten(lock: Path, old: str, new: str) -> None:
    """A lock in which somebody changed a line, and its sum with it."""
    lines = lock.read_text().splitlines(keepends=True)
    made = [
        with_sum(one.rpartition(" ")[0].replace(old, new)) if old in one else one for one in lines
    ]
    assert made != lines
    lock.write_text("".join(made))


def test_a_day_that_is_still_to_come_does_not_stay(mine: Path) -> None:
    lock = mine / f"{COURIER}.lock"
    rewritten(lock, lock.read_text().split()[-2], "2999-01-01")
    assert looked_up(mine, "--check").exit_code == 1
    assert looked_up(mine).exit_code == 0
    assert "2999" not in lock.read_text()


def test_a_line_that_departs_is_told_of_its_own_lock_only(mine: Path) -> None:
    edit(mine / INCIDENT, "quote: had spoken of three injured", "quote: Three people were injured")
    herald = mine / "documents/farrowquay-herald-2031-03-16.txt"
    before = hashlib.sha256(herald.read_bytes()).hexdigest()
    herald.write_text(herald.read_text() + "Three people were injured.\n")
    after = hashlib.sha256(herald.read_bytes()).hexdigest()
    edit(mine / "facts/sources/farrowquay-herald-2031-03-16.yaml", before, after)
    edit(mine / "facts/sources/farrowquay-herald-2031-03-16.yaml", "bytes: 450", "bytes: 477")
    assert looked_up(mine).exit_code == 0
    rewritten(mine / f"{COURIER}.lock", "248-273 paragraph 5", "248-273 paragraph 1")
    ran = looked_up(mine)
    assert ran.stderr.count("[broken-lock]") == 1
    assert "stand in paragraph 5, at characters 248 to 273, 1 place in all" in ran.stderr


def test_a_lock_that_records_nothing_any_more_is_removed_and_said_to_be(mine: Path) -> None:
    idle = mine / "facts/sources/gone.lock"
    idle.write_bytes((mine / f"{COURIER}.lock").read_bytes())
    assert "facts/sources/gone.lock would go" in looked_up(mine, "--check").stdout
    assert "facts/sources/gone.lock removed" in looked_up(mine).stdout
    assert not idle.exists()
