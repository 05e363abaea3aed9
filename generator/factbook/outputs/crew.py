"""Work divided among processes: shares in, results out, in the order of the shares.

Workers are forked, so that they have at hand all that was read and weighed, and nothing but their
results need be sent. Where threads run, or the system cannot fork, this process does the work:
a fork copies locks that other threads hold.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import traceback
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

Share = TypeVar("Share")
Result = TypeVar("Result")
WORKERS = "FACTBOOK_WORKERS"  # the environment variable that sets their number


class WorkerError(RuntimeError):
    """A worker broke down: a bug, or a machine out of memory."""


def workers() -> int:
    """How many processes can share work: the processors of this one, or one."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    wanted = os.environ.get(WORKERS, "")
    return max(1, int(wanted)) if wanted.isdecimal() else len(os.sched_getaffinity(0))


def in_parallel(shares: Sequence[Share], work: Callable[[Share], Result]) -> list[Result]:
    """The result of `work` for each share; results travel pickled, shares and `work` need not.

    One process for each share: divide the work into `workers()` shares. Raises WorkerError.
    """
    if len(shares) < 2 or workers() < 2:
        return [work(share) for share in shares]
    context = multiprocessing.get_context("fork")
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()  # what is there stays: no collector of a worker need touch, and so copy, it
    crew = []
    try:
        for share in shares:
            ours, theirs = context.Pipe(duplex=False)
            worker = context.Process(target=_worker, args=(work, share, theirs), daemon=True)
            worker.start()
            theirs.close()
            crew.append((worker, ours))
        return [_received(ours) for _, ours in crew]
    finally:
        for worker, ours in crew:
            ours.close()
            worker.join(timeout=0.5)
            if worker.is_alive():
                worker.kill()
                worker.join()


def divided(items: Sequence[Share], number: int) -> list[Sequence[Share]]:
    """Items in so many shares, dealt like cards: long and short ones come to each alike."""
    return [items[first::number] for first in range(number)]


def _worker(work: Callable[[Share], Result], share: Share, results: Connection) -> None:
    gc.disable()
    try:
        results.send((work(share), ""))
    except BaseException:  # noqa: BLE001 - whatever it is, the parent tells it
        results.send((None, traceback.format_exc()))
    finally:
        results.close()
        sys.stdout.flush()
        os._exit(0)  # nothing of the parent is to be closed or flushed twice


def _received(results: Connection) -> Any:  # noqa: ANN401 - whatever the work came to
    try:
        result, error = results.recv()
    except EOFError:
        raise WorkerError("a worker was stopped from outside: is there memory enough?") from None
    if error:
        raise WorkerError(error)
    return result
