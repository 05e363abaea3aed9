from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Snapshot = Callable[[Path], dict[str, bytes]]

GOOD = b"title: Fire\n"
UNKNOWN_SOURCE = b"""title: T
claims:
  one:
    attribute: killed
    value: 1
    cite:
      - {source: papper, quote: one}
"""
BROKEN = {
    # name: (content, line, column, words of the message)
    "a-syntax": (b"title: [a\nkind: b\n", 2, 5, "this is not YAML"),
    "b-tab": (b"title: T\nclaims:\n\tone: x\n", 3, 1, "a tab stands where"),
    "c-duplicate": (b"title: T\nkind: fire\ntitle: U\n", 3, 1, "the key title stands here twice"),
    "d-anchor": (b"title: &t T\n", 1, 8, "this sets an anchor (&t)"),
    "e-tag": (b"title: !!str T\n", 1, 8, "this sets a type"),
    "f-second": (b"title: T\n---\ntitle: U\n", 2, 1, "a second document starts here"),
    "g-unknown-key": (b"title: T\nplcae: hall\n", 2, 1, "there is no key plcae here"),
    "h-unknown-source": (UNKNOWN_SOURCE, 7, 18, "there is no source papper"),
    "i-empty": (b"", 1, 1, "this file is empty"),
    "j-encoding": ("title: Tür\n".encode("latin-1"), 1, 9, "this file is not UTF-8"),
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A dossier with ten kinds of broken fact files beside a good one."""
    incidents = tmp_path / "facts" / "incidents"
    incidents.mkdir(parents=True)
    (tmp_path / "facts" / "sources").mkdir()
    (tmp_path / "site_src").mkdir()
    (tmp_path / "site_src" / "index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: T\ndocs_dir: site_src\ntheme: {name: factbook}\nplugins: [factbook]\n"
    )
    (tmp_path / "facts" / "sources" / "paper.yaml").write_text(
        "title: P\npublisher: unknown\npublished: unknown\n"
    )
    (incidents / "good.yaml").write_bytes(GOOD)
    for name, (content, _, _, _) in BROKEN.items():
        (incidents / f"{name}.yaml").write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("command", ["check", "build"])
def test_ten_kinds_of_broken_files_are_reported_in_one_run_and_nothing_is_written(
    broken: Path, command: str, snapshot: Snapshot
) -> None:
    before = snapshot(broken)
    ran = CliRunner().invoke(main, [command, "--root", str(broken)])
    assert ran.exit_code == 1
    for name, (_, line, column, words) in BROKEN.items():
        assert f"facts/incidents/{name}.yaml:{line}:{column}: error: {words}" in ran.stderr, name
    assert ran.stderr.count(": error: ") == len(BROKEN)
    assert "Traceback" not in ran.output
    assert snapshot(broken) == before


def test_problems_come_in_the_order_of_files(broken: Path) -> None:
    ran = CliRunner().invoke(main, ["check", "--root", str(broken)])
    shown = [line.partition(":")[0] for line in ran.stderr.splitlines() if ": error: " in line]
    assert shown == [f"facts/incidents/{name}.yaml" for name in sorted(BROKEN)]
    assert ran.stdout == "3 incidents, 1 claim, 1 source, 0 conflicts: 10 errors\n"


def test_warnings_stop_a_strict_check_only(broken: Path) -> None:
    for name in BROKEN:
        (broken / "facts" / "incidents" / f"{name}.yaml").unlink()
    lenient = CliRunner().invoke(main, ["check", "--root", str(broken)])
    strict = CliRunner().invoke(main, ["check", "--strict", "--root", str(broken)])
    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert "warning: nothing refers to paper" in lenient.stderr


def test_a_new_dossier_builds_and_verifies(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    run = CliRunner().invoke
    made = run(main, ["new", str(mine)])
    assert f"cd {mine} && factbook build" in made.stdout
    built = run(main, ["build", "--strict", "--root", str(mine)])
    assert (built.exit_code, built.stderr) == (0, "")
    assert (mine / "site" / "index.html").is_file()
    verified = run(main, ["verify", "--root", str(mine), "--snapshots", str(mine / "documents")])
    assert verified.exit_code == 0
    assert run(main, ["new", str(mine)]).exit_code == 1


def test_a_changed_quote_fails_verification_with_its_place(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    CliRunner().invoke(main, ["new", str(mine)])
    [incident] = (mine / "facts" / "incidents").glob("*.yaml")
    text = incident.read_text(encoding="utf-8")
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "quote: " in one)
    incident.write_text(text.replace("quote: ", "quote: zz", 1), encoding="utf-8")
    ran = CliRunner().invoke(
        main, ["verify", "--root", str(mine), "--snapshots", str(mine / "documents")]
    )
    assert ran.exit_code == 1
    assert f"{incident.name}:{line}:" in ran.stderr
    assert "[quote-missing]" in ran.stderr


def test_the_installed_command_runs(factbook: str, root: Path) -> None:
    ran = subprocess.run(  # noqa: S603 - our own command
        [factbook, "check", "--strict"], cwd=root, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "no problems" in ran.stdout
