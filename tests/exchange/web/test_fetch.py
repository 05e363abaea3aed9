"""A document is fetched within limits, from a server that keeps to nothing."""

from __future__ import annotations

import gzip
import itertools
import socket
import ssl
import time
import tracemalloc
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from factbook.exchange.web.fetch import Fetcher
from factbook.exchange.web.limits import Fetched, Limits, Unfetched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.exchange.web.conftest import Server

QUICK = Limits(bytes=100_000, seconds=1.5, silence=0.4, redirects=3, private=True)
OK = b"HTTP/1.1 200 OK\r\n"
HTML = b"Content-Type: text/html; charset=windows-1256\r\n"


def head(*lines: str) -> bytes:
    return OK + "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n"


def fetched(url: str, limits: Limits = QUICK, **more: Any) -> Fetched | Unfetched:  # noqa: ANN401 - what a fetcher takes
    return Fetcher(limits, **more).fetch(url)


def test_a_document_comes_with_what_was_said_of_it(server: Server) -> None:
    server.says(OK, HTML, b"Content-Length: 5\r\n\r\n", b"words")
    found = fetched(f"{server.url}a b?c=d#e")
    assert found == Fetched(b"words", "text/html", "windows-1256", f"{server.url}a b?c=d#e")
    [asked] = server.asked
    assert asked.startswith("GET /a%20b?c=d HTTP/1.1\r\n")
    assert f"Host: 127.0.0.1:{server.port}\r\n" in asked
    assert "User-Agent: Factbook/" in asked


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (("Transfer-Encoding: chunked",), b"3\r\nwor\r\n2;x=y\r\nds\r\n0\r\n\r\n"),
        (("Content-Encoding: gzip",), gzip.compress(b"words")),
        (("Content-Encoding: deflate",), zlib.compress(b"words")),
        (("Content-Encoding: gzip, gzip",), gzip.compress(gzip.compress(b"words"))),
        ((), b"words"),
        (("Content-Length: nonsense",), b"words"),
    ],
)
def test_all_the_ways_of_http_come_to_the_same_bytes(
    server: Server, lines: tuple[str, ...], body: bytes
) -> None:
    server.says(head(*lines), body)
    found = fetched(server.url)
    assert isinstance(found, Fetched), found
    assert found.content == b"words"


BOMB = gzip.compress(b"\0" * 30_000_000)
MISBEHAVIOUR: list[tuple[str, list[bytes], str]] = [
    ("not found", [b"HTTP/1.1 404 Whatever\x1b[31m\r\n\r\n"], "the server answers 404 Not Found"),
    ("gone", [b"HTTP/1.1 410 Gone\r\n\r\n"], "the server answers 410 Gone"),
    ("forbidden to programs", [b"HTTP/1.1 403 No\r\n\r\n"], "the server answers 403 Forbidden, which readers may not meet"),
    ("a status of its own", [b"HTTP/1.1 799 Hi\r\n\r\n"], "the server answers 799"),
    ("a part only", [b"HTTP/1.1 206 Partial\r\n\r\nwords"], "the server answers 206 Partial Content"),
    ("led nowhere", [b"HTTP/1.1 302 Found\r\n\r\n"], "the server answers 302 Found"),
    ("empty", [head("Content-Length: 0")], "the server sends an empty document"),
    ("nothing at all", [], "the connection was cut"),
    ("cut within the headers", [OK, b"Content-Le"], "the server sends an empty document"),
    ("cut within the document", [head("Content-Length: 50"), b"words"], "the document did not come whole"),
    ("cut within a chunk", [head("Transfer-Encoding: chunked"), b"ff\r\nwor"], "the document did not come whole"),
    ("cut before the last chunk", [head("Transfer-Encoding: chunked"), b"5\r\nwords\r\n"], "the document did not come whole"),
    ("chunks of no size", [head("Transfer-Encoding: chunked"), b"zz\r\nwords\r\n"], "the document did not come whole"),
    ("less than it sends", [head("Content-Length: 3") + b"words"], "the server sends more than it says: what is cut off is not known"),
    ("two lengths", [head("Content-Length: 3", "Content-Length: 5"), b"words"], "the server does not speak HTTP as it should"),
    ("too large, as it says", [head("Content-Length: 100001")], "it is larger than 0.1 MB"),
    ("too large, unsaid", [head(), b"x" * 100_001], "it is larger than 0.1 MB"),
    ("a bomb", [head("Content-Encoding: gzip"), BOMB], "it is larger than 0.1 MB"),
    ("a bomb in a bomb", [head("Content-Encoding: gzip, gzip"), gzip.compress(BOMB)], "it is larger than 0.1 MB"),
    ("packed ten times", [head("Content-Encoding: " + ", ".join(["gzip"] * 10)), b"words"], "what the server packed cannot be unpacked"),
    ("not packed as it says", [head("Content-Encoding: gzip"), b"words"], "what the server packed cannot be unpacked"),
    ("a header without end", [OK, b"X: " + b"x" * 100_000], "the server does not speak HTTP as it should"),
    ("very many headers", [OK, b"X: y\r\n" * 2_000, b"\r\n"], "the server does not speak HTTP as it should"),
    ("no HTTP", [b"SSH-2.0-OpenSSH_9\r\n\r\n"], "the server does not speak HTTP as it should"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "parts", "reason"), MISBEHAVIOUR, ids=[row[0] for row in MISBEHAVIOUR]
)
def test_what_a_server_does_wrong_is_said(
    server: Server, name: str, parts: list[bytes], reason: str
) -> None:
    server.says(*parts)
    found = fetched(server.url)
    assert isinstance(found, Unfetched), name
    assert found.reason.startswith(reason), name


