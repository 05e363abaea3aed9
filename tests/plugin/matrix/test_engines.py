"""One engine does without the other; and plugins that make pages and navigation themselves."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factbook.exchange.new import start_dossier

if TYPE_CHECKING:
    from pathlib import Path

INCIDENT = "2031-03-14-market-fire"
WATCH = """
import sys
sys.argv = [{command}]
from {module} import {entry} as entry
try:
    entry()
except SystemExit as done:
    assert not done.code, done.code
files = [str(getattr(one, "__file__", "")) for one in list(sys.modules.values())]
assert any("/{engine}/commands/build" in one for one in files), "this engine was to be used"
assert not [one for one in files if "/site-packages/{other}/" in one], "and this one was not"
"""
OWN = ("'build', '--strict', '-f', 'mkdocs.yml'", "{engine}.__main__", "cli")
OURS = ("'build', '--strict'", "factbook.cli.main", "main")


@pytest.fixture
def fire(tmp_path: Path) -> Path:
    start_dossier(tmp_path / "mine")
    return tmp_path / "mine"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the engine under test
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("engine", "other", "file", "how"),
    [
        ("mkdocs", "properdocs", "mkdocs.yml", OWN),
        ("properdocs", "mkdocs", "mkdocs.yml", OWN),
        ("mkdocs", "properdocs", "mkdocs.yml", OURS),
        ("mkdocs", "properdocs", "mkdocs.yaml", OURS),
        ("properdocs", "mkdocs", "properdocs.yml", OURS),
    ],
)
def test_the_engine_that_is_not_used_is_not_imported(
    fire: Path, engine: str, other: str, file: str, how: tuple[str, str, str]
) -> None:
    (fire / "mkdocs.yml").rename(fire / file)
    options, module, entry = how
    program = WATCH.format(
        command=f"{engine!r}, {options}",
        module=module.format(engine=engine),
        entry=entry,
        engine=engine,
        other=other,
    )
    done = run(fire, "-c", program)
    assert done.returncode == 0, done.stderr
    assert (fire / "site" / "incidents" / INCIDENT / "index.html").is_file()


def test_a_fault_is_told_with_its_place_in_whatever_the_file_is_called(fire: Path) -> None:
    path = fire / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("facts: facts ", "fact: facts ")
    path.unlink()
    (fire / "properdocs.yml").write_text(text, encoding="utf-8")
    line = text[: text.index("fact: facts")].count("\n") + 1
    check = "from factbook.cli.main import main; main(['check'])"
    for done in (run(fire, "-c", check), run(fire, "-m", "properdocs", "build", "-q")):
        assert done.returncode != 0
        assert f"properdocs.yml:{line}:" in done.stderr
        assert "did you mean facts?" in done.stderr


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_navigation_that_a_plugin_reads_from_markdown_takes_fact_pages(
    fire: Path, engine: str
) -> None:
    path = fire / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    head, _, _ = text.partition("\nnav:")
    path.write_text(head.replace("plugins:", "plugins:\n  - literate-nav"), encoding="utf-8")
    nav = (
        f"- [Home](index.md)\n- [The fire](incidents/{INCIDENT}.md)\n- [All](incidents/index.md)\n"
    )
    (fire / "site_src" / "SUMMARY.md").write_text(nav, encoding="utf-8")
    done = run(fire, "-m", engine, "build", "-q", "-f", "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    page = (fire / "site" / "incidents" / INCIDENT / "index.html").read_text(encoding="utf-8")
    assert '<a href="./" aria-current="page">The fire</a>' in page
    (fire / "site_src" / "SUMMARY.md").write_text(nav.replace("fire.md", "fir.md"))
    done = run(fire, "-m", engine, "build", "-q", "-f", "mkdocs.yml")
    assert done.returncode != 0
    assert "site_src/SUMMARY.md:2:14: error: there is no page incidents/" in done.stderr


def test_what_a_macro_writes_is_cited_and_checked_as_well(fire: Path) -> None:
    path = fire / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("plugins:", "plugins:\n  - macros"), encoding="utf-8")
    home = fire / "site_src" / "index.md"
    home.write_text(f'{{% set fire = "{INCIDENT}" %}}\n# Home\n\nIt was [@{{{{fire}}}}#when].\n')
    done = run(fire, "-m", "mkdocs", "build", "-q")
    assert done.returncode == 0, done.stderr
    assert "<bdi>14 March 2031</bdi>" in (fire / "site" / "index.html").read_text(encoding="utf-8")
    home.write_text(home.read_text().replace("#when", "#whn"), encoding="utf-8")
    done = run(fire, "-m", "mkdocs", "build", "-q")
    assert done.returncode != 0
    assert "site_src/index.md:1:1: error: there is no claim whn" in done.stderr
    assert "did you mean when?" in done.stderr


def test_each_plugin_meets_each_engine_theme_and_address(
    spread: dict[str, list[set[object]]],
) -> None:
    for plugin, met in spread.items():
        assert met == [
            {"mkdocs", "properdocs"},
            {"factbook", "mkdocs", "material"},
            {True, False},
        ], plugin
    assert len(spread) == 4
