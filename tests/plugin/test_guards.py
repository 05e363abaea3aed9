"""What must never happen to what people wrote, nor to a site that is there."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Literal

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from factbook.outputs.publishing.site import staged
from factbook.plugin.build import build_site
from factbook.plugin.events import FactbookPlugin
from factbook.plugin.frames import is_worth_telling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier

    Pages = Callable[[Path], dict[str, str]]
    Option = Callable[[str], None]

INCIDENT = "2031-03-14-market-fire"


def silent(_dossier: Dossier, _problems: Sequence[Problem]) -> None:
    """A report nobody reads."""


def loaded(
    folder: Path, command: Literal["build", "serve"] = "build"
) -> tuple[MkDocsConfig, FactbookPlugin]:
    config = load_config(str(folder / "mkdocs.yml"))
    plugin = config.plugins["factbook"]
    assert isinstance(plugin, FactbookPlugin)
    config.plugins.on_startup(command=command, dirty=False)
    return config, plugin


@pytest.mark.parametrize("site", ["facts", "facts/site", "templates", ".", ".."])
def test_a_site_is_never_built_over_what_people_wrote(mine: Path, site: str) -> None:
    path = mine / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert "site_dir: site " in text
    path.write_text(text.replace("site_dir: site ", f"site_dir: {site} "), encoding="utf-8")
    written = sorted(path for path in mine.rglob("*") if path.name != "mkdocs.yml")
    assert isinstance(build_site(mine, silent, strict=False), str)
    with pytest.raises(Exception, match=r"site_dir|Aborted"):
        mkdocs_build(load_config(str(path)))
    assert sorted(path for path in mine.rglob("*") if path.name != "mkdocs.yml") == written


@pytest.mark.parametrize(
    "name",
    [
        "incidents/index.md",
        "incidents/README.md",
        f"incidents/{INCIDENT}.md",
        f"incidents/{INCIDENT}/index.html",
        "conflicts.md",
        "data/claims.jsonl",
    ],
)
def test_a_hand_written_page_in_the_way_of_ours_is_reported_and_the_old_site_kept(
    mine: Path, pages: Pages, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    build_site(mine, silent, strict=False)
    before = pages(mine / "site")
    path = mine / "site_src" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# Mine\n")
    assert isinstance(build_site(mine, silent, strict=False), str)
    with pytest.raises(Abort):
        mkdocs_build(loaded(mine)[0])
    assert f"{name} stands where Factbook puts a page" in caplog.text
    assert pages(mine / "site") == before


def test_a_second_build_at_once_is_told_so(mine: Path) -> None:
    with staged(mine / "site"):
        built = build_site(mine, silent, strict=False)
    assert isinstance(built, str)
    assert "another build" in built
    assert build_site(mine, silent, strict=False) == mine / "site"


def test_a_site_folder_that_is_a_link_stays_one(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (mine / "site").symlink_to(tmp_path / "elsewhere")
    for _ in range(2):
        build_site(mine, silent, strict=False)
        assert (mine / "site").is_symlink()
        assert (tmp_path / "elsewhere" / "index.html").is_file()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("{fact: x}", "no option fact"),
        ("{format: 2}", "reads format 1"),
        ("{facts: ../x}", "inside"),
        ("{facts: [x]}", "takes a single value"),
        ("{severity: {syntax: off}}", "an error in every dossier"),
    ],
)
def test_wrong_options_stop_every_door(mine: Path, options: str, words: str) -> None:
    path = mine / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  - factbook")
    end = text.index("\n\n", start)
    path.write_text(f"{text[:start]}  - factbook: {options}{text[end:]}", encoding="utf-8")
    seen: list[Problem] = []
    built = build_site(mine, lambda _, problems: seen.extend(problems), strict=False)
    assert isinstance(built, str)
    assert any(words in problem.message for problem in seen)


@pytest.mark.parametrize("name", ["incidents", "conflicts", "sources"])
def test_an_incident_may_be_called_like_a_section(mine: Path, pages: Pages, name: str) -> None:
    incidents = mine / "facts" / "incidents"
    (incidents / f"{name}.yaml").write_text("title: Odd\n")
    assert build_site(mine, silent, strict=False) == mine / "site"
    found = pages(mine / "site")
    assert "<h1>Odd</h1>" in found[f"incidents/{name}/index.html"]
    assert 'href="../../css/theme.css"' in found[f"incidents/{name}/index.html"]


def test_the_search_index_of_mkdocs_holds_no_frame(mine: Path, option: Option) -> None:
    path = mine / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("plugins:", "plugins:\n  - search"), encoding="utf-8")
    option("use_directory_urls: true")
    assert build_site(mine, silent, strict=True) == mine / "site"
    index = (mine / "site" / "search" / "search_index.json").read_text(encoding="utf-8")
    assert json.loads(index)["docs"]
    assert "factbook" not in {entry["location"] for entry in json.loads(index)["docs"]}
    assert "mark" not in index.replace("market", "")


def test_while_serving_a_wrong_fact_leaves_the_last_good_pages(mine: Path, pages: Pages) -> None:
    config, plugin = loaded(mine, "serve")
    mkdocs_build(config)
    before = pages(mine / "site")
    incident = mine / "facts" / "incidents" / f"{INCIDENT}.yaml"
    text = incident.read_text(encoding="utf-8")
    incident.write_text("title: [\n", encoding="utf-8")
    seen: list[Problem] = []
    with plugin.reporting(lambda _, problems: seen.extend(problems)):
        mkdocs_build(loaded(mine, "serve")[0])
    assert [problem.rule for problem in seen] == ["syntax"]
    assert pages(mine / "site") == before
    incident.write_text(text.replace("title: Fire", "title: Great fire"), encoding="utf-8")
    mkdocs_build(loaded(mine, "serve")[0])
    assert "Great fire" in pages(mine / "site")[f"incidents/{INCIDENT}/index.html"]


def test_serving_watches_facts_and_templates(mine: Path) -> None:
    (mine / "templates").mkdir()
    config, plugin = loaded(mine, "serve")
    mkdocs_build(config)

    class Server:
        def __init__(self) -> None:
            self.watched: list[str] = []

        def watch(self, folder: str) -> None:
            self.watched.append(folder)

    server = Server()
    plugin.on_serve(server, config=config)  # type: ignore[arg-type]
    assert server.watched == [str(mine / "facts"), str(mine / "templates")]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Page skipped: 'incidents/factbook address mark.md'. Generated empty output.", False),
        ("Page skipped: 'notes.md'. Generated empty output.", True),
        ("Building documentation", True),
    ],
)
def test_that_a_frame_is_not_written_is_no_news(message: str, *, told: bool) -> None:
    record = logging.LogRecord("mkdocs", logging.INFO, "", 0, message, None, None)
    assert is_worth_telling(record) is told
