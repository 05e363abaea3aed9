"""Many documents from the web: several hosts at a time, and of each host one after the other."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factbook.exchange.web.limits import Fetched, Unfetched

HOSTS = 8  # that are connected to at a time


class Turns:
    """A lock for each host, held while it is connected to: also where a redirect leads there."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._locks: dict[str, Lock] = defaultdict(Lock)

    def __call__(self, host: str) -> Lock:
        """The lock of a host."""
        with self._guard:
            return self._locks[host]


def fetch_all(
    urls: Mapping[str, str], fetch: Callable[[str], Fetched | Unfetched]
) -> Iterator[tuple[str, Fetched | Unfetched]]:
    """What comes of each address, under the name it was given, as it comes in."""
    with ThreadPoolExecutor(HOSTS) as crew:
        jobs = {crew.submit(fetch, urls[name]): name for name in _mixed(urls)}
        try:
            for job in as_completed(jobs):
                yield jobs[job], job.result()
        finally:
            crew.shutdown(wait=False, cancel_futures=True)


def _mixed(urls: Mapping[str, str]) -> list[str]:
    """The names in such an order that hosts alternate, so that few wait for each other."""
    seen: dict[str, int] = defaultdict(int)
    ranks = {}
    for name, url in urls.items():
        host = _host(url)
        seen[host] += 1
        ranks[name] = seen[host]
    return sorted(ranks, key=lambda name: ranks[name])


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:  # no address at all: the fetch will say so
        return ""
