"""Whoever mistypes a name is told of the nearest, whatever the command; else where names are listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from factbook.cli.main import NAMES, main
from factbook.exchange.new import start_dossier

FIRE = "2031-03-14-market-fire"
COURIER = "telmora-courier-2031-03-15"
ASSESSED = """
assessments:
  injured:
    attribute: injured
    conclusion: unresolved
    method: pending
    confidence: low
    because: Both are early.
    weighs: [injured-three, injured-at-least-seven, injured-eight]
    by: desk
    on: 2031-04-01
"""
WITHOUT_NAMES = {
    *("new", "fmt", "check", "verify", "build", "serve", "size", "upgrade", "todo", "schema"),
    "diff",  # names of git's
}
CASES = [
    ("chekc", "there is no command chekc: did you mean check?"),
    ("frobnicate", "there is no command frobnicate: `factbook --help` lists them all"),
    ("add clam one#two", "Did you mean 'claim'?"),
    ("add claim market-fir#dead", f"there is no subject market-fir: did you mean {FIRE}?"),
    ("rename telmroa town", "there is no telmroa: did you mean telmora?"),
    (f"rename {FIRE}#wen {FIRE}#day", f"{FIRE} has no claim wen: did you mean when?"),
    ("explain unkown-actor", "there is no rule unkown-actor: did you mean unknown-actor?"),
    ("explain zzz", "there is no rule zzz: `factbook explain` lists them all"),
    ("archive telmora-courier", f"did you mean {COURIER}?"),
    ("archive zzz", "there is no source zzz: see facts/sources for the ids"),
    ("lineage acept one", "Did you mean 'accept'?"),
    ("lineage accept zzz", "`factbook lineage --all` lists them"),
    ("assess market-fire", f"there is no assessment of market-fire: did you mean {FIRE}?"),
    ("brief market-fire -o b.pdf", f"there is no subject market-fire: did you mean {FIRE}?"),
    ("template nix", "there is no template nix: `factbook template` lists them all"),
    ("template incidnt", "did you mean briefing/incident.typ or site/incident.html?"),
    ("template site/incidnt.html", "did you mean site/incident.html?"),
    ("template clams.html", "did you mean parts/claims.html?"),
    ("list incidets", "there is no kind incidets: did you mean incidents?"),
    ("list zzz", "choose incidents, statements, actors, places, sources or conflicts"),
    ("show telmroa", "nothing here has the id telmroa: did you mean telmora?"),
    (f"show {FIRE}#wen", f"did you mean {FIRE}#when?"),
    ("why market-fire", f"nothing here has the id market-fire: did you mean {FIRE}?"),
    (f"why {FIRE} injurd", "there is no attribute injurd: did you mean injured?"),
    (f"why {FIRE} zzz", f"there is no attribute zzz: {FIRE} has "),
]


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("near") / "mine"
    start_dossier(folder)
    with (folder / "facts/incidents" / f"{FIRE}.yaml").open("a", encoding="utf-8") as file:
        file.write(ASSESSED)
    return folder


def test_every_command_that_takes_a_name_is_here() -> None:
    assert {words.split()[0] for words, _ in CASES} & set(NAMES) == set(NAMES) - WITHOUT_NAMES


@pytest.mark.parametrize(("words", "told"), CASES)
def test_a_mistyped_name_is_answered(
    mine: Path, words: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mine)
    before = sorted(Path().rglob("*"))
    ran = CliRunner().invoke(main, words.split())
    assert ran.exit_code in {1, 2}
    assert told in ran.stderr
    assert sorted(Path().rglob("*")) == before
