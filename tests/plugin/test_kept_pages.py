"""Builds over an old site: pages that rest on the same are taken over, all others made anew."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.outputs.kept_pages import PIECE, last_pages
from factbook.outputs.publishing.manifest import files_below
from factbook.plugin import press
from factbook.plugin.build import build_site
from factbook.plugin.keeper import Keeper
from factbook.reading.cache_folder import cache_folder
from factbook.reading.kept import NOTHING_KEPT, Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier
    from factbook.outputs.publishing.stage import Stage
    from factbook.plugin.beside import Work
    from factbook.rendering.page import Waiting

    Edit = Callable[[Path], object]

FIRE = "incidents/2031-03-14-market-fire/"
FILE = f"facts/{FIRE[:-1]}.yaml"


def silent(_dossier: Dossier, _problems: Sequence[Problem]) -> None:
    """Report to nobody."""


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The addresses of the pages that were taken over."""
    found: set[str] = set()
    asked = Keeper.takes_over

    def takes_over(self: Keeper, page: Waiting, name: str, stage: Stage) -> bool:
        answer = asked(self, page, name, stage)
        if answer:
            found.add(page.address)
        return answer

    monkeypatch.setattr(Keeper, "takes_over", takes_over)
    return found


def built(
    root: Path, kept: Kept, second: Path | None = None, *, searched: bool = False
) -> dict[str, bytes]:
    made = build_site(root, silent, strict=False, searched=searched, kept=kept, second=second)
    assert not isinstance(made, str), made
    return {name: (made / name).read_bytes() for name in files_below(made)}


def clean(root: Path, *, searched: bool = False) -> dict[str, bytes]:
    """What a build makes that knows nothing of any other."""
    copy = root.with_name("clean")
    shutil.copytree(root, copy)
    shutil.rmtree(copy / "site")
    try:
        return built(copy, NOTHING_KEPT, searched=searched)
    finally:
        shutil.rmtree(copy)


