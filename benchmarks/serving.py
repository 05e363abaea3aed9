"""How long it takes until an edited fact is on its page, from the disk to the answer over HTTP.

`python benchmarks/serving.py [NUMBER]` serves a made-up dossier of so many incidents and edits one.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median

from corpus import write_corpus
from factbook.serving.serve import serving

TIMES = 10
PAUSE = 1.0  # seconds between two edits, as nobody types faster
TITLE = re.compile(r"^title: .*", re.MULTILINE)


def main(number: int) -> None:
    """Print how long reading took, and each of some edits."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_corpus(folder, number)
        started = time.perf_counter()
        with serving(folder, None, lambda *_: None, _complain, port=0) as address:
            taken = time.perf_counter() - started
            sys.stdout.write(f"{number} incidents served after {taken:.1f} s\n")
            edits = [_edited(folder, address, turn) for turn in range(TIMES)]
    low, high = min(edits), max(edits)
    sys.stdout.write(f"an edit: {median(edits):.3f} s, {low:.3f} to {high:.3f}\n")


def _complain(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _edited(folder: Path, address: str, turn: int) -> float:
    """Seconds from saving a file to the page that shows it."""
    time.sleep(PAUSE)
    path = folder / "facts/incidents/incident-7.yaml"
    title = f"Edited for the {turn}. time"
    path.write_text(TITLE.sub(f"title: {title}", path.read_text(encoding="utf-8"), count=1))
    started = time.perf_counter()
    while title not in _page(f"{address}incidents/incident-7/"):
        time.sleep(0.01)
    return time.perf_counter() - started


def _page(address: str) -> str:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
