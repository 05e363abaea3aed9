from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from collections import Counter

import pytest

from factbook.outputs.crew import (
    WORKERS,
    Tally,
    WorkerError,
    divided,
    in_parallel,
    in_turn,
    workers,
)


@pytest.fixture
def four(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WORKERS, "4")


@pytest.mark.usefixtures("four")
def test_results_come_in_the_order_of_the_shares_and_from_other_processes() -> None:
    known = {"a": 1}  # nothing of it need be sent
    results = in_parallel(range(4), lambda share: (share + known["a"], os.getpid()))
    assert [one for one, _ in results] == [1, 2, 3, 4]
    assert len({pid for _, pid in results} - {os.getpid()}) == 4


@pytest.mark.usefixtures("four")
def test_jobs_are_done_by_whoever_is_free_and_their_results_come_in_order() -> None:
    def work(job: int) -> tuple[int, int]:
        time.sleep(0.3 if job == 0 else 0.01)
        return job, os.getpid()

    results = in_turn(range(12), work, 3)
    assert [job for job, _ in results] == list(range(12))
    by = Counter(pid for _, pid in results)
    assert len(by) == 3
    assert by[results[0][1]] < 4  # who had the long one did few others


def test_where_nothing_is_forked_jobs_are_done_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WORKERS, "1")
    done = in_turn("abc", lambda job: (job, os.getpid()), 2)
    assert done == [(job, os.getpid()) for job in "abc"]


def test_where_nothing_can_be_forked_work_is_counted_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def get_context(method: str) -> None:
        raise ValueError(f"cannot find context for '{method}'")  # as on Windows

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(multiprocessing, "get_context", get_context)
    tally = Tally()
    for _ in "abc":
        tally.add()
    assert tally.total == 3


@pytest.mark.usefixtures("four")
def test_where_processes_cannot_count_together_one_does_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def value(*_given: object) -> None:
        raise PermissionError(13, "Permission denied")  # as where /dev/shm cannot be written

    monkeypatch.setattr(type(multiprocessing.get_context("fork")), "Value", value, raising=False)
    assert workers() == 1
    Tally().add()
    assert in_parallel("ab", lambda share: (share, os.getpid())) == [
        (share, os.getpid()) for share in "ab"
    ]


@pytest.mark.usefixtures("four")
def test_a_worker_that_breaks_down_is_told_with_what_it_did() -> None:
    def work(share: int) -> float:
        return 1 / share

    with pytest.raises(ZeroDivisionError) as raised:
        in_parallel([1, 0], work)
    assert "return 1 / share" in str(raised.value.__cause__)


@pytest.mark.usefixtures("four")
def test_what_cannot_travel_is_told_in_words() -> None:
    class OddError(Exception):
        """Only known here."""

    def work(share: int) -> int:
        raise OddError(share)

    with pytest.raises(WorkerError, match="OddError"):
        in_parallel([1, 2], work)


@pytest.mark.usefixtures("four")
def test_a_worker_that_is_killed_is_told() -> None:
    with pytest.raises(WorkerError, match="memory"):
        in_parallel([1, 2], lambda _: os._exit(9))


@pytest.mark.usefixtures("four")
def test_large_results_do_not_block() -> None:
    results = in_parallel([1, 2, 3], lambda share: "x" * 5_000_000 * share)
    assert [len(one) // 5_000_000 for one in results] == [1, 2, 3]


@pytest.mark.usefixtures("four")
def test_where_threads_run_nothing_is_forked() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert workers() == 1
        assert in_parallel([1, 2], lambda _: os.getpid()) == [os.getpid()] * 2
    finally:
        stop.set()
        thread.join()


def test_work_is_dealt_like_cards() -> None:
    assert divided([0, 1, 2, 3, 4], 2) == [[0, 2, 4], [1, 3]]
