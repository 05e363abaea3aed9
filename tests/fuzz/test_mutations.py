"""Fact files broken at random: no traceback, and an answer within a second.

Seeds are fixed, so a failure can be run again: `FUZZ_FIRST=SEED FUZZ_SEEDS=1`. `make test` runs
2,000, `make fuzz` 100,000.
"""

from __future__ import annotations

import os
import random
import time
from functools import cache
from importlib import resources
from pathlib import Path

from factbook.diagnostics.formats import as_text
from factbook.diagnostics.problem import is_fatal
from factbook.pages.addresses import Addresses
from factbook.pipeline import examine_tree
from factbook.reading.tree import read_folder
from factbook.settings import Settings

FIRST = int(os.environ.get("FUZZ_FIRST", "0"))
SEEDS = int(os.environ.get("FUZZ_SEEDS", "2000"))
SLOWEST = 1.0  # seconds of work for one answer
DRAWN_EVERY = 10  # drawing all pages takes most of the time
BYTES = [b"\x00", b"\xff", b"\t", b":", b"-", b"[", b"]", b"{", b"}", b"'", b'"', b"#", b"&a ",
         b"*a", b"!t ", b"|\n", b">\n", b"\n", b"  ", b"\xe2\x80\xa8", b"%", b"@", b"`", b"---\n"]  # fmt: skip
WORDS = [
    b"none", b"unknown", b"0", b"-1", b"99999999999999999999", b"2020-13-40", b"[]", b"{}", b"~",
    b"most of a", b"5 to 3", b"2020-12-20/..", b"[2020..]", b"true", b"1e309", b"nan", b"../../x",
    b"[@none]", b"[@a#b]", b"label", b"denies", b"{unnamed: x, to: y}", "قائد".encode(), b"a" * 5000,
]  # fmt: skip


@cache
def tree() -> dict[str, bytes]:
    """The fact files of the starter and of the format's examples."""
    exchange = Path(str(resources.files("factbook.exchange")))
    files: dict[str, bytes] = {}
    for folder in ("examples", "starter"):
        files |= read_folder(exchange / folder, "facts")[0]
    return files


def mutated(content: bytes, chance: random.Random) -> bytes:
    """A file with one to four faults: of bytes, of words, or of structure."""
    for _ in range(chance.randint(1, 4)):
        lines = content.split(b"\n")
        place = chance.randrange(len(lines))
        kind = chance.randrange(8)
        at = chance.randrange(len(content) + 1)
        if kind == 0:
            content = content[:at] + chance.choice(BYTES) + content[at:]
        elif kind == 1:
            content = content[:at] + content[at + chance.randint(1, 9) :]
        elif kind == 2:
            words = content.split(b" ")
            words[chance.randrange(len(words))] = chance.choice(WORDS)
            content = b" ".join(words)
        elif kind == 3:
            key, colon, _ = lines[place].partition(b":")
            lines[place] = key + colon + b" " + chance.choice(WORDS)
            content = b"\n".join(lines)
        elif kind == 4:
            lines.insert(chance.randrange(len(lines)), lines[place])
            content = b"\n".join(lines)
        elif kind == 5:
            del lines[place : place + chance.randint(1, 3)]
            content = b"\n".join(lines)
        elif kind == 6:
            lines[place] = b" " * chance.randint(0, 9) + lines[place].lstrip()
            content = b"\n".join(lines)
        else:
            other = chance.choice(sorted(tree().values()))
            content = content[:at] + other[: chance.randint(0, 200)] + content[at:]
    return content


def answer(seed: int) -> None:
    """Everything a user could see of a dossier with one broken file."""
    chance = random.Random(seed)  # noqa: S311 - a fixed seed, not a secret
    files = dict(tree())
    path = chance.choice(sorted(files))
    files[path] = mutated(files[path], chance)
    made = examine_tree(Settings(), files)
    list(as_text(made.located(made.problems)))
    if seed % DRAWN_EVERY == 0 and not is_fatal(made.problems, strict=False):
        made.drawn(Path("nowhere"), Addresses())


def test_every_broken_file_gets_an_answer_and_soon() -> None:
    slow = []
    for seed in range(FIRST, FIRST + SEEDS):
        started = time.process_time()
        try:
            answer(seed)
        except Exception as error:
            raise AssertionError(f"seed {seed}") from error
        taken = time.process_time() - started
        if taken > SLOWEST:
            slow.append((seed, round(taken, 1)))
    assert slow == []
