from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = "site_name: T\nplugins: [factbook]\n"
CITE = "cite: [{source: paper, quote: 2 3 4 5 6 7 9 on 5 May 2031}]"
FIRE = f"""title: Fire
claims:
  three: {{attribute: killed, value: 3, stated_in: monday, {CITE}}}
  five: {{attribute: killed, value: 5, stated_in: tuesday, {CITE}}}
  four: {{attribute: killed, value: 4, says: ministry, {CITE}}}
  five-too: {{attribute: killed, value: 5, says: television, {CITE}, echoes: {{claim: five, certainty: possible, because: same hour}}}}
  six: {{attribute: killed, value: 6, says: television, hedge: perhaps, {CITE}}}
  old: {{attribute: killed, value: 9, says: cell, {CITE}, withdrawn: {{on: 2031-06-01, because: misread}}}}
  when: {{attribute: date, value: 2031-05-05, {CITE}}}
"""
FILES = {
    "incidents/fire.yaml": FIRE,
    "statements/monday.yaml": "title: Monday\nby: cell\non: 2031-05-05\nabout: [fire]\ncite: [{source: paper, quote: said}]\n",
    "statements/tuesday.yaml": "title: Tuesday\nby: cell\non: 2031-05-06\nabout: [fire]\ncite: [{source: paper, quote: said}]\n",
    "actors/cell.yaml": "title: The cell\nkind: state body\n",
    "actors/ministry.yaml": "title: The ministry\nkind: state body\n",
    "actors/television.yaml": "title: Television\nkind: outlet\n",
    "sources/paper.yaml": "title: Paper\npublisher: unknown\npublished: 2031-05-07\n",
}


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION)
    for name, text in FILES.items():
        path = tmp_path / "facts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def why(root: Path, *words: str, code: int = 0) -> str:
    ran = CliRunner().invoke(main, ["why", *words, "--root", str(root)])
    assert ran.exit_code == code, ran.output
    return " ".join((ran.stdout if code == 0 else ran.stderr).split())


def test_each_pair_is_told_with_its_rule(mine: Path) -> None:
    said = why(mine, "fire", "killed")
    assert "killed: 5 / killed: 4 contradicts: They share no possible number." in said
    assert "A value is a set of possibilities: what shares none contradicts." in said
    assert (
        "killed: 3 / killed: 5 revised: The same speaker said the one earlier and the other later."
        in said
    )
    assert "killed: 3 / killed: 4 revised: The speaker of one of the two has said otherwise" in said


def test_a_pair_of_claims_that_is_explained_is_told_beside_the_conflict(mine: Path) -> None:
    text = FIRE.replace("value: 4, says: ministry", "value: 3, says: ministry")
    (mine / "facts/incidents/fire.yaml").write_text(text)
    said = why(mine, "fire", "killed")
    assert "killed: 3 / killed: 5 contradicts" in said
    assert "- three and five (revised): The same speaker said the one earlier" in said


def test_origins_are_counted_step_by_step(mine: Path) -> None:
    said = why(mine, "fire", "killed")
    assert "killed: 5: 1 to 2 origins five, five-too" in said
    assert "Counted: Television and The cell. At the least: Television with The cell." in said
    assert "Television: an echo of another claim (possible)." in said


def test_what_is_not_weighed_is_told_with_the_reason(mine: Path) -> None:
    said = why(mine, "fire", "killed")
    assert "six (6; Television): said with doubt (“perhaps”)" in said
    assert "old: withdrawn by us" in said


def test_all_attributes_or_one_or_those_of_a_conflict(mine: Path) -> None:
    assert "When did it happen?" in why(mine, "fire")
    assert "When did it happen?" not in why(mine, "fire", "injured")
    assert why(mine, "fire.casualties") == why(mine, "fire", "casualties")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("fir",), "nothing here has the id fir: did you mean fire?"),
        (("cell",), "cell has no claims of its own"),
        (("fire", "kiled"), "there is no attribute kiled: did you mean killed?"),
        (("fire", "place"), "no claim on fire is about place"),
    ],
)
def test_what_is_not_there_is_said(mine: Path, words: tuple[str, ...], message: str) -> None:
    assert message in why(mine, *words, code=1)


DECLARED = """conflicts:
  cause:
    question: How many, and of what?
    kind: tension
    open_because: nobody looked
    positions: [{label: three, claims: [three]}, {label: four, claims: [four]}]
"""


def test_a_declared_conflict_is_named_and_told_by_its_id(mine: Path) -> None:
    (mine / "facts/incidents/fire.yaml").write_text(FIRE + DECLARED)
    said = why(mine, "fire.cause")
    assert said.startswith("The editors declare this; no rule sees it.")
    assert "The editors ask beside: How many, and of what? (tension)" in said
    assert "When did it happen?" not in said


def test_every_attribute_of_the_flagship_can_be_told(root: Path) -> None:
    for incident in ("2020-11-17-green-zone", "2020-12-20-green-zone"):
        assert "How many rockets were fired?" in why(root, incident)
