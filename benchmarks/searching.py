"""How long a reader waits for results of a search, in Chromium, on a corpus that is made up.

`python benchmarks/searching.py 2000` builds a site of so many incidents, serves it, types searches
into its page, in turns, RUNS times each, and says when the first results stood there and when all
were counted. The first search of all, which loads the engine, is told apart.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from corpus import write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = 5
SEARCHES = ("attack", "killed rockets", "killed rockets damage injured", "صاروخ", "quarter bagu")
BROWSER = "/usr/bin/chromium"
# resolves with the milliseconds until the first result, and until the number of all is told
TIMED = """(words) => new Promise((done) => {
  const form = document.getElementById("fbs-form");
  const list = document.getElementById("fbs-results");
  const status = document.getElementById("fbs-status");
  list.replaceChildren();
  status.textContent = "";
  form.elements.words.value = words;
  const began = performance.now();
  let first = 0;
  const look = () => {
    if (!first && list.firstChild) first = performance.now() - began;
    if (/result/.test(status.textContent)) {
      done([first, performance.now() - began, status.textContent]);
    } else requestAnimationFrame(look);
  };
  form.requestSubmit();
  look();
})"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of a folder."""
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def told(words: str, found: list[list[float | str]]) -> None:
    """Say how long a search for some words took, each time."""
    parts = []
    for name, place in (("first", 0), ("all", 1)):
        times = [float(one[place]) for one in found]
        median, low, high = statistics.median(times), min(times), max(times)
        parts.append(f"{name} {median:.0f} ms ({low:.0f} to {high:.0f})")
    sys.stdout.write(f"{words}: {', '.join(parts)}, {found[0][2]}\n")


def main() -> None:
    """Build, serve and search, or search the site in `--site`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, help="how many incidents")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="factbook-benchmark-") as name:
        site = asked.site
        if site is None:
            write_corpus(Path(name), asked.number)
            command = [str(Path(sys.executable).parent / "factbook"), "build", "--root", name]
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
            site = Path(name) / "site"
        with served(site) as address, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(f"{address}/search/")
            page.wait_for_selector("#fbs-form", state="visible")
            first = page.evaluate(TIMED, "attack")
            sys.stdout.write(f"the first search of all: {first[1]:.0f} ms\n")
            turns = [[page.evaluate(TIMED, words) for words in SEARCHES] for _ in range(RUNS)]
            for words, found in zip(SEARCHES, zip(*turns, strict=True), strict=True):
                told(words, list(found))
            browser.close()


if __name__ == "__main__":
    main()
