"""Links in hand-written pages that are written as addresses: those that lead to nothing of ours."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from factbook.exchange.new import start_dossier
from factbook.plugin.build import build_site

if TYPE_CHECKING:
    from pathlib import Path

FIRE = "2031-03-14-market-fire"
CLAIM = "claim-injured-three"
HERE = [
    f"incidents/{FIRE}/",
    f"incidents/{FIRE}/index.html#{CLAIM}",
    f"incidents/{FIRE}#{CLAIM}",
    f"incidents/{FIRE}/?from=mail#top",
    f"/incidents/{FIRE}/#:~:text=three",
    f"./incidents/../conflicts/{FIRE}.casualties/#weighed",
    f"conflicts/{FIRE}.casualties",
    "incidents/",
    "checks/#rule-long-quote",
    "search/?words=fire",
    "/data/claims.jsonl",
    "incidents/notes/#anything",
    "incidents/photo.jpg",
    "incidents/plan.html",
    f"incidents/{FIRE}/deeper/",
]
ELSEWHERE = [
    "https://example.org/incidents/nowhere/",
    "//example.org/incidents/nowhere/",
    "mailto:desk@example.org",
    "pictures/nowhere/",
    "notes/#nowhere",
    "#nowhere",
    "home/nowhere/",
]
BROKEN = [
    "incidents/nowhere/",
    "../incidents/nowhere/",
    "/incidents/nowhere/",
    "incidents/nowhere",
    "incidents/nowhere/index.html",
    f"incidents/{FIRE}.html",
    f"incidents/{FIRE}/#claim-nobody",
    f"/actors/{FIRE}/",
    f"conflicts/{FIRE}.nothing/",
    "incidents/#nowhere",
    "checks/nowhere/",
]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    start_dossier(folder)
    below = folder / "site_src" / "incidents"
    below.mkdir()
    (below / "notes.md").write_text("# Notes\n")
    (below / "plan.html").write_text("<p>A plan</p>")
    return folder


def linked(links: list[str]) -> str:
    return "".join(f"- [x]({link})\n" for link in links)


def broken(folder: Path, factbook: str, links: list[str], page: str = "index.md") -> list[str]:
    """The links that a check names, by the lines it names."""
    path = folder / "site_src" / page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(linked(links))
    command = [factbook, "check"]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    pattern = rf"site_src/{page}:(\d+):7: error: there is no .*\[broken-link\]"
    return [links[int(line) - 1] for line in re.findall(pattern, told.stderr)]


def settings(folder: Path, line: str) -> None:
    path = folder / "mkdocs.yml"
    path.write_text(f"{line}\n{path.read_text()}")


def test_what_is_there_and_what_is_elsewhere_is_left_alone(mine: Path, factbook: str) -> None:
    assert broken(mine, factbook, [*HERE, *ELSEWHERE]) == []


def test_what_leads_below_a_section_to_nothing_is_named(mine: Path, factbook: str) -> None:
    assert broken(mine, factbook, BROKEN) == BROKEN


def test_a_browser_begins_at_the_address_of_the_page(mine: Path, factbook: str) -> None:
    links = [f"../../incidents/{FIRE}/", "../incidents/nowhere/", "../../incidents/nowhere/"]
    assert broken(mine, factbook, links, "deep/more.md") == links[2:]
    assert broken(mine, factbook, links[:2], "deep/index.md") == links[1:2]
    beside = [f"../{FIRE}/", "../nowhere/", "nowhere/"]
    assert broken(mine, factbook, beside, "incidents/notes.md") == beside[1:2]


def test_without_a_folder_for_each_page_addresses_name_files(mine: Path, factbook: str) -> None:
    settings(mine, "use_directory_urls: false")
    fine = [f"incidents/{FIRE}.html#{CLAIM}", f"../incidents/{FIRE}.html", "incidents/index.html"]
    faulty = [f"incidents/{FIRE}/", "incidents/nowhere.html", f"incidents/{FIRE}.html#claim-no"]
    assert broken(mine, factbook, [*fine, *faulty]) == faulty
    beside = [f"{FIRE}.html", "notes.html", "nowhere.html"]
    assert broken(mine, factbook, beside, "incidents/notes.md") == beside[2:]


def test_below_a_path_the_same_words_lead_elsewhere(mine: Path, factbook: str) -> None:
    settings(mine, "site_url: https://example.org/sub")
    fine = [f"/sub/incidents/{FIRE}/", "/incidents/nowhere/", "../incidents/nowhere/", "/sub/"]
    faulty = ["/sub/incidents/nowhere/", "../sub/incidents/nowhere/", "incidents/nowhere/"]
    assert broken(mine, factbook, [*fine, *faulty]) == faulty


def test_an_address_from_the_environment_counts(
    mine: Path, factbook: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(mine, 'site_url: !ENV [SITE_URL, ""]')
    links = ["/incidents/nowhere/", "/sub/incidents/nowhere/"]
    monkeypatch.delenv("SITE_URL", raising=False)
    assert broken(mine, factbook, links) == links[:1]
    monkeypatch.setenv("SITE_URL", "https://example.org/sub/")
    assert broken(mine, factbook, links) == links[1:]


def test_a_build_stops_and_names_the_place(mine: Path) -> None:
    (mine / "site_src" / "index.md").write_text(f"See [it](incidents/{FIRE[:-1]}/).\n")
    seen = []
    made = build_site(mine, lambda told, found: seen.extend(told.located(found)), strict=False)
    assert isinstance(made, str)
    [(problem, there)] = seen
    assert (problem.rule, there.span.line, there.span.column) == ("broken-link", 1, 10)
    assert problem.mend == f"did you mean incidents/{FIRE}/?"
    assert not (mine / "site").exists()
