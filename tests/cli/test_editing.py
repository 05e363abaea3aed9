from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli import writing
from factbook.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Snapshot = Callable[[Path], dict[str, bytes]]

FIRE = "facts/incidents/2031-03-14-market-fire.yaml"


def run(mine: Path, *words: str, answers: str = "") -> Result:
    ran = CliRunner().invoke(main, [*words, "--root", str(mine)], input=answers)
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran


def test_a_new_dossier_and_ours_are_in_the_one_layout(mine: Path, root: Path) -> None:
    assert run(mine, "fmt", "--check").stdout == "0 of 14 files would change\n"
    assert run(root, "fmt", "--check").exit_code == 0


def untidy(mine: Path) -> None:
    """The fire's file with its claims indented otherwise."""
    path = mine / FIRE
    path.write_text(path.read_text().replace("kind: fire", "kind:   fire"), encoding="utf-8")


def test_fmt_checks_writes_and_then_has_nothing_to_do(mine: Path, snapshot: Snapshot) -> None:
    untidy(mine)
    before = snapshot(mine)
    ran = run(mine, "fmt", "--check")
    assert (ran.exit_code, snapshot(mine) == before) == (1, True)
    assert f"{FIRE} would change" in ran.stdout
    assert run(mine, "fmt").exit_code == 0
    after = snapshot(mine)
    assert {path for path in after if after[path] != before[path]} == {FIRE}
    assert run(mine, "fmt", "--check").stdout == "0 of 14 files would change\n"
    assert "no problems" in run(mine, "check").stdout


def test_fmt_reports_what_it_cannot_read_and_goes_on(mine: Path) -> None:
    untidy(mine)
    (mine / "facts/actors/bad.yaml").write_text("title: [\n")
    ran = run(mine, "fmt")
    assert ran.exit_code == 1
    assert "facts/actors/bad.yaml:2:1: error: this is not YAML" in ran.stderr
    assert f"{FIRE} changed" in ran.stdout
    assert (mine / "facts/actors/bad.yaml").read_text() == "title: [\n"


def test_fmt_takes_paths_of_facts_only(mine: Path) -> None:
    untidy(mine)
    assert "0 of 2 files" in run(mine, "fmt", str(mine / "facts/places")).stdout
    assert "1 of 1 file" in run(mine, "fmt", "--check", str(mine / FIRE)).stdout
    ran = run(mine, "fmt", str(mine / "mkdocs.yml"))
    assert (ran.exit_code, "not in the folder of facts" in ran.stderr) == (1, True)


def test_rename_writes_facts_pages_and_navigation(mine: Path) -> None:
    page = (mine / "site_src/index.md").read_text()
    (mine / "facts/incidents/2031-03-14-market-fire.lock").write_text("# locked\n")
    with (mine / "mkdocs.yml").open("a") as file:
        file.write("  - Fire: incidents/2031-03-14-market-fire.md\n")
    ran = run(mine, "rename", "2031-03-14-market-fire", "hall-fire")
    assert ran.exit_code == 0, ran.stderr
    assert not (mine / FIRE).exists()
    assert (mine / "facts/incidents/hall-fire.lock").read_text() == "# locked\n"
    new = page.replace("2031-03-14-market-fire", "hall-fire")
    assert (mine / "site_src/index.md").read_text() == new
    assert "incidents/hall-fire.md" in (mine / "mkdocs.yml").read_text()
    assert run(mine, "rename", "hall-fire#when", "hall-fire#day").exit_code == 0
    assert "[@day]" in (mine / "facts/incidents/hall-fire.yaml").read_text()
    assert "no problems" in run(mine, "check").stdout


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("telmroa", "town"), "there is no telmroa: did you mean telmora?"),
        (("telmora", "telmora-courier"), "telmora-courier is taken"),
        (("telmora", "Town"), "Town is no id"),
    ],
)
def test_rename_refuses_and_writes_nothing(
    mine: Path, words: tuple[str, str], reason: str, snapshot: Snapshot
) -> None:
    before = snapshot(mine)
    ran = run(mine, "rename", *words)
    assert (ran.exit_code, snapshot(mine) == before) == (1, True)
    assert ran.stderr.startswith(reason)


def test_rename_refuses_broken_facts(mine: Path, snapshot: Snapshot) -> None:
    (mine / "facts/actors/bad.yaml").write_text("title: [\n")
    before = snapshot(mine)
    ran = run(mine, "rename", "telmora", "town")
    assert (ran.exit_code, snapshot(mine) == before) == (1, True)
    assert "nothing was written: 1 error" in ran.stderr


def test_files_are_written_all_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "c").mkdir()
    with pytest.raises(OSError, match="c"):
        writing.write_together(tmp_path, {"a": b"new", "b/x": b"new", "c": b"new"})
    assert snapshot(tmp_path) == {"a": b"old"}
    monkeypatch.undo()
