"""What goes over the wire: addresses, refusals, events, names and ports."""

from __future__ import annotations

import re
import socket
from contextlib import closing
from http.client import HTTPConnection
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

from factbook.plugin.surroundings import Surroundings
from factbook.serving.answers import answer, is_safe
from factbook.serving.panel import with_panel
from factbook.serving.preview import Now
from factbook.serving.server import PortTakenError, listening

if TYPE_CHECKING:
    from email.message import Message
    from pathlib import Path

    from conftest import Served  # type: ignore[import-not-found]

INCIDENT = "2031-03-14-market-fire"
PAGE = f"/incidents/{INCIDENT}/"


class Reply(NamedTuple):
    status: int
    headers: Message
    text: str


def asked(served: Served, target: str, method: str = "GET", **headers: str) -> Reply:
    with closing(HTTPConnection(urlsplit(served.address).netloc, timeout=20)) as connection:
        connection.request(method, target, headers=headers)
        with connection.getresponse() as found:
            return Reply(found.status, found.headers, found.read().decode())


@pytest.mark.parametrize(
    "target",
    [
        "/../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/..%2f..%2fetc/passwd",
        "/incidents/../../mkdocs.yml",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/..%5c..%5cetc",
        "/%00",
        "/%ff",
        "/_factbook/../../mkdocs.yml",
        "/_factbook/nothing",
        "/nowhere/",
    ],
)
def test_what_is_not_there_or_not_below_the_site_gets_the_404_page(
    served: Served, target: str
) -> None:
    found = asked(served, target)
    assert found.status == 404
    assert "There is no such page" in found.text


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a/b.html", True),
        ("", True),
        ("..", False),
        ("a/../b", False),
        ("a\\b", False),
        ("a\0", False),
    ],
)
def test_a_name_is_safe_if_it_can_only_be_below(name: str, *, safe: bool) -> None:
    assert is_safe(name) is safe


def test_a_folder_without_its_slash_leads_to_the_page(served: Served) -> None:
    found = asked(served, PAGE[:-1])
    assert (found.status, found.headers["Location"]) == (301, PAGE)
    found = asked(served, "/incidents?x=1#y")
    assert (found.status, found.headers["Location"]) == (301, "/incidents/")


def test_a_head_has_no_body_and_other_methods_are_refused(served: Served) -> None:
    found = asked(served, PAGE, "HEAD")
    assert found.status == 200
    assert int(found.headers["Content-Length"]) > 1000
    assert found.text == ""
    assert asked(served, PAGE, "POST").status == 501


def test_another_name_that_leads_here_is_refused(served: Served) -> None:
    port = urlsplit(served.address).port
    assert asked(served, PAGE, Host="evil.example").status == 421
    for name in ("localhost", "127.0.0.1", f"localhost:{port}"):
        assert asked(served, PAGE, Host=name).status == 200


def test_files_have_types_and_are_not_kept(served: Served) -> None:
    types = {
        "/css/theme.css": "text/css; charset=utf-8",
        "/assets/factbook.css": "text/css; charset=utf-8",
        "/_factbook/serve.js": "text/javascript; charset=utf-8",
        PAGE: "text/html; charset=utf-8",
    }
    for target, kind in types.items():
        found = asked(served, target)
        assert (found.status, found.headers["Content-Type"]) == (200, kind), target
        assert found.headers["Cache-Control"] == "no-store"


def test_nothing_of_ours_is_inline(served: Served) -> None:
    served.edit(f"facts/incidents/{INCIDENT}.yaml", "title: Fire", "titel: Fire")
    text = served.shows(PAGE[1:], "factbook-panel").text
    assert re.findall(r"<script(?![^>]*\bsrc=)", text) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=", text) == []


def test_a_title_with_markup_stays_text_in_the_panel(served: Served) -> None:
    (served.root / "facts/places/odd.yaml").write_text("title: x\n<script>alert(1)</script>: y\n")
    text = served.shows(PAGE[1:], "factbook-panel").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_a_page_learns_when_another_version_is_shown(served: Served) -> None:
    shown = served.get(PAGE[1:]).text.split('data-version="')[1].split('"')[0]
    connection = HTTPConnection(urlsplit(served.address).netloc, timeout=20)
    connection.request("GET", "/_factbook/events")
    with closing(connection), connection.getresponse() as events:
        assert events.headers["Content-Type"] == "text/event-stream"

        def told() -> str:
            lines = iter(events.readline, b"")
            return next(line for line in lines if line.startswith(b"data: ")).decode().split()[1]

        assert told() == shown
        served.edit(f"facts/incidents/{INCIDENT}.yaml", "title: Fire", "title: Great fire")
        assert int(told()) > int(shown)
    assert "Great fire" in served.get(PAGE[1:]).text


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "drawn"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "plain.txt").write_text("plain")
    now = Now(Surroundings(folder))
    assert answer("/plain.txt", now).content == b"plain"
    assert b"secret" not in answer("/link.txt", now).content


def test_a_port_that_is_taken_is_told_or_the_next_one_is_found() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"port {port} is taken"):
            listening("127.0.0.1", port, exactly=True)
        server = listening("127.0.0.1", port, exactly=False)
        assert port < server.server_address[1] <= port + 20
        server.server_close()


@pytest.mark.parametrize("text", ["<p>bare</p>", "<HTML><HEAD></HEAD><BODY class='a>b'>x</BODY>"])
def test_any_page_gets_script_and_panel(text: str) -> None:
    found = with_panel(text, "<div>panel</div>", "/", 7)
    assert found.count("/_factbook/serve.js") == 1
    assert found.count("<div>panel</div>") == 1
    assert 'data-version="7"' in found
    assert found.endswith(("panel</div>x</BODY>", "panel</div>"))
