from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.cli.size import in_words
from factbook.exchange.new import start_dossier
from factbook.outputs.publishing import limits

if TYPE_CHECKING:
    from pathlib import Path

LOW = limits.Limit("Small Pages", "files", 10, 2026)
EDGE = limits.Limit("Edge Pages", "largest", 1_000_000, 2026)


def test_a_site_is_listed_with_its_largest_pages_and_what_hosts_take(tmp_path: Path) -> None:
    start_dossier(tmp_path / "mine")
    run = CliRunner().invoke
    root = ["--root", str(tmp_path / "mine")]
    assert "factbook build" in run(main, ["size", *root]).stderr
    assert run(main, ["build", *root]).exit_code == 0
    shown = run(main, ["size", "--most", "2", *root])
    assert shown.exit_code == 0
    assert "conflicts/" in shown.output or "checks/index.html" in shown.output
    pages = shown.output.partition("Largest pages")[2].partition("Largest other")[0]
    assert pages.count(".html") == 2
    assert "GitHub Pages: 1.0 GB in all" in shown.output
    assert shown.output.count(": fits (known in") == len(limits.LIMITS)


def test_a_build_says_so_only_where_a_limit_is_near(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_dossier(tmp_path / "mine")
    run = CliRunner().invoke
    quiet = run(main, ["build", "--root", str(tmp_path / "mine")])
    assert "factbook size" not in quiet.stderr
    monkeypatch.setattr(limits, "LIMITS", (LOW, EDGE))
    told = run(main, ["build", "--root", str(tmp_path / "mine")])
    assert told.exit_code == 0
    assert "more than the 10 files that Small Pages takes; see `factbook size`" in told.stderr
    assert "Edge Pages" not in told.stderr


def test_without_a_dossier_it_says_so(tmp_path: Path) -> None:
    shown = CliRunner().invoke(main, ["size", "--root", str(tmp_path)])
    assert shown.exit_code == 1
    assert "there is no mkdocs.yml" in shown.stderr


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (26_214_400, "26.2 MB"),
        (10**9, "1.0 GB"),
        (10**13, "10000.0 GB"),
    ],
)
def test_sizes_are_told_in_the_unit_that_fits(number: int, words: str) -> None:
    assert in_words(number) == words
