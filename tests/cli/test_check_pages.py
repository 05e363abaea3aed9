"""`factbook check` says what is wrong with hand-written pages, without a build."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from factbook.exchange.new import start_dossier

if TYPE_CHECKING:
    from pathlib import Path

FIRE = "2031-03-14-market-fire"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    start_dossier(folder)
    return folder


def check(folder: Path, factbook: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [factbook, "check", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603


def test_for_people_and_for_programs(mine: Path, factbook: str) -> None:
    (mine / "site_src" / "deep").mkdir()
    page = mine / "site_src" / "deep" / "more.md"
    page.write_text(
        f"# More\n\nOn [@{FIRE}#whn]; see\n[it](../incidents/{FIRE}.md#claim-nobody).\n"
    )
    told = check(mine, factbook)
    assert told.returncode == 1
    assert "site_src/deep/more.md:3:4: error: there is no claim whn" in told.stderr
    assert f"    3 | On [@{FIRE}#whn]; see" in told.stderr
    assert "= did you mean when?" in told.stderr
    assert "site_src/deep/more.md:4:6: error: there is no #claim-nobody" in told.stderr
    found = json.loads(check(mine, factbook, "--format", "json").stdout)
    listed = json.dumps(found)
    assert '"missing-claim"' in listed
    assert '"broken-link"' in listed
    commands = check(mine, factbook, "--format", "github").stdout
    assert "::error file=site_src/deep/more.md,line=3,col=4" in commands


def test_what_no_build_publishes_is_not_checked(mine: Path, factbook: str) -> None:
    settings = (mine / "mkdocs.yml").read_text()
    patterns = (
        "exclude_docs: |\n  old/\n  *.draft.md\n  !told.draft.md\n  !.well-known/\n"
        "draft_docs: /soon.md\nnot_in_nav: unlisted.md\n"
    )
    (mine / "mkdocs.yml").write_text(f"{settings.rstrip()}\n{patterns}")
    kept_out = ["old/a.md", "deep/old/b.md", "c.draft.md", "soon.md", ".git/d.md", "templates/e.md"]
    checked = [".well-known/f.md", "deep/soon.md", "told.draft.md", "unlisted.md"]
    for name in [*kept_out, "README.md", *checked]:
        page = mine / "site_src" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("Text [@nothing#at-all].\n")
    told = check(mine, factbook).stderr
    places = [line.split(":")[0] for line in told.splitlines() if "[missing-claim]" in line]
    assert places == [f"site_src/{name}" for name in checked]
    (mine / "site_src" / "index.md").unlink()
    assert "site_src/README.md:1:6: error" in check(mine, factbook).stderr


def test_a_link_to_a_page_that_is_kept_out_leads_nowhere(mine: Path, factbook: str) -> None:
    notes = mine / "site_src" / "incidents" / "notes.md"
    notes.parent.mkdir()
    notes.write_text("# Notes\n")
    (mine / "site_src" / "index.md").write_text("[x](incidents/notes.md)\n")
    assert "[broken-link]" not in check(mine, factbook).stderr
    with (mine / "mkdocs.yml").open("a") as settings:
        settings.write("\nexclude_docs: notes.md\n")
    assert "site_src/index.md:1:5: error: there is no page" in check(mine, factbook).stderr


def test_lists_conflicts_and_rules_are_led_to(mine: Path, factbook: str) -> None:
    lines = [
        f"[a](conflicts/{FIRE}.casualties.md#weighed)",
        "[b](checks/index.md#rule-long-quote)",
        "[c](incidents/index.md)",
        f"[d](incidents/{FIRE}.md#contested)",
        "[e](weighing/index.md)",
        "[f](pictures/index.md) [g](notes.md) [h](/incidents/x.md)",
        "[j](conflicts/index.md#conflict-none)",
        "[k](timetable/x.md) [l](actors/nobody.md)",
    ]
    (mine / "site_src" / "index.md").write_text("\n\n".join(lines), encoding="utf-8")
    told = check(mine, factbook).stderr
    places = [line.split(" error:")[0] for line in told.splitlines() if "[broken-link]" in line]
    assert places == ["site_src/index.md:13:5:", "site_src/index.md:15:25:"]


def test_a_navigation_that_is_inherited_is_checked_where_it_stands(
    mine: Path, factbook: str
) -> None:
    own = "INHERIT: base.yml\nsite_name: Mine\n"
    (mine / "mkdocs.yml").rename(mine / "base.yml")
    (mine / "mkdocs.yml").write_text(f"{own}nav: [{{Fire: incidents/{FIRE}-2.md}}]\n")
    assert "mkdocs.yml:3:14: error: there is no page" in check(mine, factbook).stderr
    (mine / "mkdocs.yml").write_text(own)
    assert check(mine, factbook).returncode == 0
    base = (mine / "base.yml").read_text().replace("places/index.md", "places/idnex.md")
    (mine / "base.yml").write_text(base)
    line = base[: base.index("places/idnex.md")].count("\n") + 1
    assert (
        f"base.yml:{line}:13: error: there is no page places/idnex.md"
        in check(mine, factbook).stderr
    )


def test_a_public_page_may_not_cite_what_is_internal(
    mine: Path, factbook: str, tmp_path: Path
) -> None:
    folder = tmp_path / "internal" / "facts" / "incidents"
    folder.mkdir(parents=True)
    source = "{source: telmora-courier-2031-03-15, quote: two people}"
    claim = f"claims:\n  secret:\n    attribute: killed\n    value: 2\n    cite: [{source}]\n"
    (folder / f"{FIRE}.yaml").write_text(claim, encoding="utf-8")
    (mine / "site_src" / "index.md").write_text(f"So it was: [@{FIRE}#secret].\n")
    assert "missing-claim" in check(mine, factbook).stderr
    assert "missing-claim" not in check(mine, factbook, "--with", str(tmp_path / "internal")).stderr
