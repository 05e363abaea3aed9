"""`factbook verify`: what it finds, what it records, and that one changed letter is caught."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.evidence.at_hand import VARIABLE

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

COURIER = "facts/sources/telmora-courier-2031-03-15"
INCIDENT = "facts/incidents/2031-03-14-market-fire.yaml"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(VARIABLE, raising=False)
    folder = tmp_path / "mine"
    assert CliRunner().invoke(main, ["new", str(folder)]).exit_code == 0
    return folder


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["verify", "--root", str(root), *words])


def looked_up(root: Path, *words: str) -> Result:
    return run(root, "--snapshots", str(root / "documents"), *words)


def locks(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "facts/sources").glob("*.lock")}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_new_dossier_is_verified_already_and_stays_as_it_is(mine: Path) -> None:
    before = locks(mine)
    ran = looked_up(mine, "--strict")
    assert (ran.exit_code, ran.stdout) == (0, "13 of 13 quotes found: no problems\n")
    assert locks(mine) == before
    assert len(before) == 2


def test_locks_are_written_with_what_is_found_and_without_what_is_gone(mine: Path) -> None:
    before = locks(mine)
    for path in (mine / "facts/sources").glob("*.lock"):
        path.unlink()
    looked = looked_up(mine, "--check")
    assert looked.exit_code == 1
    assert f"{COURIER}.lock would change" in looked.stdout
    assert locks(mine) == {}
    assert looked_up(mine).exit_code == 0
    days = {
        line.split()[-2] for text in locks(mine).values() for line in text.decode().splitlines()[2:]
    }
    assert len(days) == 1
    assert {name: len(text) for name, text in locks(mine).items()} == {
        name: len(text) for name, text in before.items()
    }


def test_one_letter_changed_in_a_quote_is_caught_with_the_nearest_passage(mine: Path) -> None:
    edit(mine / INCIDENT, "quote: Three people were injured", "quote: Three peopel were injured")
    checked = CliRunner().invoke(main, ["check", "--root", str(mine)])
    assert "this quote is not recorded as found in" in checked.stderr
    ran = looked_up(mine)
    assert ran.exit_code == 1
    assert "[quote-missing]" in ran.stderr
    assert "the nearest passage is in paragraph" in ran.stderr
    assert "[-peopel-]{+people+}" in ran.stderr
    assert "[unverified-quote]" not in ran.stderr  # said once
    assert "12 of 13 quotes found: 1 error" in ran.stdout


@pytest.mark.parametrize("new", ["thrae people were", "thr people were", "Three, people were"])
def test_one_letter_changed_in_a_snapshot_is_an_error_with_its_place(mine: Path, new: str) -> None:
    before = locks(mine)
    edit(mine / "documents/telmora-courier-2031-03-15.txt", "Three people were", new)
    ran = looked_up(mine)
    assert ran.exit_code == 1
    found = "no document has this sha256, and telmora-courier-2031-03-15.txt is almost the same"
    assert found in ran.stderr
    assert f"{COURIER}.yaml:31:11: error" in ran.stderr
    assert "these words do not stand in telmora-courier-2031-03-15.txt" in ran.stderr
    assert "the nearest passage is in paragraph 5: " in ran.stderr
    assert "3 of 13 quotes found, 10 recorded, not re-verified: 2 errors" in ran.stdout
    assert locks(mine) == before


def test_a_snapshot_that_is_missing_is_a_warning_whatever_else_lies_there(mine: Path) -> None:
    before = locks(mine)
    courier = mine / "documents/telmora-courier-2031-03-15.txt"
    courier.write_text("Another article.\n\nOf the same size, and with other words.\n" * 9)
    ran = looked_up(mine)
    assert ran.exit_code == 0
    assert "no document among the snapshots has this sha256" in ran.stderr
    assert "recorded, not re-verified: 1 warning" in ran.stdout
    assert looked_up(mine, "--strict").exit_code == 1
    assert locks(mine) == before


def test_one_letter_changed_in_a_lock_is_caught_and_mended(mine: Path) -> None:
    before = locks(mine)
    lock = mine / f"{COURIER}.lock"
    lines = lock.read_text().splitlines(keepends=True)
    lines[3] = lines[3].replace(" 1 place", " 2 place", 1)
    lock.write_text("".join(lines))
    checked = CliRunner().invoke(main, ["check", "--root", str(mine)])
    assert f"{COURIER}.lock:4:1: error: this line is none" in checked.stderr
    ran = looked_up(mine)
    assert (ran.exit_code, f"{COURIER}.lock:4:1" in ran.stderr) == (1, True)
    assert locks(mine)[lock.name].split()[:9] == before[lock.name].split()[:9]
    assert looked_up(mine).exit_code == 0


def test_another_snapshot_makes_what_was_found_stale(mine: Path) -> None:
    path = mine / "documents/telmora-courier-2031-03-15.txt"
    path.write_text(path.read_text() + "\nCorrected on Sunday.\n")
    edit(mine / f"{COURIER}.yaml", "bytes: 599", "bytes: 621")
    edit(
        mine / f"{COURIER}.yaml",
        "fbd93294bacce9d6f514e019a55a34b3839f3afcf39ae9309fb22042d0f71047",
        hashlib.sha256(path.read_bytes()).hexdigest(),
    )
    checked = CliRunner().invoke(main, ["check", "--root", str(mine)])
    assert (checked.exit_code, "[stale-quote]" in checked.stderr) == (1, True)
    assert looked_up(mine).exit_code == 0
    assert CliRunner().invoke(main, ["check", "--strict", "--root", str(mine)]).exit_code == 0


def test_without_snapshots_it_says_what_is_recorded(mine: Path) -> None:
    before = locks(mine)
    ran = run(mine, "--check")
    assert (ran.exit_code, ran.stdout) == (
        0,
        "13 of 13 quotes recorded, not re-verified: 1 warning\n",
    )
    assert "there is no folder snapshots: no quote was looked up" in ran.stderr
    assert run(mine, "--strict").exit_code == 1
    assert locks(mine) == before


def test_the_environment_or_mkdocs_yml_can_name_the_folder(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(mine / "documents"))
    assert run(mine).stdout == "13 of 13 quotes found: no problems\n"
    monkeypatch.setenv(VARIABLE, str(mine / "nowhere"))
    assert run(mine).exit_code == 1
    monkeypatch.delenv(VARIABLE)
    edit(mine / "mkdocs.yml", "facts: facts ", "snapshots: documents\n      facts: facts ")
    assert run(mine).stdout == "13 of 13 quotes found: no problems\n"


def test_no_quote_is_taken_for_gone_while_a_file_cannot_be_read(mine: Path) -> None:
    before = locks(mine)
    with (mine / INCIDENT).open("a") as file:
        file.write("title: again\n")
    ran = looked_up(mine)
    assert (ran.exit_code, locks(mine) == before) == (1, True)
    assert "locks wait until every file can be read" in ran.stdout


def test_what_a_second_root_quotes_is_recorded_there(mine: Path, tmp_path: Path) -> None:
    before = locks(mine)
    facts = tmp_path / "internal/facts/actors"
    facts.mkdir(parents=True)
    (facts / "inner.yaml").write_text(
        "title: Inner\ncite: [{source: telmora-courier-2031-03-15, quote: Telmora}]\n"
    )
    inner = str(tmp_path / "internal")
    assert looked_up(mine, "--with", inner).exit_code == 0
    assert locks(mine) == before
    [lock] = (tmp_path / "internal/facts/sources").glob("*.lock")
    assert len(lock.read_text().splitlines()) == 3
    again = run(mine, "--with", inner)
    assert "14 of 14 quotes recorded" in again.stdout
    (facts / "inner.yaml").write_text("title: Inner\n")
    assert looked_up(mine, "--with", inner).exit_code == 0
    assert not lock.exists()


def test_a_build_says_what_was_verified_in_it_and_stops_at_what_is_not_there(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = ["build", "--no-search", "--root", str(mine)]
    page = mine / "site/incidents/2031-03-14-market-fire/index.html"
    assert CliRunner().invoke(main, build).exit_code == 0
    assert "recorded as verified on" in page.read_text()
    assert "verified in this build" not in page.read_text()
    monkeypatch.setenv(VARIABLE, str(mine / "documents"))
    assert CliRunner().invoke(main, build).exit_code == 0
    assert "verified in this build" in page.read_text()
    assert "recorded as verified on" not in page.read_text()
    edit(mine / INCIDENT, "quote: Three people were injured", "quote: Three peopel were injured")
    built = CliRunner().invoke(main, build)
    assert (built.exit_code, "[quote-missing]" in built.stderr) == (1, True)
    monkeypatch.delenv(VARIABLE)
    assert CliRunner().invoke(main, build).exit_code == 0
    assert "not verified" in page.read_text()
