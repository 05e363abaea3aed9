"""One build of a site at a time: a second one is told so. A killed build holds nothing back."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from factbook.outputs.publishing.ground import PublishingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.outputs.publishing.ground import Ground


PATIENCE = 0.1  # seconds: a lock that is just being removed is none


class BusyError(PublishingError):
    """Another build of the same site is under way."""


@contextmanager
def alone(ground: Ground) -> Iterator[None]:
    """Be the only build of a site; raises BusyError where one is under way."""
    lock = FileLock(ground.lock, timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(f"another build of {ground.site} is under way") from None
    try:
        yield
    finally:
        with suppress(OSError):  # whoever has just opened it sees that it is gone, and tries again
            ground.lock.unlink(missing_ok=True)
        lock.release()
