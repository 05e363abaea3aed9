"""How far a fetch may go, what comes of it, and what it uses up on the way."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

MEGABYTE = 1_000_000
_SECRET = re.compile(r"//[^/?#\\]*@")


class Found(NamedTuple):
    """Where a name leads: a family of addresses, and what a socket of it connects to."""

    family: socket.AddressFamily
    address: tuple[Any, ...]


Resolver = Callable[[str, int], Sequence[Found]]


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a document may be, how long it may take, how often it may lead on.

    `silence` is for how long a server may send nothing. `private` allows addresses that are not
    reachable for everybody: of this machine, and of networks around it.
    """

    bytes: int = 50 * MEGABYTE
    seconds: float = 60
    silence: float = 20
    redirects: int = 5
    private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as it came, unpacked, with what its server said of it; `url` is where it was."""

    content: bytes
    media_type: str
    charset: str
    url: str


@dataclass(frozen=True, slots=True)
class Unfetched:
    """Why there is no document; `dead` where that is the server's doing, not a limit of ours.

    `status` is what the server answered, 0 where it did not.
    """

    reason: str
    dead: bool = True
    status: int = 0


class StoppedError(Exception):
    """A fetch ends here; `outcome` says why."""

    def __init__(self, reason: str, *, dead: bool = True, status: int = 0) -> None:
        super().__init__(reason)
        self.outcome = Unfetched(reason, dead, status)


def shown(url: str) -> str:
    """An address as messages may show it: without a name and a password."""
    return _SECRET.sub("//…@", url, count=1)


def resolve(host: str, port: int) -> Sequence[Found]:
    """Where the system's resolver says that a name leads."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [Found(family, address) for family, _, _, _, address in found]


@dataclass(slots=True)
class Visit:
    """One fetch: its limits, and what is left of them over all redirects."""

    limits: Limits
    resolver: Resolver = resolve
    clock: Callable[[], float] = time.monotonic
    began: float = field(init=False)
    received: int = 0

    def __post_init__(self) -> None:
        self.began = self.clock()

    def left(self) -> float:
        """How many seconds may be waited now; raises StoppedError where none are left."""
        left = self.limits.seconds - (self.clock() - self.began)
        if left <= 0:
            raise StoppedError(f"it took more than {self.limits.seconds:g} seconds")
        return min(left, self.limits.silence)

    def took(self, number: int) -> None:
        """So many bytes came in; raises StoppedError where that is more than a document may have.

        What is not the document itself, such as headers, may come to a megabyte.
        """
        self.received += number
        if self.received > self.limits.bytes + MEGABYTE:
            raise self.too_large()

    def too_large(self) -> StoppedError:
        """That a document is larger than allowed."""
        most = self.limits.bytes / MEGABYTE
        return StoppedError(f"it is larger than {most:g} MB", dead=False)
