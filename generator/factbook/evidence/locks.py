"""Locks: what an assessment rested on when the editors made it, a line for each.

A lock lies beside the file it belongs to: `facts/incidents/ID.lock`. A line is `KEY: FINGERPRINT`;
what begins with `#` is a comment.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Span, Spot
from factbook.evidence.source_lock import is_lock_of_source

if TYPE_CHECKING:
    from collections.abc import Mapping


SUFFIX = ".lock"
HEAD = "# What each assessment rests on; written by `factbook assess`.\n"
_LINE = re.compile(r"([a-z0-9][a-z0-9_-]*): ([0-9a-f]{32})")
MEND = "take the line out, and let `factbook assess` write it anew"


def lock_of(path: str) -> str:
    """The path of the lock that belongs to a fact file."""
    return str(PurePosixPath(path).with_suffix(SUFFIX))


def read_recorded(
    locks: Mapping[str, bytes], facts: str = "facts"
) -> tuple[dict[tuple[str, str], str], list[Problem]]:
    """All fingerprints that locks hold, by subject and key, and a problem for each other line.

    Among `locks`, by path, may be those of sources below the folder `facts`: they are another's.
    """
    recorded: dict[tuple[str, str], str] = {}
    problems: list[Problem] = []
    for path, content in locks.items():
        if is_lock_of_source(path, facts):
            continue
        subject = PurePosixPath(path).stem
        lines = content.decode("utf-8", "replace").splitlines()
        for number, line in enumerate(lines, start=1):
            match = _LINE.fullmatch(line.strip())
            if match:
                recorded[subject, match[1]] = match[2]
            elif line.strip() and not line.startswith("#"):
                span = Span(number, 1, number, len(line) + 1)
                message = "this line is none that `factbook assess` writes"
                problems.append(Problem("broken-lock", message, Spot(path, span=span), MEND))
    return recorded, problems


def lock_text(fingerprints: Mapping[str, str]) -> bytes:
    """The text of a lock, its lines in the order of keys."""
    lines = [f"{key}: {found}\n" for key, found in sorted(fingerprints.items())]
    return (HEAD + "".join(lines)).encode()
