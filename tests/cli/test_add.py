from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli import add, asking
from factbook.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Snapshot = Callable[[Path], dict[str, bytes]]

FIRE = "facts/incidents/2031-03-14-market-fire.yaml"
QUOTED = ["--source", "telmora-courier-2031-03-15", "--quote", "on Friday, 14 March"]


def run(mine: Path, *words: str, answers: str = "") -> Result:
    ran = CliRunner().invoke(main, [*words, "--root", str(mine)], input=answers)
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran


def test_add_makes_files_and_claims_from_options(mine: Path) -> None:
    flood = ("2031-04-01-flood", "--title", "Flood: the big one", "--date", "2031-03-14")
    assert run(mine, "add", "incident", *flood).exit_code == 0
    claim = ("--attribute", "date", "--value", "2031-03-14", *QUOTED)
    ran = run(mine, "add", "claim", "2031-04-01-flood#when", *claim)
    assert ran.exit_code == 0
    assert ran.stderr.count(": warning: ") == ran.stderr.count(": warning: this quote is not") == 1
    assert "error" not in ran.stderr
    text = (mine / "facts/incidents/2031-04-01-flood.yaml").read_text()
    assert text.startswith("title: 'Flood: the big one'\ndate: 2031-03-14\nclaims:\n  when:\n")
    assert (
        run(mine, "fmt", "--check", str(mine / "facts/incidents/2031-04-01-flood.yaml")).exit_code
        == 0
    )
    assert "1 warning" in run(mine, "check").stdout  # the quote is not verified


UNNAMED = ("--unnamed", "a man", "--to", "gazette", "--of", "age=child")
KILLED = ("2031-03-14-market-fire#killed", "--attribute", "killed", "--value", "3", *QUOTED)


def test_a_claim_with_errors_is_told_and_not_written(mine: Path, snapshot: Snapshot) -> None:
    before = snapshot(mine)
    ran = run(mine, "add", "claim", *KILLED, *UNNAMED)
    assert (ran.exit_code, ran.stdout, snapshot(mine) == before) == (1, "", True)
    for place, words in (
        (":160:12: error: no quote of killed says 3", "quote the words that say it, or add"),
        (":161:32: error: there is no actor gazette", "add facts/actors/gazette.yaml with a title"),
    ):
        assert f"{FIRE}{place}" in ran.stderr, ran.stderr
        assert words in ran.stderr
    assert ran.stderr.endswith("or write it as it is with --unfinished\n")