def replaced(name: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def test_what_nothing_has_changed_is_taken_over(mine: Path, taken: set[str]) -> None:
    first = built(mine, Kept.of(mine))
    assert not taken
    assert built(mine, Kept.of(mine)) == first
    assert taken == last_pages(Kept.of(mine)).keys()


def test_an_edit_reaches_the_pages_that_rest_on_it(mine: Path, taken: set[str]) -> None:
    built(mine, Kept.of(mine))
    every = last_pages(Kept.of(mine)).keys()
    replaced(FILE, "note: This", "note: Indeed, this")(mine)
    assert built(mine, Kept.of(mine)) == clean(mine)
    assert FIRE not in taken
    assert {"places/", "actors/", "sources/", "actors/ambulance-association/"} <= taken
    taken.clear()
    replaced(FILE, "title: Fire", "title: A fire")(mine)
    assert built(mine, Kept.of(mine)) == clean(mine)
    assert {FIRE, "incidents/", f"conflicts/{FIRE[10:-1]}.casualties/"} <= every - taken
    assert "weighing/" in taken


def written(name: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return edit


def altered(_root: Path) -> None:
    """The piece in the cache, as somebody else may have changed it."""
    [piece] = cache_folder_of_tests().rglob(PIECE)
    piece.write_bytes(piece.read_bytes()[:-1] + b"?")


def cache_folder_of_tests() -> Path:
    folder = cache_folder()
    assert folder
    return folder


def test_another_run_finds_the_same(
    root: Path, tmp_path: Path, factbook: str, taken: set[str]
) -> None:
    mine = tmp_path / "mine"
    for name in ("facts", "site_src"):
        shutil.copytree(root / name, mine / name)
    shutil.copy(root / "mkdocs.yml", mine)
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [factbook, "build", "--no-search", "--root", str(mine)]
        subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603 - ours
    built(mine, Kept.of(mine))
    every = last_pages(Kept.of(mine)).keys()
    assert len(every) > 100
    assert len(taken) > len(every) * 0.95  # a set of several looks different in each run


BESIDE: tuple[tuple[str, Edit, set[str]], ...] = (
    ("nothing", lambda _: None, {"data", "search"}),
    (
        "a template",
        written("templates/parts/new.html", "<p>Nothing asks for it.</p>"),
        {"data", "search"},
    ),
    ("a note", replaced(FILE, "note: This", "note: Indeed, this"), {"search"}),
    ("a title", replaced(FILE, "title: Fire", "title: A fire"), set()),
    ("a page", written("site_src/more.md", "# More\n\nOf this.\n"), {"data"}),
    ("a lost file", lambda root: (root / "site/data/claims.csv").unlink(), {"search"}),
    ("a changed file", lambda root: (root / "site/search/index.json").write_text("{}"), {"data"}),
)


@pytest.mark.parametrize(
    ("edit", "same"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE]
)
def test_what_lies_beside_is_made_anew_if_it_is_made_from_something_else(
    mine: Path, monkeypatch: pytest.MonkeyPatch, edit: Edit, same: set[str]
) -> None:
    built(mine, Kept.of(mine), searched=True)
    edit(mine)
    made: set[str] = set()
    write = press._write  # noqa: SLF001 - what it is asked to write is what is not taken over

    def noted(work: Work, share: Stage) -> None:
        made.add(work.name)
        write(work, share)

    monkeypatch.setattr(press, "_write", noted)
    found = built(mine, Kept.of(mine), searched=True)
    assert made == {"data", "search"} - same
    assert found == clean(mine, searched=True)


REACH_ALL: tuple[tuple[str, Edit], ...] = (
    ("the site's name", replaced("mkdocs.yml", "site_name: ", "site_name: Our ")),
    ("addresses", replaced("mkdocs.yml", "docs_dir", "use_directory_urls: false\ndocs_dir")),
    ("the navigation", replaced("mkdocs.yml", "  - Data: data/index.md\n", "")),
    ("the vocabulary", replaced("facts/vocabulary.yaml", "weight: 2", "weight: 3")),
    ("a template", written("templates/parts/new.html", "<p>Nothing asks for it.</p>")),
    ("the cache", altered),
)


@pytest.mark.parametrize("edit", [row[1] for row in REACH_ALL], ids=[row[0] for row in REACH_ALL])
def test_what_all_pages_rest_on_reaches_all(mine: Path, taken: set[str], edit: Edit) -> None:
    built(mine, Kept.of(mine))
    edit(mine)
    assert built(mine, Kept.of(mine)) == clean(mine)
    assert not taken


def test_a_page_that_somebody_has_changed_in_the_site_is_made_anew(
    mine: Path, taken: set[str]
) -> None:
    first = built(mine, Kept.of(mine))
    for name in (f"{FIRE}index.html", "places/index.html"):
        replaced(f"site/{name}", "</h1>", "</h1>Believe us.")(mine)
    (mine / "site/timeline/index.html").unlink()
    assert built(mine, Kept.of(mine)) == first
    assert {FIRE, "places/", "timeline/"}.isdisjoint(taken)
    assert "weighing/" in taken


def test_of_a_second_root_no_page_is_kept(mine: Path, tmp_path: Path, taken: set[str]) -> None:
    second = tmp_path / "second"
    written("facts/incidents/secret.yaml", "title: Secret\n")(second)
    both = built(mine, Kept.of(mine), second)
    assert any("secret" in name for name in both)
    assert last_pages(Kept.of(mine)) == {}
    assert built(mine, Kept.of(mine), second) == both
    assert not taken
    assert all(
        b"ecret" not in one.read_bytes()
        for one in cache_folder_of_tests().rglob("*")
        if one.is_file()
    )


def test_the_command_keeps_pages_unless_told_not_to(mine: Path, taken: set[str]) -> None:
    run = CliRunner().invoke
    assert run(main, ["build", "--no-cache", "--root", str(mine)]).exit_code == 0
    assert last_pages(Kept.of(mine)) == {}
    assert run(main, ["build", "--root", str(mine)]).exit_code == 0
    assert last_pages(Kept.of(mine))
    assert run(main, ["build", "--no-cache", "--root", str(mine)]).exit_code == 0
    assert not taken
    again = run(main, ["build", "--root", str(mine)])
    assert " 0 written" in again.output
    assert taken
