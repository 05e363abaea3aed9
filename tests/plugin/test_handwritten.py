"""Hand-written pages: what a reader sees of a citation, and what stops a build."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from factbook.plugin.build import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier

    Pages = Callable[[Path], dict[str, str]]

FIRE = "2031-03-14-market-fire"


class Report:
    """What a build reports, as `file:line:column rule`."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.problems: list[Problem] = []

    def __call__(self, dossier: Dossier, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        self.seen += [
            f"{one.spot.path}:{there.span.line}:{there.span.column} {one.rule}"
            for one, there in dossier.located(problems)
        ]


def write(folder: Path, text: str, name: str = "index.md") -> None:
    path = folder / "site_src" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_citation_gives_the_value_its_note_and_where_it_is_contested(
    mine: Path, pages: Pages
) -> None:
    write(
        mine,
        f"# Notes\n\nInjured: [@{FIRE}#injured-three], again [@{FIRE}#injured-three].\n",
        "a/b.md",
    )
    assert build_site(mine, Report(), strict=False) == mine / "site"
    page = pages(mine / "site")["a/b/index.html"]
    assert '<bdi>3</bdi><sup class="fb-cite"><a href="#fb-note-1" id="fb-cite-1">[1]</a>' in page
    assert page.count('id="fb-cite-1"') == 1
    assert page.count('href="#fb-note-1"') == 2
    assert page.count('id="fb-note-1"') == 1
    note = page[page.index('id="fb-note-1"') :]
    assert "Telmora" in note
    assert '<q class="fb-quote"' in note
    assert f'href="../../incidents/{FIRE}/#claim-injured-three">claim</a>' in note
    contested = rf'class="fb-contested" href="\.\./\.\./conflicts/{FIRE}\.[\w-]+/"'
    assert re.search(contested, page)
    assert '<span class="fb-unseen">contested</span>' in page


def test_code_and_links_of_that_form_stay_as_they_are(mine: Path, pages: Pages) -> None:
    cited = f"[@{FIRE}#injured-three]"
    write(
        mine,
        f"Write `{cited}` or `` {cited} ``, or \\{cited}.\n\n```\n{cited}\n```\n\n    {cited}\n\n"
        "~~~ yaml\nsummary: [@nothing]\n~~~\n\n[@desk](https://example.org/@desk) and [@desk].\n\n"
        "[@desk]: https://example.org/@other\n",
    )
    assert build_site(mine, Report(), strict=False) == mine / "site"
    page = pages(mine / "site")["index.html"]
    assert page.count(cited) == 5
    assert "[@nothing]" in page
    assert page.count(">@desk</a>") == 2
    assert "fb-note" not in page


def test_markup_in_a_value_stays_text(mine: Path, pages: Pages) -> None:
    incident = mine / "facts" / "incidents" / f"{FIRE}.yaml"
    text = incident.read_text(encoding="utf-8")
    source = "cite: [{source: telmora-courier-2031-03-15, quote: q}]"
    claim = f"  odd:\n    attribute: account\n    value: '<b onclick=x>*five*</b> [@a#b]'\n    {source}\n"
    incident.write_text(text.replace("claims:\n", f"claims:\n{claim}"), encoding="utf-8")
    write(mine, f"It was [@{FIRE}#odd].\n")
    report = Report()
    assert build_site(mine, report, strict=False) == mine / "site", report.seen
    page = pages(mine / "site")["index.html"]
    assert "<bdi>&lt;b onclick=x&gt;*five*&lt;/b&gt; [@a#b]</bdi>" in page


FAULTY = f"""---
title: A page on [@{FIRE}#injured-three]
---
# [@{FIRE}#injured-three] injured

[@{FIRE}#injured-thre] and [@{FIRE.replace("fire", "fir")}#injured-three], [@injured-three],
[@{FIRE}#injured-three, @{FIRE}#when]; see [it](incidents/{FIRE}.md#claim-nothing),
[that](incidents/{FIRE[:-1]}.md) and [all](conflicts/index.md#none).

- `[@code#is-not-read]` but [@is#read]
"""
PLACES = [
    "site_src/index.md:2:18 misplaced-citation",
    "site_src/index.md:4:3 misplaced-citation",
    "site_src/index.md:6:1 missing-claim",
    "site_src/index.md:6:44 missing-claim",
    "site_src/index.md:6:84 missing-claim",
    "site_src/index.md:7:1 unsourced-prose",
    "site_src/index.md:7:81 broken-link",
    "site_src/index.md:8:8 broken-link",
    "site_src/index.md:8:54 broken-link",
    "site_src/index.md:10:29 missing-claim",
]


def test_every_fault_is_reported_in_one_run_with_its_place_and_mend(mine: Path) -> None:
    write(mine, FAULTY)
    report = Report()
    assert isinstance(build_site(mine, report, strict=False), str)
    assert report.seen == PLACES
    mends = "\n".join(problem.mend for problem in report.problems)
    for words in (
        "injured-three?",
        f"did you mean {FIRE}?",
        f"[@{FIRE}#injured-three]?",
        f"{FIRE}.md?",
    ):
        assert words in mends
    assert not (mine / "site").exists()


def test_the_engine_s_own_command_stops_as_well_and_the_old_site_stays(
    mine: Path, pages: Pages, caplog: pytest.LogCaptureFixture
) -> None:
    build_site(mine, Report(), strict=False)
    before = pages(mine / "site")
    write(mine, FAULTY)
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        mkdocs_build(load_config(str(mine / "mkdocs.yml")))
    for place in PLACES:
        where, rule = place.split()
        assert re.search(rf"{re.escape(where)}: error: .* \[{rule}\]", caplog.text), place
    assert pages(mine / "site") == before


def test_a_first_line_that_the_engine_takes_for_a_heading_s_data_is_no_place_to_cite(
    mine: Path,
) -> None:
    write(mine, f"Injured: [@{FIRE}#injured-three]\n\nOf these [@{FIRE}#injured-three].\n")
    report = Report()
    assert isinstance(build_site(mine, report, strict=False), str)
    assert report.seen == ["site_src/index.md:1:10 misplaced-citation"]


def test_a_claim_that_was_taken_back_is_not_cited(mine: Path) -> None:
    incident = mine / "facts" / "incidents" / f"{FIRE}.yaml"
    text = incident.read_text(encoding="utf-8")
    source = "cite: [{source: telmora-courier-2031-03-15, quote: q}]"
    carried = f"    attribute: killed\n    value: 2\n    {source}\n"
    gone = {
        "back": "withdrawn: {on: 2031-04-01, because: misread}",
        "hidden": "redacted: {on: 2031-04-01, ground: minor}",
    }
    claims = "".join(
        f"  {name}:\n    {why}\n" + ("" if "redacted" in why else carried)
        for name, why in gone.items()
    )
    incident.write_text(text.replace("claims:\n", f"claims:\n{claims}"), encoding="utf-8")
    write(mine, f"[@{FIRE}#back]\n\n[@{FIRE}#hidden]\n")
    report = Report()
    assert isinstance(build_site(mine, report, strict=False), str)
    assert [one for one in report.seen if "site_src" in one] == [
        "site_src/index.md:1:1 withdrawn-cited",
        "site_src/index.md:3:1 withdrawn-cited",
    ]


def test_the_navigation_takes_fact_pages_and_names_what_is_not_there(mine: Path) -> None:
    path = mine / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    line = f"  - More:\n    - The fire: incidents/{FIRE}s.md\n"
    path.write_text(f"{text.rstrip()}\n{line}", encoding="utf-8")
    number = text.rstrip().count("\n") + 3
    report = Report()
    assert isinstance(build_site(mine, report, strict=False), str)
    assert report.seen == [f"mkdocs.yml:{number}:17 broken-link"]
    assert report.problems[0].mend == f"did you mean incidents/{FIRE}.md?"


def test_a_broken_fact_file_is_the_only_thing_reported(mine: Path) -> None:
    (mine / "facts" / "incidents" / f"{FIRE}.yaml").write_text("title: [\n", encoding="utf-8")
    write(
        mine,
        f"[@{FIRE}#when] [x](incidents/{FIRE}.md#claim-when) [y](conflicts/index.md#conflict-x)\n",
    )
    report = Report()
    assert isinstance(build_site(mine, report, strict=False), str)
    assert {
        one.split()[1]
        for one in report.seen
        if one.split()[1] in {"syntax", "broken-link", "missing-claim"}
    } == {"syntax"}


def test_while_serving_faults_are_shown_and_pages_still_drawn(
    mine: Path, pages: Pages, caplog: pytest.LogCaptureFixture
) -> None:
    config = load_config(str(mine / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    write(mine, f"Of the injured: [@{FIRE}#injured-three], [@{FIRE}#nobody].\n")
    mkdocs_build(config)
    assert "site_src/index.md:1:" in caplog.text
    page = pages(mine / "site")["index.html"]
    assert "<bdi>3</bdi>" in page
    assert f"[@{FIRE}#nobody]" in page
