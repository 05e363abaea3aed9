"""`factbook lineage`: proposals on the terminal, accepted into files, refused with a reason."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from factbook.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

COPIED = (
    "The fire began in the east wing of the market hall shortly after four in the morning and spread "
    "through three rows of stalls before the first engine arrived from the harbour station."
)
STOCK = "Officials blame a rival guild for regular fires in the old halls of these towns."
TEXTS = {
    "early": f"{COPIED}\n\n{STOCK}\n",
    "late": f"{COPIED.replace('shortly', 'soon')} People slept.\n",
    "other": f"{' '.join(f'w{number}' for number in range(200))}.\n\n{STOCK}\n",
}
DAYS = {"early": "2031-03-15", "late": "2031-03-16", "other": "unknown"}


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    root = tmp_path / "mine"
    (root / "facts/sources").mkdir(parents=True)
    (tmp_path / "archived").mkdir()
    (root / "mkdocs.yml").write_text("site_name: T\nplugins: [factbook]\n")
    for name, text in TEXTS.items():
        (tmp_path / "archived" / name).write_text(text)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        (root / f"facts/sources/{name}.yaml").write_text(
            f"title: {name.title()}  # as it stands\npublisher: unknown\npublished: {DAYS[name]}\n"
            f"snapshot: {{sha256: '{sha256}'}}\n"
        )
    return root


def run(root: Path, *words: str, code: int = 0, snapshots: bool = True) -> Result:
    where = ["--snapshots", str(root.parent / "archived")] if snapshots else []
    ran = CliRunner().invoke(main, ["lineage", "--root", str(root), *where, *words])
    assert ran.exit_code == code, ran.output
    return ran


def ids(root: Path) -> dict[str, str]:
    told: dict[str, Any] = json.loads(run(root, "--format", "json").stdout)
    return {one["kind"]: one["id"] for one in told["proposals"]}


def test_passages_stand_side_by_side_with_their_differences(mine: Path) -> None:
    said = run(mine).stdout
    assert "derives_from, probable" in said
    assert "late ← early" in said
    assert "[soon]" in said
    assert "[shortly]" in said
    assert "1 link proposed, 1 passage of stock wording, from 3 documents" in said
    assert "early, own words, from character 0" in " ".join(said.split())


def test_json_has_exact_places(mine: Path) -> None:
    told = json.loads(run(mine, "--format", "json").stdout)
    [one] = [one for one in told["proposals"] if one["kind"] == "derives_from"]
    assert (one["one"], one["other"], one["directed"], one["state"]) == (
        "late",
        "early",
        True,
        "open",
    )
    for side in one["passages"][0]:
        text = TEXTS[side["source"]]
        assert text[side["start"] : side["end"]] == side["text"]
        assert "".join(piece["text"] for piece in side["pieces"]) == side["text"]


def test_what_is_accepted_is_in_the_fact_file_and_not_proposed_again(mine: Path) -> None:
    path = mine / "facts/sources/late.yaml"
    before = path.read_text()
    assert (
        "derives_from, probable: late ← early"
        in run(mine, "accept", ids(mine)["derives_from"]).stdout
    )
    added = [line for line in path.read_text().splitlines() if line not in before.splitlines()]
    because = "    because: '32 words of their own agree in 1 passage, 91% of the shorter document: one has it from the other, or both from a third document; late was published later.'"
    assert added == ["derives_from:", "  - source: early", "    certainty: probable", because]
    assert "derives_from" not in ids(mine)


def test_what_is_verified_stays_so_for_who_accepts(mine: Path) -> None:
    (mine / "facts/incidents").mkdir()
    (mine / "facts/incidents/flood.yaml").write_text(
        "title: Flood\nclaims:\n  slept:\n    attribute: account\n    value: people slept\n"
        "    cite: [{source: late, quote: People slept}]\n"
    )
    where = ["--root", str(mine), "--snapshots", str(mine.parent / "archived")]
    assert CliRunner().invoke(main, ["verify", *where]).exit_code == 0
    assert "unverified" not in run(mine, "accept", ids(mine)["derives_from"]).stderr


def test_who_accepts_after_all_takes_the_refusal_back(mine: Path) -> None:
    derives, stock = ids(mine)["derives_from"], ids(mine)["stock wording"]
    run(mine, "refuse", derives, "--because", "two hands")
    only = (mine / "facts/lineage.yaml").read_text()
    run(mine, "accept", derives)
    assert (mine / "facts/lineage.yaml").read_text() == only.partition("\n  ")[0] + " {}\n"
    run(mine, "accept", stock)
    kept = (mine / "facts/lineage.yaml").read_text()
    assert f"decisions:\n  {stock}:\n    decided: noted" in kept
    assert "already" in run(mine, "accept", derives, code=1).stderr


def test_a_second_refusal_does_not_replace_the_reason_of_the_first(mine: Path) -> None:
    one = ids(mine)["derives_from"]
    run(mine, "refuse", one, "--because", "two hands", "--on", "2031-05-09")
    kept = (mine / "facts/lineage.yaml").read_bytes()
    said = run(mine, "refuse", one, "--because", "no reason", code=1).stderr
    assert "was refused on 2031-05-09 (two hands)" in said
    assert (mine / "facts/lineage.yaml").read_bytes() == kept


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_refusal_that_is_taken_back_leaves_the_others_as_they_were(mine: Path, ends: str) -> None:
    derives, stock = ids(mine)["derives_from"], ids(mine)["stock wording"]
    path = mine / "facts/lineage.yaml"
    run(mine, "accept", stock, "--on", "2031-05-09")
    lines = (
        path.read_text().rstrip().replace("decided: noted", "decided: noted  # so") + "\n# end\n"
    )
    path.write_bytes(lines.replace("\n", ends).encode())
    before = path.read_bytes()
    run(mine, "refuse", derives, "--because", "two hands")
    assert path.read_bytes() != before
    run(mine, "accept", derives)
    assert path.read_bytes() == before


@pytest.mark.parametrize("certainty", ["possible", "certain"])
def test_an_editor_says_how_sure_a_link_is(mine: Path, certainty: str) -> None:
    one = ids(mine)["derives_from"]
    run(mine, "accept", one, "--certainty", certainty, "--because", "The byline says so.")
    kept = (mine / "facts/sources/late.yaml").read_text()
    assert f"certainty: {certainty}\n    because: The byline says so.\n" in kept


def test_stock_wording_is_noted(mine: Path) -> None:
    run(mine, "accept", ids(mine)["stock wording"], "--on", "2031-05-09", "--by", "desk")
    kept = (mine / "facts/lineage.yaml").read_text()
    assert "decided: noted" in kept
    assert "on: 2031-05-09" in kept
    assert "0 passages of stock wording" in run(mine).stdout


def test_what_is_refused_is_kept_and_shown_again_when_the_text_changes(mine: Path) -> None:
    one = ids(mine)["derives_from"]
    run(
        mine,
        "refuse",
        one,
        "--because",
        "one press release: x",
        "--by",
        "desk",
        "--on",
        "2031-05-09",
    )
    said = run(mine).stdout
    assert one not in said
    assert "1 proposal decided before" in said
    assert "refused on 2031-05-09, desk: one press release: x" in run(mine, "--all").stdout
    CliRunner().invoke(
        main, ["rename", "late", "latest", "--root", str(mine)], catch_exceptions=False
    )
    assert "0 links proposed" in run(mine).stdout
    CliRunner().invoke(
        main, ["rename", "latest", "late", "--root", str(mine)], catch_exceptions=False
    )
    fmt = CliRunner().invoke(
        main, ["fmt", "--check", "--root", str(mine), str(mine / "facts/lineage.yaml")]
    )
    assert fmt.exit_code == 0, fmt.output
    text = TEXTS["late"].replace("east wing", "west wing")
    (mine.parent / "archived/late").write_text(text)
    source = mine / "facts/sources/late.yaml"
    old, new = (hashlib.sha256(words.encode()).hexdigest() for words in (TEXTS["late"], text))
    source.write_text(source.read_text().replace(old, new))
    assert "its texts have changed since" in run(mine).stdout


def test_without_a_date_somebody_must_say_which_came_first(mine: Path) -> None:
    source = mine / "facts/sources/late.yaml"
    source.write_text(source.read_text().replace("2031-03-16", "unknown"))
    one = ids(mine)["derives_from"]
    assert "say it with --from" in run(mine, "accept", one, code=1).stderr
    assert "name one of them" in run(mine, "accept", one, "--from", "other", code=1).stderr
    run(mine, "accept", one, "--from", "late")
    assert (
        "derives_from:\n  - source: late\n    certainty: probable\n"
        in (mine / "facts/sources/early.yaml").read_text()
    )


def test_what_is_wrong_is_said(mine: Path) -> None:
    assert (
        "nothing of the id d-0 is proposed, or it is" in run(mine, "accept", "d-0", code=1).stderr
    )
    assert "--because" in run(mine, "refuse", "d-0", code=2).stderr
    said = run(mine, snapshots=False).stdout
    assert "Not compared, without an archived text: 3 documents" in said


def test_an_idle_decision_is_a_warning(mine: Path) -> None:
    run(mine, "refuse", ids(mine)["derives_from"], "--because", "b")
    (mine / "facts/sources/late.yaml").unlink()
    ran = CliRunner().invoke(main, ["check", "--root", str(mine)])
    assert "[idle-decision]" in ran.stderr
    assert "this decision is about late, which is not there" in ran.stderr


def test_the_folder_can_be_named_once_for_all(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTBOOK_SNAPSHOTS", str(mine.parent / "archived"))
    assert "1 link proposed" in run(mine, snapshots=False).stdout


def test_snapshots_that_the_dossier_names_are_taken(mine: Path) -> None:
    (mine / "mkdocs.yml").write_text(
        "site_name: T\nplugins:\n  - factbook: {snapshots: ../archived}\n"
    )
    assert "1 link proposed" in run(mine, snapshots=False).stdout


def test_a_folder_that_is_not_there_is_said(mine: Path) -> None:
    said = run(mine, "--snapshots", str(mine / "none"), snapshots=False)
    assert "there is no folder" in said.stderr
