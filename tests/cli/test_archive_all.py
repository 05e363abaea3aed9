"""`factbook archive --all`: many sources in one go, dead links among them."""

from __future__ import annotations

import re
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from rich.console import Console

from factbook.cli.archived import Outside
from factbook.cli.console import STYLES
from factbook.cli.main import main
from factbook.evidence.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

LONG = "Officials said on Sunday that it was the third attack since the truce was agreed upon. " * 4
QUOTED = "three people were killed"
FIRE = f"""title: Fire
claims:
  three: {{attribute: killed, value: 3, cite: [{{source: changing, quote: {QUOTED}}}]}}
"""


visits = count()


def page(*sentences: str) -> bytes:
    """A page whose bytes differ at every visit, like that of many a paper."""
    paragraphs = "".join(f"<p>{one} {LONG}</p>" for one in sentences)
    return (
        f"<html><body><!-- {next(visits)} --><article>{paragraphs}</article></body></html>".encode()
    )


TEXTS = {name: f"This is the page called {name}; {QUOTED}." for name in ("same", "changing", "new")}


@pytest.fixture
def texts() -> dict[str, str]:
    """What the server says on each page; tests change it."""
    return dict(TEXTS)


@pytest.fixture
def url(texts: dict[str, str]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.strip("/")
            self.send_response(200 if name in texts else 410)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page(texts[name]) if name in texts else b"")

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def source(root: Path, name: str, url: str = "") -> None:
    line = f"url: {url}\n" if url else ""
    text = f"title: The paper {name}\npublisher: unknown\npublished: 2031-05-07\n{line}"
    (root / "facts" / "sources" / f"{name}.yaml").write_text(text)


@pytest.fixture
def mine(tmp_path: Path, url: str) -> Path:
    for folder in ("incidents", "sources"):
        (tmp_path / "facts" / folder).mkdir(parents=True)
    (tmp_path / "facts" / "incidents" / "fire.yaml").write_text(FIRE)
    (tmp_path / "mkdocs.yml").write_text("site_name: T\nplugins: [factbook]\n")
    for name in ("same", "changing"):
        source(tmp_path, name, f"{url}/{name}")
    source(tmp_path, "bare")
    return tmp_path


def run(root: Path, *words: str) -> Result:
    outside = Outside(now=lambda: datetime(2031, 5, 8, tzinfo=UTC))
    words = ("archive", "--all", "--private", *words, "--root", str(root))
    ran = CliRunner().invoke(main, words, obj=outside)
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran


def states(ran: Result) -> dict[str, str]:
    return dict(re.findall(r"^([\w-]+): ([\w ]+):", ran.stdout, re.MULTILINE))


def kept(root: Path) -> int:
    store = open_store("snapshots", root)
    assert isinstance(store, Store)
    return len(store)


def test_all_are_archived_once(mine: Path) -> None:
    first = run(mine)
    assert (first.exit_code, states(first)) == (0, {"same": "archived", "changing": "archived"})
    assert first.stdout.endswith("2 sources with a url: 2 archived; 1 source without a url\n")
    files = {path: path.read_bytes() for path in (mine / "facts").rglob("*.yaml")}
    again = run(mine)
    assert (again.exit_code, states(again)) == (0, {"same": "same text", "changing": "same text"})
    assert {path: path.read_bytes() for path in files} == files
    assert kept(mine) == 2


def test_stale_are_those_that_differ_and_those_without_a_snapshot(
    mine: Path, texts: dict[str, str], url: str
) -> None:
    run(mine)
    texts["changing"] = "This is the page called changing; four people were killed."
    source(mine, "new", f"{url}/new")
    ran = run(mine, "--stale")
    assert (ran.exit_code, states(ran)) == (0, {"changing": "changed", "new": "archived"})
    assert "; 1 quote no longer in it" in ran.stdout
    assert f"facts/incidents/fire.yaml:3: “{QUOTED}” no longer stands in it" in ran.stdout
    assert "[-three-]{+four+} people were killed" in ran.stdout.partition("nearest: ")[2]
    written = (mine / "facts" / "sources" / "changing.yaml").read_text()
    assert written.count("sha256: ") == 2
    assert kept(mine) == 4
    ran = run(mine, "--stale")
    assert (ran.exit_code, states(ran)) == (0, {})
    assert ran.stdout == "3 sources with a url: 3 same text; 1 source without a url\n"


def test_a_dead_link_is_told_and_stops_no_other(mine: Path, url: str) -> None:
    source(mine, "dead", f"{url}/dead\narchive_url: https://archive.example/dead")
    source(mine, "nowhere", "http://127.0.0.1:1/")
    source(mine, "odd", "ftp://example.org/x")
    ran = run(mine, "--stale")
    assert ran.exit_code == 1
    assert states(ran) == {
        "same": "archived",
        "changing": "archived",
        "dead": "dead",
        "nowhere": "dead",
        "odd": "refused",
    }
    assert (
        f"dead: dead: the server answers 410 Gone: {url}/dead; a public copy is at https://archive.example/dead\n"
        in ran.stdout
    )
    assert "nowhere: dead: the connection was refused: http://127.0.0.1:1/" in ran.stdout
    assert "5 sources with a url: 2 archived, 2 dead, 1 refused; 1 source without" in ran.stdout


def test_a_file_that_cannot_be_spliced_stops_no_other(mine: Path, url: str) -> None:
    source(mine, "list", f"{url}/new")
    path = mine / "facts" / "sources" / "list.yaml"

    def moment() -> datetime:
        path.write_text("- no mapping any more\n")
        return datetime(2031, 5, 8, tzinfo=UTC)

    words = ["archive", "--all", "--private", "--root", str(mine)]
    ran = CliRunner().invoke(main, words, obj=Outside(now=moment))
    assert ran.exit_code == 1
    assert "list: failed: facts/sources/list.yaml: " in ran.stdout
    assert states(ran)["changing"] == "archived"


def test_a_terminal_shows_a_table(mine: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source(mine, "dead", f"{url}/dead")

    def wide(*, error: bool = False) -> Console:
        return Console(
            theme=STYLES, force_terminal=True, stderr=error, width=120, color_system=None
        )

    monkeypatch.setattr("factbook.cli.archive_all.console", wide)
    ran = run(mine)
    assert ran.exit_code == 1
    lines = [line.split() for line in ran.stdout.splitlines()]
    assert ["source", "state", "what"] in lines
    assert any(line[:6] == ["dead", "dead", "the", "server", "answers", "410"] for line in lines)
    assert "dead: dead:" not in ran.stdout


def test_nothing_to_archive_is_said(mine: Path) -> None:
    for name in ("same", "changing"):
        source(mine, name)
    ran = run(mine)
    assert (ran.exit_code, ran.stdout) == (0, "0 sources with a url; 3 sources without a url\n")
