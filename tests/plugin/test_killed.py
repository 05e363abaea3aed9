"""Whole builds that are killed, that find no space, or that race."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from factbook.outputs.publishing.manifest import files_below

if TYPE_CHECKING:
    from pathlib import Path

INCIDENT = "facts/incidents/2031-03-14-market-fire.yaml"
SMALL = 2_000  # bytes: no page is as small


def site_of(folder: Path) -> dict[str, bytes]:
    site = folder / "site"
    return {name: (site / name).read_bytes() for name in files_below(site)}


def run(factbook: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [factbook, "build", "--root", str(folder)]
    return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603


def edit(folder: Path, title: str) -> None:
    path = folder / INCIDENT
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f"title: {title}\n" if line.startswith("title: ") else line for line in lines]
    path.write_text("".join(changed), encoding="utf-8")


def test_killed_at_any_moment_the_site_is_the_old_or_the_new_one(mine: Path, factbook: str) -> None:
    edit(mine, "New")
    started = time.monotonic()
    assert run(factbook, mine).returncode == 0
    usual = time.monotonic() - started
    new = site_of(mine)
    edit(mine, "Old")
    run(factbook, mine)
    old = site_of(mine)
    assert old != new
    edit(mine, "New")
    for share in (0.3, 0.6, 0.8, 0.9, 0.95, 1.0):
        command = [factbook, "build", "--root", str(mine)]
        process = subprocess.Popen(  # noqa: S603
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(usual * share)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert site_of(mine) in (old, new), share
    assert run(factbook, mine).returncode == 0
    assert site_of(mine) == new
    assert [path.name for path in mine.iterdir() if path.name.startswith(".site")] == []


def test_out_of_space_the_build_says_so_and_keeps_the_site(mine: Path, factbook: str) -> None:
    run(factbook, mine)
    before = site_of(mine)
    edit(mine, "New")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))

    found = subprocess.run(  # noqa: S603
        [factbook, "build", "--root", str(mine)],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=limit,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert found.returncode == 1
    assert "the site cannot be written: File too large" in found.stderr
    assert "Traceback" not in found.stderr
    assert site_of(mine) == before


@pytest.mark.parametrize("number", [4])
def test_of_builds_at_once_some_are_told_so_and_none_breaks_the_site(
    mine: Path, factbook: str, number: int
) -> None:
    run(factbook, mine)
    before = site_of(mine)
    command = [factbook, "build", "--root", str(mine)]
    builds = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603
        for _ in range(number)
    ]
    told = [build.communicate()[1] for build in builds]
    codes = [build.returncode for build in builds]
    assert 0 in codes
    assert all(
        ("another build" in words) is (code == 1) for words, code in zip(told, codes, strict=True)
    )
    assert site_of(mine) == before
