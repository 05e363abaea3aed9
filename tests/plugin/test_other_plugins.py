"""What other plugins see of fact pages, in each command: as generator/README.md says it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factbook.serving.serve import serving

FIRE = "2031-03-14-market-fire"
HOOKS = f"""
import json
from pathlib import Path
from mkdocs.plugins import CombinedEvent, event_priority

SEEN = {{}}
WRITTEN = "incidents/{FIRE}/index.html"


def keep(name, value):
    SEEN[name] = value
    Path(__file__).with_name("seen.json").write_text(json.dumps(SEEN))


def on_files(files, config):
    keep("file", files.get_file_from_path("incidents/{FIRE}.md") is not None)


def on_post_page(output, page, config):
    keep("pages", [*SEEN.get("pages", []), page.file.src_uri])


@event_priority(0)
def late(config):
    keep("late", (Path(config.site_dir) / WRITTEN).is_file())
    keep("folder", config.site_dir)


@event_priority(-200)
def latest(config):
    keep("latest", (Path(config.site_dir) / WRITTEN).is_file())


def on_shutdown():
    keep("end", (Path(SEEN["folder"]) / WRITTEN).is_file())


on_post_build = CombinedEvent(late, latest)
"""


@pytest.fixture
def hooked(mine: Path) -> Path:
    """The starter dossier, with hooks that keep what they see."""
    (mine / "hooks.py").write_text(HOOKS)
    path = mine / "mkdocs.yml"
    path.write_text(f"hooks: [hooks.py]\n{path.read_text()}")
    return mine


def seen(folder: Path) -> dict[str, object]:
    """What the hooks have seen of the page of an incident, and where."""
    told = json.loads((folder / "seen.json").read_text())
    assert told["file"]  # a file that links can lead to
    assert "incidents/index.md" in told["pages"]  # frames are pages
    assert f"incidents/{FIRE}.md" not in told["pages"]  # fact pages are none
    own = told["folder"] == str(folder / "site")
    return {"own folder": own, **{name: told.get(name) for name in ("late", "latest", "end")}}


@pytest.mark.parametrize(
    ("command", "sees"),
    [
        ("mkdocs", {"own folder": True, "late": False, "latest": True, "end": True}),
        ("factbook", {"own folder": False, "late": False, "latest": False, "end": False}),
    ],
)
def test_a_build_shows_others_fact_pages_only_where_the_engine_writes_them(
    hooked: Path, command: str, sees: dict[str, bool]
) -> None:
    program = [str(Path(sys.executable).with_name(command)), "build"]
    subprocess.run(program, cwd=hooked, check=True, capture_output=True)  # noqa: S603 - our own
    assert seen(hooked) == sees
    assert (hooked / "site" / "incidents" / FIRE / "index.html").is_file()


def test_while_serving_no_other_plugin_sees_a_fact_page(hooked: Path) -> None:
    with serving(hooked, None, lambda *_: None, lambda _: None, port=0):
        assert seen(hooked) == {"own folder": False, "late": False, "latest": False, "end": None}


def test_the_map_tells_it(root: Path) -> None:
    told = (root / "generator" / "README.md").read_text(encoding="utf-8")
    table = told[told.index("## What other plugins see") :].split("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in table.splitlines()
        if "|" in line
    ]
    commands = {row[0]: row[1:] for row in rows[2:]}
    assert commands == {
        "`mkdocs build`, `mkdocs serve`": ["no", "below -100: all", "all"],
        "`factbook build`": ["no", "none", "none"],
        "`factbook serve`": ["no", "none", "never comes"],
    }