def test_who_says_so_may_write_it_unfinished(mine: Path) -> None:
    ran = run(mine, "add", "claim", *KILLED, *UNNAMED, "--unfinished")
    assert (ran.exit_code, "there is no actor gazette" in ran.stderr) == (0, True)
    assert "says: {unnamed: a man, to: gazette}" in (mine / FIRE).read_text()


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1)])
def test_on_a_terminal_it_asks_before_answers_are_lost(
    mine: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr(add, "is_terminal", lambda: True)
    before = (mine / FIRE).read_text()
    ran = run(mine, "add", "claim", *KILLED, *UNNAMED, answers=answer)
    assert (ran.exit_code, "Write it all the same" in ran.stdout) == (code, True)
    assert ((mine / FIRE).read_text() == before) is bool(code)


def test_a_subject_and_what_it_names_can_be_added_step_by_step(mine: Path) -> None:
    flood = ("add", "incident", "flood", "--title", "Flood", "--date", "2031-03-14")
    by = ("--attribute", "date", "--value", "2031-03-14", *QUOTED, "--says", "gazette")
    claim = ("add", "claim", "flood#when", *by)
    steps = (
        ((*flood, "--place", "river"), 1, "there is no place river"),
        (flood, 0, "no claim supports the date 2031-03-14"),
        (claim, 1, "there is no actor gazette"),
        (("add", "actor", "gazette", "--title", "Gazette"), 0, ""),
        (claim, 0, ""),
    )
    for words, code, told in steps:
        ran = run(mine, *words)
        assert ran.exit_code == code, ran.stderr
        assert told in ran.stderr
    assert "error" not in run(mine, "check").stderr


def test_what_a_claim_does_to_the_rest_is_told_and_no_obstacle(mine: Path) -> None:
    weighed = "injured-three, injured-at-least-seven, injured-eight"
    with (mine / FIRE).open("a") as file:
        file.write(
            "assessments:\n  injured: {attribute: injured, conclusion: unresolved, method: pending,"
            f" confidence: low, because: B, weighs: [{weighed}], by: desk, on: 2031}}\n"
        )
    one = ("--attribute", "injured", "--value", "1", "--says", "traders-association")
    quoted = ("--source", "telmora-courier-2031-03-15", "--quote", "one injured", "--because", "B")
    inferred = ("--inferred-from", "telmora-courier-2031-03-15")
    ran = run(mine, "add", "claim", "2031-03-14-market-fire#one", *one, *quoted, *inferred)
    assert ran.exit_code == 0, ran.stderr
    assert "error: " in ran.stderr
    assert "[unweighed-claim]" in ran.stderr
    assert "  one:\n    attribute: injured\n" in (mine / FIRE).read_text()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("actor", "telmora", "--title", "T"), "telmora is taken by facts/places/telmora.yaml"),
        (("actor", "No-Id", "--title", "T"), "No-Id is no id"),
        (("actor", "one"), "something is missing: add --title"),
        (("statement", "one", "--title", "T"), "something is missing: add --by, --on"),
        (
            ("source", "one", "--title", "T", "--publisher", "unknown", "--published", "soon"),
            "facts/sources/one.yaml:3:12: error: soon is no date",
        ),
        (("claim", "telmora", "--value", "3"), "nothing is no id of a claim"),
        (("claim", "telmroa#one"), "there is no subject telmroa: did you mean telmora?"),
        (("claim", "telmora-courier-2031-03-15#one"), "telmora-courier-2031-03-15 is a source"),
        (
            ("claim", "2031-03-14-market-fire#when"),
            "2031-03-14-market-fire has a claim when already",
        ),
        (("claim", "telmora#one"), "something is missing: add --attribute, --value"),
        (
            ("claim", "telmora#one", "--attribute", "account", "--value", "3"),
            "something is missing: add --source, --quote",
        ),
        (
            (
                "claim",
                "telmora#one",
                "--attribute",
                "account",
                "--value",
                "3",
                "--of",
                "age",
                *QUOTED,
            ),
            "--of age: write AXIS=TERM",
        ),
    ],
)
def test_add_refuses_and_writes_nothing(
    mine: Path, words: tuple[str, ...], reason: str, snapshot: Snapshot
) -> None:
    before = snapshot(mine)
    ran = run(mine, "add", *words)
    assert (ran.exit_code, snapshot(mine) == before) == (1, True)
    assert ran.stderr.startswith(reason), ran.stderr


def test_on_a_terminal_add_asks_for_what_is_missing(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    ran = run(mine, "add", "actor", "mayor", answers="The mayor\nking\nperson\n")
    assert "kind (person, organisation" in ran.stdout
    assert "king is none of: person" in ran.stdout
    assert (mine / "facts/actors/mayor.yaml").read_text() == "title: The mayor\nkind: person\n"
    answers = (
        "account\nloud\nmayor\ntelmora-courier-2031-03-15\nin the market hall of Telmora\n\n\n"
    )
    assert run(mine, "add", "claim", "mayor#loud", answers=answers).exit_code == 0
    text = (mine / "facts/actors/mayor.yaml").read_text()
    assert "    value: loud\n    says: mayor\n    cite:\n" in text


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--to", "telmora-courier"], "--to says nothing without --unnamed"),
        (["--because", "so"], "--because says nothing without --inferred-from"),
        (["--says", "mayor", "--unnamed", "x", "--to", "telmora-courier"], "choose one"),
        (["--value", "17 November 2020", "--attribute", "date"], "2020-11-17"),
        (["--attribute", "rocket_fired"], "did you mean rockets_fired?"),
    ],
)
def test_add_writes_nothing_that_it_knows_to_be_wrong(
    mine: Path, options: list[str], words: str, snapshot: Snapshot
) -> None:
    before = snapshot(mine)
    given = {"--attribute": "account", "--value": "a", "--source": "telmora-courier-2031-03-15"}
    given["--quote"] = "in the market hall of Telmora"
    flags = [part for pair in given.items() if pair[0] not in options for part in pair]
    ran = run(mine, "add", "claim", "2031-03-14-market-fire#new", *flags, *options)
    assert ran.exit_code == 1
    assert words in ran.stderr
    assert snapshot(mine) == before


def test_commas_in_words_make_no_list(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    answers = (
        "account\nkill, burn and loot\n\n\ntelmora-courier-2031-03-15\nin the market hall\n\n\n"
    )
    ran = run(mine, "add", "claim", "2031-03-14-market-fire#loot", answers=answers)
    assert ran.exit_code == 0, ran.output
    assert "    value: kill, burn and loot\n" in (mine / FIRE).read_text()
