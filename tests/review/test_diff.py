"""The command that prints a review, and what it says when there is nothing to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result
    from tests.review.conftest import Repository

    Edited = Callable[[str], Path]

F = "facts/incidents/fire.yaml"
FOUR = (
    "  four: {attribute: killed, value: 4, says: deputy, cite: [{source: leaflet, quote: four}]}\n"
)


def diff(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--root", str(folder), *arguments])


def test_the_working_folder_is_compared_with_where_the_branch_left_main(
    repository: Repository, edited: Edited
) -> None:
    ran = diff(edited(repository.fire + FOUR))
    assert ran.exit_code == 0, ran.output
    assert ran.stdout.splitlines()[0] == "1 subject: 1 claim added, 1 conflict opened"
    assert f"      {F}:13\n" in ran.stdout
    assert "Fire [fire]" in ran.stdout


def test_a_report_for_a_pull_request_is_markdown_in_which_nothing_of_the_facts_is_markup(
    repository: Repository, edited: Edited
) -> None:
    folder = edited(repository.fire.replace("a hall", '"<img src=x> *hall* | [x](y)"'))
    ran = diff(folder, "--format", "markdown")
    assert "**1 subject: 1 value changed**" in ran.stdout
    assert "### Fire" in ran.stdout
    assert r"\<img src=x\> \*hall\* \| \[x\](y)" in ran.stdout


def test_the_same_facts_say_so(repository: Repository) -> None:
    ran = diff(repository.folder, "main", "main")
    assert (ran.exit_code, ran.stdout) == (0, "The facts are the same.\n")


@pytest.mark.parametrize("revision", ["nowhere", "--all", "HEAD~99"])
def test_an_unknown_revision_is_a_clear_error(repository: Repository, revision: str) -> None:
    ran = diff(repository.folder, "--", revision, "main")
    assert ran.exit_code == 1
    assert f"there is no revision {revision}" in ran.stderr


def test_a_revision_with_broken_facts_is_a_clear_error_with_the_problem(
    repository: Repository,
) -> None:
    repository.branch("broken", {"incidents/fire.yaml": "title: T\nplcae: x\n"})
    ran = diff(repository.folder, "main", "broken")
    assert ran.exit_code == 1
    assert f"{F}:2:1: error: there is no key plcae here" in ran.stderr
    assert "the facts of broken are broken" in ran.stderr
    assert ran.stdout == ""


def test_a_folder_that_is_no_repository_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [factbook]\n")
    ran = diff(tmp_path)
    assert ran.exit_code == 1
    assert "is not in a git repository" in ran.stderr


def test_nothing_is_checked_out(repository: Repository) -> None:
    repository.branch("other", {"actors/other.yaml": "title: Other\n"})
    assert diff(repository.folder, "main", "other").exit_code == 0
    assert repository.git("status", "--porcelain") == ""
    assert repository.git("branch", "--show-current") == "main"


def test_a_contested_family_is_told_by_what_stands_against_what(
    repository: Repository,
) -> None:
    many = "".join(
        f"  p{number}: {{attribute: killed, value: {value}, says: deputy, of: {{sex: {sex}}}, "
        f"cite: [{{source: leaflet, quote: '{value}'}}]}}\n"
        for number, (value, sex) in enumerate([(1, "male"), (2, "male"), (2, "female")])
    )
    split = "3 or 1 male person, against 2 male people or 4"  # no word of who agrees with all
    told = f"conflict closed: How many people were killed? {split}\n"
    repository.branch("contested", {"incidents/fire.yaml": repository.fire + many + FOUR})
    ran = diff(repository.folder, "contested", "main")
    assert told in ran.stdout, ran.stdout
    ran = diff(repository.folder, "contested", "main", "--format", "markdown")
    assert told.replace("closed", "closed**").replace("\n", " (before, `") in ran.stdout


def test_a_long_line_goes_on_below_and_no_word_is_cut(
    repository: Repository, edited: Edited
) -> None:
    words = "a hall of the old market, " * 10 + "x" * 120
    ran = diff(edited(repository.fire.replace("a hall", f"'{words}'")))
    lines = ran.stdout.splitlines()
    start = next(number for number, line in enumerate(lines) if "~ value changed" in line)
    end = next(number for number, line in enumerate(lines) if line.startswith(f"      {F}:"))
    assert end - start == 6
    assert all(line.startswith("      ") for line in lines[start + 1 : end])
    assert all(len(line) <= 100 for line in lines[start:end] if "xxx" not in line)
    assert " ".join(line.strip() for line in lines[start:end]).count("x" * 120) == 1
