"""`factbook archive`: kept, recorded, and what changed of the quotes."""

from __future__ import annotations

import subprocess
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.archived import Outside
from factbook.cli.main import main
from factbook.evidence.snapshots import Store, mismatched, open_store, text_of
from factbook.evidence.store import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

LONG = "Officials said on Sunday that it was the third attack since the truce was agreed upon. "
FIRE = """title: Fire
claims:
  three: {attribute: killed, value: 3, cite: [{source: paper, quote: three people were killed}]}
  five: {attribute: injured, value: 5, cite: [{source: paper, quote: five were injured}]}
"""
PAPER = "title: Paper  # ours\npublisher: unknown\npublished: 2031-05-07\nurl: URL\nnote: x\n"
MOMENT = datetime(2031, 5, 8, 18, 30, 15, tzinfo=UTC)
SOURCE = "facts/sources/paper.yaml"


def article(*sentences: str) -> bytes:
    paragraphs = "".join(f"<p>{one} {LONG}{LONG}</p>" for one in sentences)
    return f"<html><body><article>{paragraphs}</article></body></html>".encode()


FIRST = article("In the fire three people were killed.", "Another five were injured.")
SECOND = article("In the fire three people were killed.", "Another six were injured.")


class Pages:
    """A server of a few pages, which tests change: path -> status and bytes."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, bytes]] = {}
        pages = self.pages

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, content = pages.get(self.path, (404, b""))
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                if status == 301:
                    self.send_header("Location", content.decode())
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def web() -> Iterator[Pages]:
    made = Pages()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def mine(tmp_path: Path, web: Pages) -> Path:
    root = tmp_path / "mine"
    files = {
        "facts/incidents/fire.yaml": FIRE,
        SOURCE: PAPER.replace("URL", f"{web.url}/paper"),
        "mkdocs.yml": "site_name: T\nplugins: [factbook]\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def run(root: Path, *words: str) -> Result:
    outside = Outside(now=lambda: MOMENT)
    ran = CliRunner().invoke(main, ["archive", *words, "--root", str(root)], obj=outside)
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran


def store_of(root: Path) -> Store:
    store = open_store("snapshots", root)
    assert isinstance(store, Store)
    return store


def test_a_file_is_kept_and_recorded_to_the_letter(mine: Path) -> None:
    document = mine / "d.txt"
    document.write_bytes(b"In the fire three people were killed.\r\n")
    before = (mine / SOURCE).read_text()
    ran = run(mine, "paper", str(document))
    assert ran.exit_code == 0
    sha256 = digest(document.read_bytes())
    added = f"snapshot:\n  sha256: {sha256}\n  bytes: 39\n  media_type: text/plain\n  archived: 2031-05-08T18:30:15Z\nnote: x"
    assert (mine / SOURCE).read_text() == before.replace("note: x", added)
    assert text_of(store_of(mine), sha256) == "In the fire three people were killed.\n"
    assert ran.stdout.startswith(f"paper archived: text/plain, 39 bytes, 7 words\n    sha256 {sha256}, recorded in {SOURCE}\n")  # fmt: skip
    assert "facts/incidents/fire.yaml:4: “five were injured” is not in it" in ran.stdout
    again = run(mine, "paper", str(document))
    assert again.stdout.startswith("paper is as it was archived")


def test_a_page_is_fetched_only_where_it_may_be(mine: Path, web: Pages) -> None:
    web.pages["/paper"] = (200, FIRST)
    ran = run(mine, "paper")
    assert (ran.exit_code, "127.0.0.1 is no public address: --private allows it" in ran.stderr) == (1, True)  # fmt: skip
    assert not (mine / "snapshots").exists()
    assert run(mine, "paper", "--private").exit_code == 0
    assert dict(store_of(mine)) == {digest(FIRST): FIRST}


def test_where_an_address_leads_is_said(mine: Path, web: Pages) -> None:
    web.pages["/old"] = (301, b"/paper")
    web.pages["/paper"] = (200, FIRST)
    ran = run(mine, "paper", f"{web.url}/old", "--private")
    assert ran.stdout.startswith(
        f"{web.url}/old leads to {web.url}/paper\npaper archived: text/html"
    )


def test_a_changed_page_is_kept_in_both_versions_with_the_quotes_it_lost(
    mine: Path, web: Pages
) -> None:
    for content in (FIRST, SECOND):
        web.pages["/paper"] = (200, content)
        ran = run(mine, "paper", "--private")
    assert ran.exit_code == 0
    assert "paper has changed: both versions are named in its file" in ran.stdout
    assert "facts/incidents/fire.yaml:4: “five were injured” no longer stands in it" in ran.stdout
    assert "[-five-]{+six+} were injured" in ran.stdout.partition("nearest: ")[2]
    assert "three people" not in ran.stdout
    written = (mine / SOURCE).read_text()
    assert f"\n  sha256: {digest(SECOND)}\n" in written
    assert f"\n  earlier:\n    - sha256: {digest(FIRST)}\n      bytes: {len(FIRST)}\n" in written
    assert dict(store_of(mine)) == {digest(FIRST): FIRST, digest(SECOND): SECOND}
    assert mismatched(store_of(mine)) == []
    assert CliRunner().invoke(main, ["check", "--root", str(mine)]).exit_code == 0


def test_what_cannot_be_read_is_kept_and_told(mine: Path) -> None:
    (mine / "d.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF")
    ran = run(mine, "paper", str(mine / "d.jpg"))
    assert (ran.exit_code, "image/jpeg, 10 bytes, no text" in ran.stdout) == (0, True)
    assert "it is kept without a text, so no quote can be found in it" in ran.stdout
    assert len(store_of(mine)) == 1


def test_what_was_written_meanwhile_stays(mine: Path, web: Pages) -> None:
    """The file is read when it is written, not when the fetch began."""
    web.pages["/paper"] = (200, FIRST)

    def moment() -> datetime:
        (mine / SOURCE).write_text((mine / SOURCE).read_text().replace("note: x", "note: other"))
        return MOMENT

    ran = CliRunner().invoke(main, ["archive", "paper", "--private", "--root", str(mine)], obj=Outside(now=moment))  # fmt: skip
    assert ran.exit_code == 0
    assert (mine / SOURCE).read_text().endswith("note: other\n")


WRONG = [
    ((), "name a SOURCE, or say --all"),
    (("--stale",), "name a SOURCE, or say --all"),
    (("paper", "--all"), "name a SOURCE, or say --all"),
    (("papr",), "there is no source papr: did you mean paper?"),
    (("fire",), "there is no source fire"),
    (("paper", "nowhere.html"), "nowhere.html cannot be read: No such file or directory"),
    (("paper", "."), ". cannot be read: Is a directory"),
    (("paper", "/dev/zero"), "/dev/zero is no file"),
    (("paper", "https://me:secret@a.org"), "https://…@a.org: an address with a name"),
    (("paper", "ftp://me:x@a.org"), "ftp://…@a.org: it begins with neither https:// nor http://"),
    (("paper", "--private"), "the server answers 404 Not Found"),
]


@pytest.mark.parametrize(("words", "told"), WRONG, ids=[row[1] for row in WRONG])
def test_what_cannot_be_archived_is_said(mine: Path, words: tuple[str, ...], told: str) -> None:
    before = (mine / SOURCE).read_text()
    ran = run(mine, *words)
    assert (ran.exit_code, told in ran.stderr) == (1, True), ran.stderr
    assert (mine / SOURCE).read_text() == before


def test_a_source_without_a_url_needs_a_document(mine: Path) -> None:
    (mine / SOURCE).write_text(PAPER.replace("url: URL\n", ""))
    assert "paper has no url: name a file or an address after it" in run(mine, "paper").stderr


@pytest.mark.parametrize("place", ["docs/snapshots", "site", "docs"])
def test_articles_are_never_kept_where_they_would_be_published(mine: Path, place: str) -> None:
    (mine / "mkdocs.yml").write_text(f"site_name: T\nplugins: [factbook: {{snapshots: {place}}}]\n")
    (mine / "d.txt").write_text("words")
    ran = run(mine, "paper", str(mine / "d.txt"))
    assert (ran.exit_code, f"snapshots at {place} would be published" in ran.stderr) == (1, True)


def test_who_would_commit_articles_is_warned(mine: Path) -> None:
    git = ["git", "-C", str(mine), "init", "--quiet"]
    subprocess.run(git, check=True)  # noqa: S603 - our own words
    (mine / "d.txt").write_text("words")
    words = "git does not ignore snapshots/: add it to .gitignore, for copyright"
    assert words in run(mine, "paper", str(mine / "d.txt")).stderr
    (mine / ".gitignore").write_text("/snapshots/\n")
    assert run(mine, "paper", str(mine / "d.txt")).stderr == ""


def test_a_place_without_a_driver_is_told_like_any_problem(mine: Path) -> None:
    (mine / "mkdocs.yml").write_text(
        "site_name: T\nplugins: [factbook: {snapshots: 'gcs://a/b'}]\n"
    )
    ran = run(mine, "--all")
    assert ran.exit_code == 1
    assert "no driver is installed for the snapshots at gcs://a/b" in ran.stderr
    assert "gcsfs" in ran.stderr


def test_a_store_that_cannot_be_written_is_told(mine: Path) -> None:
    (mine / "snapshots").write_text("a file")
    (mine / "d.txt").write_text("words")
    ran = run(mine, "paper", str(mine / "d.txt"))
    assert ran.exit_code == 1
    assert "nothing was recorded: the snapshots at snapshots cannot be reached" in ran.stderr


def test_a_second_root_keeps_its_own_sources(mine: Path, tmp_path: Path) -> None:
    own = tmp_path / "internal" / "facts" / "sources" / "memo.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("title: Memo\npublisher: unknown\npublished: unknown\n")
    (mine / "d.txt").write_text("words")
    ran = run(mine, "memo", str(mine / "d.txt"), "--with", str(tmp_path / "internal"))
    assert ran.exit_code == 0
    assert f"sha256: {digest(b'words')}" in own.read_text()
