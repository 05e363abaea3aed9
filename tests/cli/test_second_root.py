"""`list`, `show` and `todo` with a second root, whose facts they tell by the file that holds them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.exchange.new import start_dossier

if TYPE_CHECKING:
    from pathlib import Path

FIRE = "2031-03-14-market-fire"
MEMO = "internal/facts/sources/memo.yaml"
INTERNAL = {
    "sources/memo.yaml": "title: A memo\npublisher: unknown\npublished: unknown\n",
    f"incidents/{FIRE}.yaml": """claims:

  within:
    attribute: injured
    value: 5
    says: traders-association
    cite: [{source: memo, quote: 5 injured}]
""",
}


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The starter dossier, with internal material beside it."""
    start_dossier(tmp_path / "mine")
    for name, text in INTERNAL.items():
        path = tmp_path / "internal" / "facts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "mine"


def ran(mine: Path, *words: str, both: bool = True, code: int = 0) -> str:
    roots = ["--root", str(mine), *(["--with", str(mine.parent / "internal")] if both else [])]
    result = CliRunner().invoke(main, [*words, *roots])
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.stderr


def test_a_list_has_what_both_roots_hold(mine: Path) -> None:
    def claims(*, both: bool) -> dict[str, int]:
        listed = json.loads(ran(mine, "list", "--json", both=both))
        return {one["id"]: one["claims"] for one in listed}

    public, all_of_it = claims(both=False), claims(both=True)
    assert all_of_it.keys() - public.keys() == {"memo"}
    assert all_of_it[FIRE] == public[FIRE] + 1


@pytest.mark.parametrize(
    ("name", "words", "place"),
    [
        ("memo", "A memo\n", f"../{MEMO}:1\n"),
        (
            f"{FIRE}#within",
            "Injured: 5 [contested]",
            f"../internal/facts/incidents/{FIRE}.yaml:3\n",
        ),
        (f"{FIRE}#when", "Date: 14 March 2031", f"\nfacts/incidents/{FIRE}.yaml:42\n"),
        (f"{FIRE}.casualties", "    Traders' Association\n", f"\nfacts/incidents/{FIRE}.yaml:"),
    ],
)
def test_what_is_shown_has_the_place_where_it_is_written(
    mine: Path, name: str, words: str, place: str
) -> None:
    shown = ran(mine, "show", name)
    assert words in shown
    assert place in shown


def test_without_the_second_root_nothing_of_it_is_known(mine: Path) -> None:
    assert "nothing here has the id memo" in ran(mine, "show", "memo", both=False, code=1)
    assert "memo" not in ran(mine, "todo", "--all", both=False)


def test_what_is_to_do_has_the_place_where_it_is_to_be_done(mine: Path) -> None:
    assert f"../{MEMO}:1: archive it with" in ran(mine, "todo", "--all")
    tasks = json.loads(ran(mine, "todo", "--json"))
    [task] = [one for one in tasks if one["kind"] == "source without archived text"]
    assert (task["file"], task["line"]) == (f"../{MEMO}", 1)


@pytest.mark.parametrize("command", [["rename", "a", "b"], ["lineage"]])
def test_what_writes_into_public_files_takes_no_second_root(mine: Path, command: list[str]) -> None:
    assert "No such option" in ran(mine, *command, code=2)
