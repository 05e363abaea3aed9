"""Pagefind as a service: one process, every request written without waiting for the answers.

A request is a JSON object in base64 with a comma behind it, and so is an answer. Its own Python
package waits for each answer before it asks again, which takes minutes for what takes seconds here.
"""

from __future__ import annotations

import base64
import binascii
import json
import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Request = dict[str, Any]
    Files = dict[str, bytes]

CHUNK = 1 << 20
MEND = "install Factbook again, or build without a search: factbook build --no-search"


class SearchError(Exception):
    """The index cannot be made; the message says why and how to mend it."""


def engine() -> Path:
    """The program; raises SearchError where it is not there."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - may be missing

        return Path(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise SearchError(f"the search engine Pagefind is not installed; {MEND}") from error


def indexed(shards: Sequence[Sequence[Request]], language: str, program: Path) -> list[Files]:
    """The files of one index for each shard of records; raises SearchError."""
    requests = list(_requests(shards, language))
    with _running(program) as process:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("both are pipes")
        Thread(target=_write, args=(process.stdin, requests), daemon=True).start()
        return _answered(process.stdout, len(shards), len(requests))


@contextmanager
def _running(program: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The engine as a process, which ends with what is done here."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the engine that was installed with us
            [program, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise SearchError(f"the search engine Pagefind does not start ({error}); {MEND}") from error
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was not yet written is lost with the process
                if pipe:
                    pipe.close()


def _requests(shards: Sequence[Sequence[Request]], language: str) -> Iterator[Request]:
    """An index for each shard, whose numbers the engine counts from 0; then all that is in it."""
    for _ in shards:
        yield {"type": "NewIndex", "config": {"force_language": language}}
    for number, records in enumerate(shards):
        for record in records:
            yield {"type": "AddRecord", "index_id": number, "language": language, **record}
    for number in range(len(shards)):
        yield {"type": "GetFiles", "index_id": number}


def _write(pipe: IO[bytes], requests: Iterable[Request]) -> None:
    """Write all requests, and leave the pipe open: at its end the engine stops, done or not.

    An engine that has died is noticed by whoever reads.
    """
    try:
        for number, payload in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": payload})
            pipe.write(base64.b64encode(message.encode()) + b",")
        pipe.flush()
    except (OSError, ValueError):  # the engine is gone, or the pipe closed behind it
        return


def _answered(pipe: IO[bytes], shards: int, expected: int) -> list[Files]:
    """The files of each shard, once every request has been answered."""
    files: dict[int, Files] = {}
    first = expected - shards  # the number of the first request for files
    for count, answer in enumerate(_answers(pipe), start=1):
        payload = answer["payload"]
        if payload["type"] == "Error":
            raise SearchError(f"the search engine Pagefind refuses: {payload['message']}")
        if payload["type"] == "NewIndex" and payload["index_id"] != answer["message_id"]:
            raise SearchError("the search engine Pagefind counts its indexes in another way")
        if payload["type"] == "GetFiles":
            files[answer["message_id"] - first] = {
                one["path"]: base64.b64decode(one["content"]) for one in payload["files"]
            }
        if count == expected:
            return [files[number] for number in range(shards)]
    raise SearchError(f"the search engine Pagefind broke off; {MEND}")


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    rest = b""
    while chunk := pipe.read1(CHUNK):  # type: ignore[attr-defined] # a pipe is buffered
        *whole, rest = (rest + chunk).split(b",")
        for one in whole:
            try:
                yield json.loads(base64.b64decode(one))
            except (binascii.Error, ValueError) as error:
                raise SearchError(f"the search engine Pagefind says “{one[:80]!r}”") from error
