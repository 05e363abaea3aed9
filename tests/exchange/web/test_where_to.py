"""A fetch follows redirects, and connects to nothing but what everybody reaches."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Any

import pytest

from factbook.exchange.web.fetch import Fetcher
from factbook.exchange.web.limits import Fetched, Found, Limits, Unfetched

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.exchange.web.conftest import Server

QUICK = Limits(seconds=1.5, silence=0.4, redirects=3, private=True)
WORDS = b"HTTP/1.1 200 OK\r\n\r\nwords"


def fetched(url: str, limits: Limits = QUICK, **more: Any) -> Fetched | Unfetched:  # noqa: ANN401 - what a fetcher takes
    return Fetcher(limits, **more).fetch(url)


def test_redirects_are_followed_so_far(server: Server) -> None:
    answers = [
        b"HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: ?c=%C3%A9\r\nContent-Length: 900\r\n\r\n",
        "HTTP/1.1 307 T\r\nLocation: //127.0.0.1:{port}/é\r\n\r\n".replace("{port}", str(server.port)).encode(),
        WORDS,
    ]  # fmt: skip
    server.script = lambda connection: connection.sendall(answers[len(server.asked) - 1])
    found = fetched(server.url)
    assert isinstance(found, Fetched), found
    assert [asked.split()[1] for asked in server.asked] == ["/", "/b", "/b?c=%C3%A9", "/%C3%A9"]
    assert found.url == f"{server.url}é"
    server.says(b"HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n")
    assert fetched(server.url) == Unfetched("it leads on more than 3 times")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x/", "data:text/html,x"]
)
def test_a_redirect_leads_to_the_web_only(server: Server, target: str) -> None:
    server.says(f"HTTP/1.1 302 Found\r\nLocation: {target}\r\n\r\n".encode())
    found = fetched(server.url)
    assert isinstance(found, Unfetched)
    assert (found.dead, "begins with neither https:// nor http://" in found.reason) == (False, True)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "", "https:///x", "http://", "http://u:p@h/", "http://[::1", "http://h:99999/", "http://h:0/", "javascript:x"],
)  # fmt: skip
def test_what_is_no_address_on_the_web_is_refused(url: str) -> None:
    found = fetched(url, resolver=lambda *_: pytest.fail("nothing may be looked up"))
    assert isinstance(found, Unfetched)
    assert not found.dead


def leading_to(*addresses: str, port: int = 0) -> Callable[[str, int], list[Found]]:
    """A resolver that gives one address after the other, one for each time it is asked."""
    left = iter(addresses)
    return lambda _, asked: [Found(socket.AF_INET, (next(left), port or asked))]


def test_a_name_that_leads_to_this_machine_is_refused(server: Server) -> None:
    url = f"http://example.org:{server.port}/"
    found = fetched(url, Limits(), resolver=leading_to("127.0.0.1"))
    reason = "example.org is at 127.0.0.1, which is no public address: --private allows it"
    assert found == Unfetched(reason, dead=False)
    assert server.asked == []


def test_a_redirect_to_this_machine_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first address counts as public here, so that the second can be the one refused."""
    monkeypatch.setattr("factbook.exchange.web.wire.is_public", lambda at: at == "127.0.0.1")
    server.says(f"HTTP/1.1 302 F\r\nLocation: http://two.example:{server.port}/\r\n\r\n".encode())
    found = fetched(f"http://one.example:{server.port}/", Limits(), resolver=leading_to("127.0.0.1", "127.0.0.2"))  # fmt: skip
    assert isinstance(found, Unfetched)
    assert found.reason.startswith("two.example is at 127.0.0.2")
    assert len(server.asked) == 1


def test_a_name_is_asked_for_once_so_it_cannot_change_its_mind(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factbook.exchange.web.wire.is_public", lambda at: at == "127.0.0.1")
    server.says(WORDS)
    rebinding = leading_to("127.0.0.1", "127.0.0.2")
    found = fetched(f"http://one.example:{server.port}/", Limits(), resolver=rebinding)
    assert isinstance(found, Fetched)
    assert "Host: one.example" in server.asked[0]


def test_names_that_lead_nowhere_are_dead() -> None:
    def fails(_host: str, _port: int) -> list[Found]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    def sleeps(_host: str, _port: int) -> list[Found]:
        time.sleep(1)
        return []

    assert fetched("http://no.example/", resolver=fails) == Unfetched("there is no host no.example")
    assert fetched("http://no.example/", resolver=lambda *_: []).dead  # type: ignore[union-attr]
    found = fetched("http://no.example/", resolver=sleeps)
    assert found == Unfetched("nobody says where no.example is: the resolver does not answer")
