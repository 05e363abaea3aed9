"""A server on this machine that says whatever a test wants it to say, byte by byte."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Server:
    """Answers each connection by a script, in a thread of its own; notes what it was asked."""

    def __init__(self) -> None:
        self.script: Callable[[socket.socket], None] = lambda _: None
        self.waits = True  # for a whole request, before it answers
        self.asked: list[str] = []
        self.open_now = 0
        self.most_open = 0
        self.done = threading.Event()
        self._guard = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self._begin(self._serve)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def says(self, *parts: bytes) -> None:
        """Every connection is answered with these bytes, then closed."""

        def script(connection: socket.socket) -> None:
            for part in parts:
                connection.sendall(part)

        self.script = script

    def stop(self) -> None:
        """Answer no more, and leave no thread behind: where one runs, nothing is forked."""
        self.done.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for one in self._threads:
            one.join(timeout=10)

    def _begin(self, work: Callable[..., None], *given: object) -> None:
        self._threads.append(threading.Thread(target=work, args=given, daemon=True))
        self._threads[-1].start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self._begin(self._answer, connection)

    def _answer(self, connection: socket.socket) -> None:
        with self._guard:
            self.open_now += 1
            self.most_open = max(self.most_open, self.open_now)
        with suppress(OSError), connection:
            asked = b""
            while self.waits and b"\r\n\r\n" not in asked and (more := connection.recv(65_536)):
                asked += more
            self.asked.append(asked.decode("latin-1"))
            self.script(connection)
            with self._guard:
                self.open_now -= 1


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.stop()
