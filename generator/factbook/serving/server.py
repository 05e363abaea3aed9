"""A web server for one dossier and few readers: those who edit it."""

from __future__ import annotations

import errno
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factbook.serving.answers import Answer, answer
from factbook.serving.panel import OWN

if TYPE_CHECKING:
    from factbook.serving.preview import Preview

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
TRIES = 20  # ports looked at after the first
BEAT = 15.0  # seconds after which a page that waits hears that the server is there
CONNECTION_LOST = (BrokenPipeError, ConnectionResetError, ConnectionAbortedError, TimeoutError)


class PortTakenError(Exception):
    """Another program serves at this port."""


class Server(ThreadingHTTPServer):
    """Answers for a preview, which is there once the first state is."""

    daemon_threads = True
    preview: Preview

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who went away is no news."""


def listening(host: str, port: int, *, exactly: bool) -> Server:
    """A server at a port; at the next free one where it is taken and need not be `exactly` that.

    Raises PortTakenError, or OSError where the host is none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = type("Server", (Server,), {"address_family": family})
    for number in range(port, min(port + (1 if exactly or not port else TRIES), 65536)):
        try:
            found: Server = made((host, number), Handler)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
        else:
            return found
    raise PortTakenError(f"port {port} is taken: choose another with --port")


class Handler(BaseHTTPRequestHandler):
    """GET and HEAD; everything else is refused by the library."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Answer, or tell of changes as they come."""
        preview = self.server.preview
        if not self._is_for_us():
            self._send(Answer(421, b"This server does not go by that name.\n", "text/plain"))
        elif urlsplit(self.path).path == f"{preview.now.surroundings.mount}{OWN}/events":
            self._tell(preview)
        else:
            self._send(answer(self.path, preview.now))

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def log_message(self, *_: object) -> None:
        """Requests are no news."""

    def _is_for_us(self) -> bool:
        """Whether the name asked for is ours: a page elsewhere may have its own name lead here."""
        host = str(self.server.server_address[0])
        name = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        return host not in LOCAL or name in LOCAL

    def _send(self, found: Answer) -> None:
        try:
            self.send_response(found.status)
            if found.location:
                self.send_header("Location", found.location)
            self.send_header("Content-Type", found.type)
            self.send_header("Content-Length", str(len(found.content)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(found.content)
        except CONNECTION_LOST:
            self.close_connection = True

    def _tell(self, preview: Preview) -> None:
        """Server-sent events: the version that is shown, now and whenever it is another."""
        self.close_connection = True
        try:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.send_header("Connection", "close")
            self.end_headers()
            version = -1
            while not preview.is_over:
                shown = preview.wait(version, BEAT)
                told = f"event: version\ndata: {shown}\n\n" if shown != version else ": here\n\n"
                version = shown
                self.wfile.write(told.encode())
                self.wfile.flush()
        except CONNECTION_LOST:
            return
