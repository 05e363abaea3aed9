"""A review tells which quotes were verified and are not any more."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.exchange.new import start_dossier

if TYPE_CHECKING:
    from pathlib import Path

INCIDENT = "facts/incidents/2031-03-14-market-fire.yaml"
HERALD = "facts/sources/farrowquay-herald-2031-03-16"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    start_dossier(tmp_path / "mine")
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    for words in (("init", "--quiet"), ("add", "--all"), (*identity, "commit", "-qm", "all")):
        subprocess.run(["git", *words], cwd=tmp_path / "mine", check=True)  # noqa: S603, S607
    return tmp_path / "mine"


def diff(root: Path) -> str:
    ran = CliRunner().invoke(main, ["diff", "HEAD", "--root", str(root)])
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def test_a_quote_that_a_lock_has_lost_is_named_with_its_place(mine: Path) -> None:
    assert diff(mine) == "The facts are the same.\n"
    (mine / f"{HERALD}.lock").unlink()
    told = diff(mine)
    assert told.startswith("1 subject: 3 quotes unverified\n")
    assert "- quote unverified injured-three: “had spoken of three injured” in At least" in told
    assert f"{INCIDENT}:77" in told


def test_an_edited_quote_is_changed_and_unverified(mine: Path) -> None:
    path = mine / INCIDENT
    path.write_text(path.read_text().replace("had spoken of three injured", "of three injured"))
    assert diff(mine).startswith("1 subject: 1 quote changed, 1 quote unverified\n")
    ran = ["verify", "--snapshots", str(mine / "documents"), "--root", str(mine)]
    assert CliRunner().invoke(main, ran).exit_code == 0
    assert diff(mine).startswith("1 subject: 1 quote changed\n")


def test_an_incident_that_is_renamed_and_loses_a_quote_tells_both(mine: Path) -> None:
    renaming = ["rename", "2031-03-14-market-fire", "blaze", "--root", str(mine)]
    assert CliRunner().invoke(main, renaming).exit_code == 0
    (mine / f"{HERALD}.lock").unlink()
    assert diff(mine).startswith("1 subject: 1 subject renamed, 3 quotes unverified\n")


def test_a_source_that_is_renamed_takes_its_evidence_along(mine: Path) -> None:
    renaming = ["rename", "farrowquay-herald-2031-03-16", "herald", "--root", str(mine)]
    assert CliRunner().invoke(main, renaming).exit_code == 0
    assert diff(mine).startswith("1 subject: 1 subject renamed\n")


def test_a_quote_that_nobody_ever_found_has_lost_nothing(mine: Path) -> None:
    path = mine / INCIDENT
    path.write_text(
        path.read_text()
        + """  hall:
    attribute: damage
    value: the hall
    cite: [{source: farrowquay-herald-2031-03-16, quote: nowhere}]
"""
    )
    assert diff(mine).startswith("1 subject: 1 claim added\n")
