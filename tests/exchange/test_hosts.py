"""What hosts of repositories run, run here: the workflow's own commands, in its own order."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

import factbook as package
from factbook.cli.main import main
from factbook.exchange.hosts import HOSTS, WORKFLOWS

PAGES = "https://desk.example.org/facts"


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def started(tmp_path: Path, host: str) -> Path:
    folder = tmp_path / "mine"
    made = CliRunner().invoke(main, ["new", str(folder), "--ci", host])
    assert made.exit_code == 0, made.output
    return folder


def steps(folder: Path, host: str) -> tuple[list[str], Any]:
    """The commands of a workflow, without those that install, and all of it."""
    text = (folder / WORKFLOWS[host]).read_text(encoding="utf-8")
    if host == "github":
        read = yaml.safe_load(text)
        commands = [step["run"] for step in read["jobs"]["build"]["steps"] if "run" in step]
    else:
        read = yaml.safe_load(text)
        commands = [*read["check"]["script"], *read["pages"]["script"]]
    return [one for one in commands if "pip" not in one], read


def test_its_commands_check_and_build_the_dossier_below_its_path(
    started: Path, host: str, factbook: str
) -> None:
    commands, _ = steps(started, host)
    assert [one for one in commands if "factbook check --strict" in one]
    assert [one for one in commands if "factbook build --strict" in one]
    path = f"{Path(factbook).parent}{os.pathsep}{os.environ['PATH']}"
    told = {"CI_PAGES_URL": PAGES} if host == "gitlab" else {"SITE_URL": f"{PAGES}/"}
    for command in commands:
        done = subprocess.run(  # noqa: S603 - the commands under test
            ["/bin/sh", "-ec", command],
            cwd=started,
            env={**os.environ, "PATH": path, **told},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (command, done.stderr)
    site = started / ("public" if host == "gitlab" else "site")
    missing = (site / "404.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src)="([^"]+)"', missing)
    assert [link for link in links if not link.startswith(("/facts/", "#"))] == []
    assert f"<loc>{PAGES}/incidents/</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert (site / ".nojekyll").read_bytes() == b""


def test_without_an_address_it_is_built_for_the_root(started: Path, factbook: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [factbook, "build", "--strict"],
        cwd=started,
        env={**os.environ, "SITE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert 'href="/css/theme.css"' in (started / "site" / "404.html").read_text(encoding="utf-8")


def test_what_it_uses_is_pinned_to_a_major_version(started: Path, host: str) -> None:
    text = (started / WORKFLOWS[host]).read_text(encoding="utf-8")
    used = re.findall(r"(?:uses|image): (\S+)", text)
    assert used
    assert [one for one in used if not re.search(r"@v\d+$|:3\.\d+-slim$", one)] == []
    assert "ubuntu-latest" not in text
    pinned = (started / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert shlex.split(pinned) == ["factbook", "==", package.__version__]


def test_the_settings_stay_readable_and_say_where_the_address_comes_from(started: Path) -> None:
    text = (started / "mkdocs.yml").read_text(encoding="utf-8")
    assert text.count("site_url: !ENV [SITE_URL") == 1
    assert text.index("site_url:") < text.index("\nsite_dir:")


def test_an_unknown_host_is_refused(tmp_path: Path) -> None:
    made = CliRunner().invoke(main, ["new", str(tmp_path / "x"), "--ci", "nowhere"])
    assert made.exit_code == 2
    assert "github" in made.output
