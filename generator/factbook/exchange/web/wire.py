"""A connection to a server: pinned to the address that was looked at, and counted byte by byte.

A name is resolved once for each connection; the socket connects to what came of it, so nothing can
change between the look and the connection. Every read waits for no longer than the fetch has left.
"""

from __future__ import annotations

import io
import socket
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

from factbook.exchange.web.limits import StoppedError
from factbook.exchange.web.whereabouts import is_public

if TYPE_CHECKING:
    import ssl
    from collections.abc import Sequence

    from factbook.exchange.web.limits import Found, Visit


class Wire:
    """A socket that urllib3 reads from; `surplus` says whether more came than was announced.

    `close` is ours alone: what http.client closes, it still reads from.
    """

    def __init__(self, plain: socket.socket, visit: Visit) -> None:
        self._socket = plain
        self._visit = visit
        self._reader: _Reader | None = None

    def makefile(self, *_mode: Any, **_more: Any) -> io.BufferedReader:  # noqa: ANN401 - as of sockets
        """What http.client reads a response from."""
        self._reader = _Reader(_Counted(self._socket, self._visit))
        return self._reader

    def sendall(self, data: bytes) -> None:
        """Send a request."""
        self._socket.settimeout(self._visit.left())
        self._socket.sendall(data)

    def settimeout(self, _seconds: float | None) -> None:
        """Each read has its own."""

    def close(self) -> None:
        """Not yet: the response may still be read."""

    def hang_up(self) -> None:
        """Close the connection."""
        with suppress(OSError):
            self._socket.close()

    @property
    def surplus(self) -> bool:
        """Whether bytes came in after the end of the response."""
        return self._reader is not None and self._reader.surplus


class _Counted(io.RawIOBase):
    """Bytes from a socket, each read within the time and the size that a fetch has left."""

    def __init__(self, plain: socket.socket, visit: Visit) -> None:
        super().__init__()
        self._socket = plain
        self._visit = visit
        self.is_done = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - whatever the reader above has
        if self.is_done:
            return 0
        self._socket.settimeout(self._visit.left())
        try:
            number = self._socket.recv_into(buffer)
        except TimeoutError:
            self._visit.left()  # which of the two limits it was
            raise
        self._visit.took(number)
        return number


class _Reader(io.BufferedReader):
    """A reader that notes, when it is closed, whether something is left in it."""

    raw: _Counted
    surplus = False

    def close(self) -> None:
        if not self.closed:
            self.raw.is_done = True
            self.surplus = bool(self.peek(1))
        super().close()


def connect(host: str, port: int, visit: Visit, security: ssl.SSLContext | None) -> Wire:
    """A connection to a host, at an address that may be connected to; raises StoppedError.

    `security` is None for http. OSError where no address answers.
    """
    found = _resolved(host, port, visit)
    allowed = [one for one in found if visit.limits.private or is_public(str(one.address[0]))]
    if not allowed:
        at = str(found[0].address[0])
        where = host if host == at else f"{host} is at {at}, which"
        reason = f"{where} is no public address: --private allows it"
        raise StoppedError(reason, dead=False)
    error: OSError | None = None
    for one in allowed:
        plain = socket.socket(one.family, socket.SOCK_STREAM)
        try:
            plain.settimeout(visit.left())
            plain.connect(one.address)
            secure = security and security.wrap_socket(plain, server_hostname=host)
            return Wire(secure or plain, visit)
        except OSError as failed:
            plain.close()
            error = failed
        except BaseException:
            plain.close()
            raise
    raise error or OSError("no address answers")


def _resolved(host: str, port: int, visit: Visit) -> Sequence[Found]:
    """Where a name leads. A resolver knows no time limit, so it is waited for from outside."""
    found: list[Sequence[Found]] = []
    failed: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            found.append(visit.resolver(host, port))
        except (OSError, UnicodeError) as error:  # a name too long for the DNS is a UnicodeError
            failed.append(error)

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(visit.left())
    answers = not failed or failed[0].args[:1] != (socket.EAI_AGAIN,)
    if answers and (failed or (found and not found[0])):
        raise StoppedError(f"there is no host {host}")
    if not found:
        raise StoppedError(f"nobody says where {host} is: the resolver does not answer")
    return found[0]
