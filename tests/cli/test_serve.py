"""`factbook serve` as it is called: where it serves, how it ends, what it puts right."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import urllib.request
from typing import TYPE_CHECKING

import pytest

from factbook.exchange.new import start_dossier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    start_dossier(folder)
    return folder


def started(factbook: str, folder: Path, *options: str) -> subprocess.Popen[str]:
    command = [factbook, "serve", "--root", str(folder), *options]
    return subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def words_until_address(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout is not None
    for line in process.stdout:
        yield line
        if ADDRESS.search(line):
            return


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_and_ends_cleanly(
    mine: Path, factbook: str, stop: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "own"))
    process = started(factbook, mine, "--port", "0")
    said = "".join(words_until_address(process))
    address = ADDRESS.search(said)
    assert address
    with urllib.request.urlopen(address[0]) as page:  # noqa: S310 - our own
        assert page.status == 200
    process.send_signal(stop)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in said + rest
    assert list((tmp_path / "own").iterdir()) == []


def test_a_port_that_is_taken_is_told(mine: Path, factbook: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process = started(factbook, mine, "--port", str(port))
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert f"port {port} is taken: choose another with --port" in said


def test_a_host_that_is_none_of_ours_is_told(mine: Path, factbook: str) -> None:
    process = started(factbook, mine, "--host", "192.0.2.1")
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "192.0.2.1 cannot be served" in said
    assert "Traceback" not in said


def test_a_site_that_a_killed_build_left_aside_is_put_back(mine: Path, factbook: str) -> None:
    subprocess.run([factbook, "build", "--root", str(mine)], check=True, capture_output=True)  # noqa: S603
    (mine / "site").rename(mine / ".site.old")
    process = started(factbook, mine, "--port", "0")
    assert ADDRESS.search("".join(words_until_address(process)))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert (mine / "site/index.html").is_file()
    assert not (mine / ".site.old").exists()


def test_what_people_had_put_into_the_site_of_a_killed_build_is_kept_and_told(
    mine: Path, factbook: str
) -> None:
    subprocess.run([factbook, "build", "--root", str(mine)], check=True, capture_output=True)  # noqa: S603
    shutil.copytree(mine / "site", mine / ".site.old")
    (mine / ".site.old/mine.pdf").write_text("mine")
    process = started(factbook, mine, "--port", "0")
    said = "".join(words_until_address(process))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert "a build was killed" in said
    assert (mine / "site.kept/mine.pdf").read_text() == "mine"


@pytest.mark.parametrize("broken", ["plugins: [\n", "site_name: Another\n"])
def test_a_configuration_that_breaks_while_serving_does_not_end_it(
    mine: Path, factbook: str, broken: str
) -> None:
    process = started(factbook, mine, "--port", "0")
    address = ADDRESS.search("".join(words_until_address(process)))
    assert address
    (mine / "mkdocs.yml").write_text(broken, encoding="utf-8")
    assert process.stdout is not None
    told = next(line for line in process.stdout if "mkdocs.yml" in line)
    with urllib.request.urlopen(address[0]) as page:  # noqa: S310 - our own
        assert page.status == 200
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert (process.returncode, "error" in told) == (0, True)
