from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from factbook.exchange.web.fetch import Fetcher
from factbook.exchange.web.limits import Fetched, Limits, Unfetched
from factbook.exchange.web.turns import Turns, fetch_all

if TYPE_CHECKING:
    import socket

    from tests.exchange.web.conftest import Server

PRIVATE = Limits(private=True)


def test_a_host_is_asked_one_thing_at_a_time(server: Server) -> None:
    def script(connection: socket.socket) -> None:
        time.sleep(0.02)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nwords")

    server.script = script
    urls = {str(number): f"{server.url}{number}" for number in range(12)}
    found = dict(fetch_all(urls, Fetcher(PRIVATE, turn=Turns()).fetch))
    assert found.keys() == urls.keys()
    assert all(isinstance(one, Fetched) for one in found.values())
    assert server.most_open == 1


def test_waiting_for_a_turn_takes_no_time_from_a_fetch(server: Server) -> None:
    def script(connection: socket.socket) -> None:
        time.sleep(0.3)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nwords")

    server.script = script
    urls = {str(number): server.url for number in range(4)}
    quick = Limits(private=True, seconds=0.6)
    found = dict(fetch_all(urls, Fetcher(quick, turn=Turns()).fetch))
    assert [one for one in found.values() if isinstance(one, Unfetched)] == []


def test_hosts_do_not_wait_for_each_other() -> None:
    both = threading.Barrier(2, timeout=5)

    def fetch(url: str) -> Unfetched:
        both.wait()
        return Unfetched(url)

    urls = {"a": "http://one.example/", "b": "http://two.example/"}
    assert dict(fetch_all(urls, fetch)) == {"a": Unfetched(urls["a"]), "b": Unfetched(urls["b"])}
