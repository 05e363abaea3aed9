"""Builds over an old site: what one hardly thinks of comes out as in a clean build."""

from __future__ import annotations

import os
import shutil
import signal
from typing import TYPE_CHECKING

from click.testing import CliRunner

from factbook.cli.main import main
from factbook.outputs.kept_pages import last_pages
from factbook.outputs.publishing.manifest import files_below
from factbook.plugin.keeper import Keeper
from factbook.reading.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from factbook.outputs.publishing.stage import Stage
    from factbook.rendering.page import Waiting


def built(root: Path, *options: str) -> dict[str, bytes]:
    command = ["build", "--no-search", "--root", str(root), *options]
    run = CliRunner().invoke(main, command, catch_exceptions=False)
    assert run.exit_code == 0, run.output
    return {name: (root / "site" / name).read_bytes() for name in files_below(root / "site")}


def clean(root: Path) -> dict[str, bytes]:
    """What a build makes that knows nothing of any other."""
    copy = root.with_name("clean")
    shutil.copytree(root, copy)
    shutil.rmtree(copy / "site")
    try:
        return built(copy, "--no-cache")
    finally:
        shutil.rmtree(copy)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


LINK = """\
title: Somebody
perhaps_same:
  - actor: telmora-hallworks
    certainty: possible
    because: They may be one.
"""


PLACE = "<p>{{ page.title }}</p>{% include 'mine/' ~ 'foot.html' %}"
HOOK = """
from pathlib import Path

def on_post_build(config):
    Path(config.config_file_path).with_name("templates").joinpath("mine/foot.html").write_text("2")
"""


def test_a_template_that_others_take_in_may_lie_anywhere(mine: Path) -> None:
    write(mine / "templates/site/place.html", PLACE)
    write(mine / "templates/mine/foot.html", "1")
    built(mine)
    write(mine / "templates/mine/foot.html", "2")
    assert built(mine) == clean(mine)


def test_of_templates_that_are_edited_during_a_build_no_page_is_kept(mine: Path) -> None:
    write(mine / "templates/site/place.html", PLACE)
    write(mine / "templates/mine/foot.html", "1")
    write(mine / "hook.py", HOOK)
    settings = (mine / "mkdocs.yml").read_text(encoding="utf-8")
    write(mine / "mkdocs.yml", f"hooks: [hook.py]\n{settings}")
    built(mine)
    write(mine / "templates/mine/foot.html", "1")
    write(mine / "mkdocs.yml", settings)
    assert built(mine) == clean(mine)


def test_files_beside_templates_may_have_names_that_are_no_text(mine: Path) -> None:
    (mine / "templates/site").mkdir(parents=True)
    (mine / "templates/site" / os.fsdecode(b"\xff.html")).write_bytes(b"")
    (mine / "templates/photo.png").write_bytes(bytes(range(256)))
    first = built(mine)
    assert built(mine) == first == clean(mine)


def test_a_link_that_is_only_possible_comes_and_goes(mine: Path) -> None:
    """With it who counts as one has two bounds, without it one."""
    built(mine)
    write(mine / "facts/actors/somebody.yaml", LINK)
    assert built(mine) == clean(mine)
    (mine / "facts/actors/somebody.yaml").unlink()
    assert built(mine) == clean(mine)


def test_a_second_root_leaves_what_is_kept_as_it_is(mine: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    write(second / "facts/incidents/secret.yaml", "title: Secret\n")
    built(mine)
    every = last_pages(Kept.of(mine)).keys()
    built(mine, "--with", str(second))
    assert last_pages(Kept.of(mine)).keys() == every
    assert built(mine) == clean(mine)


def test_a_worker_that_is_stopped_from_outside_is_told_in_a_line(
    mine: Path, monkeypatch: pytest.MonkeyPatch, crew_of: Callable[[int], None]
) -> None:
    first = built(mine)
    crew_of(2)
    of_parent = os.getpid()
    drawn = Keeper.takes_over

    def takes_over(self: Keeper, page: Waiting, name: str, stage: Stage) -> bool:
        if os.getpid() != of_parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return drawn(self, page, name, stage)

    with monkeypatch.context() as patched:
        patched.setattr(Keeper, "takes_over", takes_over)
        run = CliRunner().invoke(main, ["build", "--no-search", "--root", str(mine)])
    assert run.exit_code == 1
    assert isinstance(run.exception, SystemExit)
    assert "is there memory enough?" in run.output
    assert built(mine) == first