def test_a_bomb_takes_no_memory(server: Server) -> None:
    server.says(head("Content-Encoding: gzip"), gzip.compress(b"\0" * 300_000_000, 9))
    fetched(server.url)  # so that what is loaded once does not count
    tracemalloc.start()
    fetched(server.url)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


def slowly(pieces: Iterator[bytes], pause: float) -> Callable[[socket.socket], None]:
    def script(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(pause)

    return script


SLOW = [
    ("a byte at a time in the document", lambda: itertools.chain([head()], itertools.repeat(b"x"))),
    ("a byte at a time in a header", lambda: itertools.chain([OK + b"X: "], itertools.repeat(b"x"))),
    ("headers without end", lambda: itertools.chain([OK], itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n"))),
    ("always about to go on", lambda: itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n")),
    ("chunks of one byte", lambda: itertools.chain([head("Transfer-Encoding: chunked")], itertools.repeat(b"1\r\nx\r\n"))),
]  # fmt: skip


@pytest.mark.parametrize(("name", "pieces"), SLOW, ids=[row[0] for row in SLOW])
def test_a_server_that_trickles_is_left_in_time(
    server: Server, name: str, pieces: Callable[[], Iterator[bytes]]
) -> None:
    server.script = slowly(pieces(), 0.05)
    began = time.monotonic()
    found = fetched(server.url)
    assert isinstance(found, Unfetched), name
    assert time.monotonic() - began < QUICK.seconds + 1, name
    assert found.reason == "it took more than 1.5 seconds", name


def test_a_server_that_falls_silent_is_left_sooner(server: Server) -> None:
    def script(connection: socket.socket) -> None:
        connection.sendall(head() + b"wor")
        server.done.wait(5)

    server.script = script
    began = time.monotonic()
    assert fetched(server.url) == Unfetched("the server fell silent")
    assert time.monotonic() - began < 1.2


def test_time_is_counted_by_the_clock_that_is_given(server: Server) -> None:
    server.says(head(), b"words")
    hours = itertools.count(0, 3600)
    found = fetched(server.url, clock=lambda: float(next(hours)))
    assert found == Unfetched("it took more than 1.5 seconds")


def test_endless_chunk_extensions_are_too_large(server: Server) -> None:
    server.says(head("Transfer-Encoding: chunked"), *([b"0;" + b"x" * 60_000] * 30))
    assert isinstance(fetched(server.url), Unfetched)


def test_a_closed_port_is_dead() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        assert fetched(url) == Unfetched("the connection was refused")


def test_a_server_without_security_has_none(server: Server) -> None:
    server.waits = False
    server.says(b"no TLS at all")
    found = fetched(server.url.replace("http:", "https:"))
    assert isinstance(found, Unfetched)
    assert found.reason in {"no secure connection came about", "the connection was cut"}


def test_a_certificate_that_nobody_vouches_for_is_not_believed(server: Server, root: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(root / "tests" / "data" / "self-signed.pem")
    server.waits = False

    def script(connection: socket.socket) -> None:
        context.wrap_socket(connection, server_side=True)

    server.script = script
    found = fetched(server.url.replace("http:", "https:"))
    assert found == Unfetched("its certificate is not good: self-signed certificate")


def test_a_certificate_that_is_vouched_for_is(
    server: Server, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pem = root / "tests" / "data" / "self-signed.pem"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)

    def script(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secure:
            server.asked.append(secure.recv(65_536).decode())
            secure.sendall(head("Content-Length: 5") + b"words")

    server.waits, server.script = False, script
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    found = fetched(server.url.replace("http:", "https:"))
    assert isinstance(found, Fetched), found
    assert f"Host: 127.0.0.1:{server.port}" in "".join(server.asked)
