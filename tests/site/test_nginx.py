"""The nginx file of the manual, in a real nginx: at a root, below a path, and what it answers."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from tests.site.conftest import Built

INSTALL = "install the Debian package nginx-light"
PATIENCE = 20.0  # seconds
HTTP = """\
daemon off; pid {folder}/pid; worker_processes 1; error_log stderr; {user}
events {{ }}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  include {site};
}}
"""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
FOREVER = "public, max-age=31536000, immutable"
FIRE = "incidents/fire/"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Opener(urllib.request.HTTPRedirectHandler):
    """Follows nothing, so that a redirect is seen."""

    def redirect_request(self, *_: object) -> None:
        """None: nothing is followed."""


def get(url: str, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, headers=named)  # noqa: S310 - our own server
    try:
        with urllib.request.build_opener(Opener).open(request, timeout=PATIENCE) as answer:
            return Answer(answer.status, dict(answer.headers), answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, dict(error.headers), error.read())


def configured(text: str, port: int, root: Path, mount: str) -> str:
    """The file of the manual with the lines that are the user's filled in."""
    for line, mine in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /srv/www/facts;", f"root {root};"),
        ("=404 /404.html;", f"=404 {mount}404.html;"),
    ):
        assert text.count(line) == 1, line
        text = text.replace(line, mine)
    return text


@pytest.fixture(scope="module", params=["/", "/group/dossier/"])
def served(
    request: pytest.FixtureRequest,
    root: Path,
    sites: dict[str, Built],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of the made-up dossier's site on nginx: at the root of a host, below a path."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert nginx, INSTALL
    folder = tmp_path_factory.mktemp("nginx")
    published = folder / "www" / request.param.strip("/")
    published.parent.mkdir(parents=True, exist_ok=True)
    published.symlink_to(sites["everything"].folder)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    text = (root / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    (folder / "site.conf").write_text(configured(text, port, folder / "www", request.param))
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        HTTP.format(folder=folder, user=user, site=folder / "site.conf")
    )
    command = [nginx, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command) as running:  # noqa: S603 - the server under test
        try:
            await_server(running, port)
            yield f"http://127.0.0.1:{port}{request.param}"
        finally:
            running.terminate()


def await_server(running: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert running.poll() is None, "nginx stopped: see what it says"
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not answer")


def test_every_answer_has_the_headers(served: str) -> None:
    for path in ("", FIRE, "assets/factbook.css", "nowhere/at/all/"):
        headers = get(f"{served}{path}").headers
        for name, value in HEADERS.items():
            assert headers[name] == value, (path, name)
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none';")
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("assets/factbook.css", "text/css; charset=utf-8"),
        ("assets/search.js", "application/javascript; charset=utf-8"),
        ("data/index.json", "application/json; charset=utf-8"),
        ("data/claims.jsonl", "application/x-ndjson; charset=utf-8"),
        ("data/claims.csv", "text/csv; charset=utf-8"),
    ],
)
def test_files_are_what_they_are_called(served: str, path: str, kind: str) -> None:
    answer = get(f"{served}{path}")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == kind


def test_what_is_missing_is_answered_with_the_page_for_it_at_any_depth(
    served: str, sites: dict[str, Built]
) -> None:
    page = (sites["everything"].folder / "404.html").read_bytes()
    for path in ("nowhere", "incidents/nowhere/", "a/b/c/d.html", "assets/", ".git/config"):
        answer = get(f"{served}{path}")
        assert answer.status == 404, path
        assert answer.body == page
    assert get(f"{served}.factbook-files").status == 200


def test_what_has_a_hash_in_its_name_is_kept_and_the_rest_is_asked_for(
    served: str, sites: dict[str, Built]
) -> None:
    kept = [name for name in sites["everything"].files if re.search(r"\.pf_[a-z]+$", name)]
    assert len(kept) > 10
    for name in kept[:5]:
        assert get(f"{served}{name}").headers["Cache-Control"] == FOREVER
    page = get(f"{served}{FIRE}")
    again = get(f"{served}{FIRE}", If_None_Match=page.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


def test_what_is_long_is_compressed(served: str) -> None:
    for path in (FIRE, "data/claims.jsonl", "data/claims.csv", "assets/search.js"):
        plain, packed = get(f"{served}{path}"), get(f"{served}{path}", Accept_Encoding="gzip")
        assert packed.headers["Content-Encoding"] == "gzip", path
        assert gzip.decompress(packed.body) == plain.body
        assert "Accept-Encoding" in packed.headers["Vary"]


def test_an_address_without_its_last_slash_leads_on_with_a_relative_location(served: str) -> None:
    answer = get(f"{served}incidents/fire")
    assert answer.status == 301
    assert answer.headers["Location"].startswith("/")
    assert served.endswith(answer.headers["Location"].removesuffix(FIRE))


def test_search_redirects_and_styles_work_under_the_policy(served: str, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda one: told.append(one.text) if one.type != "debug" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{served}search/?words=hall")
    expect(page.locator("#fbs-results a").first).to_be_visible()
    page.goto(f"{served}incidents/market/#claim-three")
    page.wait_for_url(f"**/{FIRE}#claim-three")
    assert page.evaluate("getComputedStyle(document.querySelector('.fb-glance')).display") == "grid"
    assert told == []
    assert all(url.startswith(served.split("/group", maxsplit=1)[0]) for url in asked)
    context.close()


def test_the_page_for_what_is_missing_is_whole_below_its_path(
    served: str, chromium: Browser, sites: dict[str, Built]
) -> None:
    """A site knows one address, so its 404 page is whole at that one."""
    if not served.endswith(sites["everything"].mount):
        page = get(f"{served}a/b/c").body.decode()
        assert f'href="{sites["everything"].mount}css/theme.css"' in page
        return
    context = chromium.new_context()
    page_ = context.new_page()
    failed: list[str] = []
    page_.on("response", lambda one: failed.append(one.url) if one.status >= 400 else None)
    page_.goto(f"{served}a/b/c/d/")
    assert failed == [f"{served}a/b/c/d/"]
    page_.click("main a")
    assert page_.url == served
    context.close()
