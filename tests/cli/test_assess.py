"""What assessments rest on: recorded, found to have changed, renewed only by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

CITE = "cite: [{source: paper, quote: 2 3 4 5 6 7 9 on 5 May 2031}]"
ASSESSED = """assessments:
  KEY: {attribute: killed, conclusion: 3, method: source prioritised, confidence: low, because: b,
    weighs: [three, four], by: desk, on: 2031-06-01}
"""
FIRE = f"""title: Fire
claims:
  three: {{attribute: killed, value: 3, says: cell, {CITE}}}
  four: {{attribute: killed, value: 4, stated_in: said, {CITE}}}
{ASSESSED.replace("KEY", "dead")}"""
FILES = {
    "incidents/fire.yaml": FIRE,
    "statements/said.yaml": "title: Said\nby: ministry\non: 2031-05-05\nabout: [fire]\ncite: [{source: paper, quote: said}]\n",
    "statements/other.yaml": "title: Other\nby: cell\non: 2031-05-05\nabout: [fire]\ncite: [{source: paper, quote: said}]\n",
    "actors/cell.yaml": "title: The cell\nkind: state body\n",
    "actors/ministry.yaml": "title: The ministry\nkind: state body\n",
    "sources/paper.yaml": "title: Paper\npublisher: unknown\npublished: 2031-05-07\n",
}
LOCK = "facts/incidents/fire.lock"


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / "facts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    root = tmp_path / "mine"
    write(root, FILES)
    (root / "mkdocs.yml").write_text(
        "site_name: T\nplugins: [factbook: {severity: {unverified-quote: 'off'}}]\n"
    )
    return root


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(root)])


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "facts" / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_a_new_assessment_is_recorded_once(mine: Path) -> None:
    assert "evidence-changed" in run(mine, "check").stderr
    assert run(mine, "check", "--strict").exit_code == 1
    first = run(mine, "assess")
    assert (first.exit_code, first.stdout) == (0, "fire dead recorded\n1 assessment recorded\n")
    assert run(mine, "assess").stdout == "0 assessments recorded\n"
    assert run(mine, "check", "--strict").exit_code == 0


CHANGES = [
    ("another value", "incidents/fire.yaml", "value: 3, says", "value: 2, says"),
    ("another act", "incidents/fire.yaml", "value: 3, says: cell", "value: 3, act: denies, says: cell"),
    ("another speaker", "incidents/fire.yaml", "says: cell", "says: ministry"),
    ("a qualifier", "incidents/fire.yaml", "says: cell", "says: cell, of: {status: civilian}"),
    ("taken back", "incidents/fire.yaml", "says: cell", "says: cell, retracted: {on: 2031-06-02}"),
    ("another origin", "statements/said.yaml", "by: ministry", "by: ministry\nperhaps_same: [{statement: other, certainty: possible, because: b}]"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "file", "old", "new"), CHANGES, ids=[row[0] for row in CHANGES])
def test_evidence_that_changes_is_told_and_stays_told(
    mine: Path, name: str, file: str, old: str, new: str
) -> None:
    run(mine, "assess")
    edit(mine, file, old, new)
    told = run(mine, "check")
    assert (told.exit_code, "the evidence has changed since the assessment dead" in told.stderr) == (0, True), name  # fmt: skip
    assert run(mine, "check", "--strict").exit_code == 1
    again = run(mine, "assess")
    assert again.exit_code == 1
    assert "fire dead: the evidence has changed since; name it to renew it" in again.stdout
    assert "evidence-changed" in run(mine, "check").stderr
    assert run(mine, "assess", "fire").stdout == "fire dead recorded\n1 assessment recorded\n"
    assert "evidence-changed" not in run(mine, "check").stderr


def test_what_is_no_evidence_may_change(mine: Path) -> None:
    run(mine, "assess")
    edit(mine, "incidents/fire.yaml", "quote: 2 3", "quote: 1 2 3")
    edit(mine, "incidents/fire.yaml", "title: Fire", "title: A fire")
    assert run(mine, "check", "--strict").exit_code == 0


def test_readers_are_told_too(mine: Path) -> None:
    run(mine, "assess")
    edit(mine, "incidents/fire.yaml", "value: 4, stated_in", "value: 5, stated_in")
    assert "Evidence has changed since." in run(mine, "show", "fire.casualties").stdout
    assert "the evidence has changed since" in run(mine, "todo").stdout


def test_a_renaming_keeps_what_is_recorded(mine: Path) -> None:
    run(mine, "assess")
    for old, new in (
        ("cell", "media-cell"),
        ("fire", "hall-fire"),
        ("hall-fire#three", "hall-fire#first"),
    ):
        assert run(mine, "rename", old, new).exit_code == 0
        assert run(mine, "check", "--strict").exit_code == 0, old
    edit(mine, "incidents/hall-fire.yaml", "value: 4", "value: 5")
    assert run(mine, "rename", "media-cell", "cell").exit_code == 0
    assert run(mine, "check", "--strict").exit_code == 1


def test_a_line_that_nobody_wrote_is_a_problem_with_its_place(mine: Path) -> None:
    run(mine, "assess")
    with (mine / LOCK).open("a") as file:
        file.write("dead: not a fingerprint\n")
    told = run(mine, "check")
    assert (told.exit_code, f"{LOCK}:3:1: error: this line is none" in told.stderr) == (1, True)


def test_nobody_to_assess_is_said(mine: Path) -> None:
    assert "there is no assessment of fir: did you mean fire?" in run(mine, "assess", "fir").stderr


INTERNAL = {
    "incidents/fire.yaml": f"claims:\n  inside: {{attribute: killed, value: 7, says: cell, {CITE}}}\n"
    + ASSESSED.replace("KEY", "within").replace("[three, four]", "[three, four, inside]"),
    "statements/said.yaml": "perhaps_same: [{statement: other, certainty: possible, because: b}]\n",
}


def test_internal_claims_leave_public_fingerprints_alone(mine: Path, tmp_path: Path) -> None:
    run(mine, "assess")
    public = (mine / LOCK).read_text()
    second = write(tmp_path / "internal", INTERNAL)
    told = run(mine, "check", "--with", str(second))
    assert "dead" not in told.stderr
    assert "what the assessment within rests on is not recorded" in told.stderr
    assert run(mine, "assess", "--with", str(second)).stdout.startswith("fire within recorded")
    assert (mine / LOCK).read_text() == public
    assert "within: " in (second / LOCK).read_text()
    assert run(mine, "check", "--with", str(second), "--strict").exit_code == 0
