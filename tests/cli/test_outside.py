"""Outside of a dossier every command says the same sentence, writes nothing and fails."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import NAMES, main

if TYPE_CHECKING:
    from pathlib import Path

NO_FILE = (
    "there is no mkdocs.yml here that can be read: run this in the folder of a dossier, "
    "or start one with `factbook new FOLDER`\n"
)
NO_PLUGIN = "mkdocs.yml does not use the plugin factbook: add `plugins: [factbook]` to mkdocs.yml\n"
NEEDS_NONE = {"new", "explain"}
CALLS = (
    "add actor one --title One",
    "add claim one#two",
    "fmt",
    "fmt --check",
    "rename one two",
    "check",
    "archive one",
    "archive --all",
    "verify",
    "verify --check",
    "lineage",
    "lineage --format json",
    "assess",
    "build",
    "serve --port 0",
    "size",
    "brief one -o one.pdf",
    "diff",
    "diff one two",
    "template site/incident.html",
    "template nix",
    "upgrade",
    "list",
    "list --json",
    "show one",
    "why one",
    "todo",
    "todo --json",
    "schema",
    "schema --data",
)
BELOW = ("lineage accept one", "lineage refuse one --because so")


def rooted(call: str, folder: Path) -> list[str]:
    name, *rest = call.split()
    root = ["--root", str(folder)]
    return [name, *root, *rest] if call in BELOW else [name, *rest, *root]


def test_every_command_is_called() -> None:
    assert {call.split()[0] for call in CALLS} == set(NAMES) - NEEDS_NONE


@pytest.mark.parametrize("call", [*CALLS, *BELOW])
def test_outside_of_a_dossier_there_is_one_sentence(tmp_path: Path, call: str) -> None:
    ran = CliRunner().invoke(main, rooted(call, tmp_path))
    assert (ran.exit_code, ran.stderr, ran.stdout) == (1, NO_FILE, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [*CALLS, *BELOW])
def test_a_site_of_another_kind_is_no_dossier(tmp_path: Path, call: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Another\n")
    ran = CliRunner().invoke(main, rooted(call, tmp_path))
    assert (ran.exit_code, ran.stderr, ran.stdout) == (1, NO_PLUGIN, "")
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


def test_programs_are_told_as_of_any_problem(tmp_path: Path) -> None:
    ran = CliRunner().invoke(main, ["check", "--format", "json", "--root", str(tmp_path)])
    assert ran.exit_code == 1
    assert [one["rule"] for one in json.loads(ran.stdout)["problems"]] == ["no-dossier"]


def test_two_revisions_without_a_dossier_are_not_the_same(tmp_path: Path) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "nothing"]):
        subprocess.run([*git, *words], check=True)  # noqa: S603 - a repository of this test
    ran = CliRunner().invoke(main, ["diff", "HEAD", "HEAD", "--root", str(tmp_path)])
    assert (ran.exit_code, ran.stderr) == (1, NO_FILE)


@pytest.mark.parametrize("call", ["fmt", "size", "upgrade"])
def test_a_configuration_that_is_broken_is_told_with_its_place(tmp_path: Path, call: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [\n")
    ran = CliRunner().invoke(main, [call, "--root", str(tmp_path)])
    assert (ran.exit_code, ran.stderr.startswith("mkdocs.yml:2:1: error: ")) == (1, True)


def test_templates_and_schemas_of_data_need_no_dossier(tmp_path: Path) -> None:
    listed = CliRunner().invoke(main, ["template", "--root", str(tmp_path)])
    assert "site/incident.html\n" in listed.stdout
    out = tmp_path / "out"
    written = CliRunner().invoke(main, ["schema", "--data", "--out", str(out)])
    assert (written.exit_code, len(list(out.iterdir()))) == (0, 6)
