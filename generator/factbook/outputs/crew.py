"""Work divided among processes: shares in, results out, in the order of the shares.

Workers are forked, so that they have at hand all that was read and weighed, and nothing but their
results need be sent. Where threads run, or the system cannot fork, this process does the work:
a fork copies locks that other threads hold.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from contextlib import suppress
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

Share = TypeVar("Share")
Job = TypeVar("Job")
Result = TypeVar("Result")
PR_SET_PDEATHSIG = 1  # Linux: the signal that a process gets when its parent ends
MOMENT = 0.1  # seconds
WORKERS = "FACTBOOK_WORKERS"  # the environment variable that sets their number


class WorkerError(RuntimeError):
    """A worker broke down: a bug."""


class WorkerLostError(WorkerError):
    """A worker was stopped from outside, as on a machine out of memory."""


def workers() -> int:
    """How many processes can share work: the processors of this one, or one."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1 or not _can_count():
        return 1
    wanted = os.environ.get(WORKERS, "")
    return max(1, int(wanted)) if wanted.isdecimal() else len(os.sched_getaffinity(0))


def _can_count() -> bool:
    """Whether processes can count together: not in a sandbox without shared memory."""
    try:
        multiprocessing.get_context("fork").Value("L", 0)
    except (ImportError, OSError):
        return False
    return True


class Tally:
    """A count that workers share with their parent, where there can be any."""

    def __init__(self) -> None:
        self._alone = 0
        self._shared = multiprocessing.get_context("fork").Value("L", 0) if workers() > 1 else None

    def add(self) -> None:
        """Count one more."""
        if self._shared is None:
            self._alone += 1
            return
        with self._shared.get_lock():
            self._shared.value += 1

    @property
    def total(self) -> int:
        """How many all workers have counted."""
        return self._alone if self._shared is None else int(self._shared.value)


def in_parallel(
    shares: Sequence[Share],
    work: Callable[[Share], Result],
    watch: Callable[[], None] = lambda: None,
) -> list[Result]:
    """The result of `work` for each share; results travel pickled, shares and `work` need not.

    One process for each share: divide the work into `workers()` shares. `watch` is called now and
    then while they work. What `work` raises is raised here; WorkerError where a worker is lost.
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
        return [_received(ours, watch) for _, ours in crew]
    finally:
        for worker, ours in crew:
            ours.close()
            worker.join(timeout=0.5)
            if worker.is_alive():
                worker.kill()
                worker.join()


def in_turn(
    jobs: Sequence[Job],
    work: Callable[[Job], Result],
    crew: int,
    watch: Callable[[], None] = lambda: None,
) -> list[Result]:
    """The result of `work` for each job, by so many processes: whoever is free takes the next.

    Put long jobs first. All else is as with `in_parallel`.
    """
    counter = multiprocessing.get_context("fork").Value("L", 0)

    def taken() -> int:
        with counter.get_lock():
            counter.value += 1
            return int(counter.value) - 1

    def share(_number: int) -> list[tuple[int, Result]]:
        found = []
        while (number := taken()) < len(jobs):
            found.append((number, work(jobs[number])))
        return found

    found = in_parallel(range(crew), share, watch)
    return [result for _, result in sorted(chain(*found), key=itemgetter(0))]


def divided(items: Sequence[Share], number: int) -> list[Sequence[Share]]:
    """Items in so many shares, dealt like cards: long and short ones come to each alike."""
    return [items[first::number] for first in range(number)]


def _worker(work: Callable[[Share], Result], share: Share, results: Connection) -> None:
    gc.disable()
    _end_with_parent()
    try:
        results.send((work(share), None, ""))
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent tells it
        results.send((None, _portable(error), traceback.format_exc()))
    finally:
        results.close()
        sys.stdout.flush()
        os._exit(0)  # nothing of the parent is to be closed or flushed twice


def _received(results: Connection, watch: Callable[[], None]) -> Any:  # noqa: ANN401 - any result
    while not results.poll(MOMENT):
        watch()
    try:
        result, error, told = results.recv()
    except EOFError:
        raise WorkerLostError(
            "a worker was stopped from outside: is there memory enough?"
        ) from None
    if told:
        raise error or WorkerError(told) from WorkerError(told)
    return result


def _portable(error: BaseException) -> BaseException | None:
    """An exception, if it can travel to the parent."""
    try:
        return error if type(pickle.loads(pickle.dumps(error))) is type(error) else None  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - anything may stand in an exception
        return None


def _end_with_parent() -> None:
    """Have the kernel end this process with its parent, whatever ends that one."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
