"""One document from the web: limited in size, time and redirects, from public addresses only."""

from __future__ import annotations

import re
import ssl
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, IncompleteRead
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection
from urllib3.exceptions import (
    DecodeError,
    HTTPError,
    LocationParseError,
    ProtocolError,
    ReadTimeoutError,
)
from urllib3.util import Url, parse_url

import factbook
from factbook.exchange.web.limits import (
    Fetched,
    Limits,
    Resolver,
    StoppedError,
    Unfetched,
    Visit,
    resolve,
    shown,
)
from factbook.exchange.web.wire import Wire, connect

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from urllib3.response import HTTPResponse

AGENT = f"Factbook/{factbook.__version__} (archives cited documents)"
PORTS = {"http": 80, "https": 443}
LEADING_ON = frozenset({301, 302, 303, 307, 308})
WHOLE = frozenset({200, 203})
PERHAPS_THERE = frozenset({401, 403, 429, 503})  # what many servers answer to programs only
PIECE = 65_536
NO_OTHER_LIMITS = Limits()
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def _alone(_host: str) -> AbstractContextManager[object]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Fetcher:
    """What fetches; `turn` is held while a host is connected to, so that others wait for it."""

    limits: Limits = NO_OTHER_LIMITS
    resolver: Resolver = resolve
    clock: Callable[[], float] = time.monotonic
    turn: Callable[[str], AbstractContextManager[object]] = _alone

    def fetch(self, url: str) -> Fetched | Unfetched:
        """The document at an address, or why there is none."""
        visit = Visit(self.limits, self.resolver, self.clock)
        try:
            return self._followed(url, visit)
        except StoppedError as stopped:
            return stopped.outcome
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            return Unfetched(_in_words(error))

    def _followed(self, url: str, visit: Visit) -> Fetched:
        """The document at the end of all redirects."""
        here = url
        for _ in range(self.limits.redirects + 1):
            parsed = _parsed(here)
            waiting = self.clock()
            with self.turn(str(parsed.host)):
                visit.began += self.clock() - waiting  # others' visits take none of our time
                found = _visited(parsed, here, visit)
            if isinstance(found, Fetched):
                return found
            here = urljoin(here, found)
        raise StoppedError(f"it leads on more than {self.limits.redirects} times")


def _parsed(url: str) -> Url:
    """An address as its parts; raises StoppedError for what is no address on the web."""
    try:
        parsed = parse_url(url)
    except LocationParseError:
        raise StoppedError(f"{shown(url)} is no address on the web", dead=False) from None
    if parsed.scheme not in PORTS:
        raise StoppedError("it begins with neither https:// nor http://", dead=False)
    if not parsed.host or parsed.port == 0:
        raise StoppedError(f"{shown(url)} names no host", dead=False)
    if parsed.auth:
        raise StoppedError("an address with a name and a password is not for a record", dead=False)
    return parsed


def _visited(parsed: Url, url: str, visit: Visit) -> Fetched | str:
    """What one address answers: a document, or the address that it leads on to."""
    host, scheme = str(parsed.host), str(parsed.scheme)
    port = parsed.port or PORTS[scheme]
    security = ssl.create_default_context() if scheme == "https" else None
    wire = connect(host.strip("[]"), port, visit, security)
    try:
        connection = HTTPConnection(host, port)
        connection.sock = cast("socket.socket", wire)
        named = host if port == PORTS[scheme] else f"{host}:{port}"
        headers = {
            "Host": named,
            "User-Agent": AGENT,
            "Accept": "text/html, application/pdf, text/plain;q=0.9, */*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        connection.request("GET", parsed.request_uri, headers=headers, preload_content=False)
        response = connection.getresponse()
        if response.status in LEADING_ON and response.headers.get("location"):
            return _utf8(response.headers["location"])
        return _document(response, wire, url, visit)
    finally:
        wire.hang_up()


def _document(response: HTTPResponse, wire: Wire, url: str, visit: Visit) -> Fetched:
    """The document of a response; raises StoppedError where it holds none."""
    if response.status not in WHOLE:
        reason = f"the server answers {_status(response.status)}"
        if response.status in PERHAPS_THERE:
            reason += ", which readers may not meet"
        raise StoppedError(reason, status=response.status)
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced) > visit.limits.bytes:
        raise visit.too_large()
    content = _body(response, visit)
    if wire.surplus:
        raise StoppedError("the server sends more than it says: what is cut off is not known")
    if not content:
        raise StoppedError("the server sends an empty document", status=response.status)
    said = response.headers.get("content-type", "")
    charset = _CHARSET.search(said)
    media_type = said.partition(";")[0].strip().lower()
    return Fetched(content, media_type, charset[1] if charset else "", url)


def _body(response: HTTPResponse, visit: Visit) -> bytes:
    """The bytes of a document, unpacked piece by piece, so that no bomb goes off."""
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(PIECE, decode_content=True):
        size += len(piece)
        if size > visit.limits.bytes:
            raise visit.too_large()
        visit.left()
        pieces.append(piece)
    response.close()
    return b"".join(pieces)


def _utf8(header: str) -> str:
    """A header whose bytes are UTF-8, which HTTP takes for Latin-1."""
    try:
        return header.encode("latin-1").decode()
    except UnicodeError:
        return header


def _status(number: int) -> str:
    """`404 Not Found`: our own words, since those of a server could hold anything."""
    try:
        return f"{number} {HTTPStatus(number).phrase}"
    except ValueError:
        return str(number)


def _in_words(error: Exception) -> str:
    """What went wrong on the way, in the user's words."""
    inner = error.args[1] if isinstance(error, ProtocolError) and len(error.args) > 1 else error
    match inner:
        case ssl.SSLCertVerificationError():
            return f"its certificate is not good: {inner.verify_message}"
        case ssl.SSLError():
            return "no secure connection came about"
        case TimeoutError() | ReadTimeoutError():
            return "the server fell silent"
        case IncompleteRead():
            return "the document did not come whole"
        case DecodeError():
            return "what the server packed cannot be unpacked"
        case ConnectionRefusedError():
            return "the connection was refused"
        case ConnectionError():
            return "the connection was cut"
        case OSError():
            return f"no connection came about: {inner.strerror or inner}"
    return f"the server does not speak HTTP as it should: {str(inner).partition(chr(10))[0]}"
