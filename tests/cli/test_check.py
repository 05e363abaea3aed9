from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "site_name: T\ntheme: {name: factbook}\nplugins:\n  - factbook:\n      format: 1\n"
CLAIM = "  c{0}: {{attribute: killed, value: 1, cite: [{{source: papper, quote: one}}]}}\n"


def check(folder: Path, *options: str) -> tuple[int, str, str]:
    ran = CliRunner().invoke(main, ["check", "--root", str(folder), *options])
    assert "Traceback" not in ran.output
    return ran.exit_code, ran.stdout, ran.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier in which one claim cites a source that is not there, and one actor is a leftover."""
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    for kind in ("incidents", "actors"):
        (tmp_path / "facts" / kind).mkdir(parents=True)
    fire = tmp_path / "facts" / "incidents" / "fire.yaml"
    fire.write_text(f"title: Fire\nclaims:\n{CLAIM.format(1)}")
    (tmp_path / "facts" / "actors" / "nobody.yaml").write_text("title: Nobody\n")
    return tmp_path


def test_json_and_sarif_are_one_document_on_standard_output(folder: Path) -> None:
    code, out, err = check(folder, "--format", "json")
    assert (code, err) == (1, "")
    assert [(one["rule"], one["path"], one["line"]) for one in json.loads(out)["problems"]] == [
        ("unreached-subject", "facts/actors/nobody.yaml", 1),
        ("unknown-source", "facts/incidents/fire.yaml", 3),
    ]
    code, out, err = check(folder, "--format", "sarif")
    assert (code, err) == (1, "")
    assert len(json.loads(out)["runs"][0]["results"]) == 2


def test_github_gets_paths_from_the_top_of_the_repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.parent))
    _, out, _ = check(folder, "--format", "github")
    first, second = out.splitlines()
    assert first.startswith(f"::warning file={folder.name}/facts/actors/nobody.yaml,line=1,")
    assert second.startswith(f"::error file={folder.name}/facts/incidents/fire.yaml,line=3,")


def test_in_github_actions_text_stays_text_unless_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    _, out, err = check(folder)
    assert "::error" not in out + err
    assert "error: there is no source papper" in err


def test_without_problems_github_gets_nothing(folder: Path) -> None:
    (folder / "facts" / "actors" / "nobody.yaml").unlink()
    (folder / "facts" / "incidents" / "fire.yaml").write_text("title: Fire\n")
    assert check(folder, "--format", "github") == (0, "", "")


def test_ten_thousand_problems_come_in_order_and_are_summed_up(folder: Path) -> None:
    claims = "".join(CLAIM.format(number) for number in range(10_000))
    fire = folder / "facts" / "incidents" / "fire.yaml"
    fire.write_text(f"title: Fire\nclaims:\n{claims}")
    began = time.monotonic()
    _, out, err = check(folder)
    assert time.monotonic() - began < 30
    shown = [line for line in err.splitlines() if ": error: " in line or ": warning: " in line]
    assert len(shown) == 200
    assert [int(line.split(":")[1]) for line in shown[1:]] == list(range(3, 202))
    assert "… and 9801 errors more, by rule:" in err
    assert "  9,801  facts/incidents/fire.yaml" in err
    assert out.endswith(": 10000 errors, 1 warning\n")
    _, _, everything = check(folder, "--all")
    assert everything.count(": error: ") == 10_000
    assert " more, by rule:" not in everything
    _, document, _ = check(folder, "--format", "json")
    assert len(json.loads(document)["problems"]) == 10_001


def test_a_dossier_chooses_severities(folder: Path) -> None:
    settings = folder / "mkdocs.yml"
    severity = "      severity: {unreached-subject: error}\n"
    settings.write_text(SETTINGS + severity)
    assert "error: nothing refers to nobody" in check(folder)[2]
    settings.write_text(SETTINGS + severity.replace("error", "off"))
    assert "nobody" not in check(folder)[2]


def test_what_keeps_the_first_promise_cannot_be_lowered(folder: Path) -> None:
    settings = folder / "mkdocs.yml"
    settings.write_text(SETTINGS + "      severity:\n        unknown-source: off\n")
    code, _, err = check(folder)
    assert code == 1
    assert "mkdocs.yml:7:25: error: unknown-source is an error in every dossier" in err
    assert "there is no source papper" in err
