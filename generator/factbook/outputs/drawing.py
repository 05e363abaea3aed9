"""Plans of pages to drawn pages: of a large dossier by several processes, the bodies kept on disk.

A body is a few ten kilobytes, and there can be tens of thousands: what workers draw goes into a
file without a name, from which every process that has it open can read any body at any time.
"""

from __future__ import annotations

import os
import tempfile
from typing import IO, TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem
from factbook.outputs.crew import divided, in_parallel, workers
from factbook.rendering.page import Drawn, draw_page
from factbook.rendering.templates import compile_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from factbook.pages.compose import Plan

MANY_PAGES = 400  # from so many on, drawing is worth the fork


class Spool:
    """A file without a name that holds bodies one after the other."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as it is needed
        self._end = 0

    def add(self, text: str) -> tuple[int, int]:
        """Put a text at the end; where it begins, and its bytes."""
        content = text.encode()
        self._file.write(content)
        start, self._end = self._end, self._end + len(content)
        return start, len(content)

    def close(self) -> None:
        """Have everything that was added lie in the file."""
        self._file.flush()

    def __del__(self) -> None:
        """Close the file when no page needs it any more."""
        self._file.close()

    def read(self, start: int, length: int) -> str:
        """The text that lies there; processes do not disturb each other."""
        return os.pread(self._file.fileno(), length, start).decode()


class Slot(NamedTuple):
    """Where a body lies."""

    spool: Spool
    start: int
    length: int

    def __str__(self) -> str:
        return self.spool.read(self.start, self.length)


class _Share(NamedTuple):
    """What one worker draws: plans with their numbers, into a spool of its own."""

    plans: Sequence[tuple[int, Plan]]
    spool: Spool


def draw_all(plans: Sequence[Plan], templates: Environment) -> tuple[list[Drawn], list[Problem]]:
    """Every page with its body drawn, in the order of the plans, and problems of templates."""
    crew = workers() if len(plans) >= MANY_PAGES else 1
    if crew == 1:
        drawn = [draw_page(one.compose(), templates) for one in plans]
    else:
        shares = [_Share(some, Spool()) for some in divided(list(enumerate(plans)), crew)]
        drawn = _drawn_by_workers(shares, templates)
    pages = [one for one in drawn if isinstance(one, Drawn)]
    return pages, list(dict.fromkeys(one for one in drawn if isinstance(one, Problem)))


def _drawn_by_workers(shares: Sequence[_Share], templates: Environment) -> list[Drawn | Problem]:
    compile_all(templates)  # faults are found again where they are drawn

    def draw(share: _Share) -> list[tuple[int, Drawn | Problem, int, int]]:
        found: list[tuple[int, Drawn | Problem, int, int]] = []
        for number, plan in share.plans:
            page = draw_page(plan.compose(), templates)
            if isinstance(page, Drawn):
                found.append((number, page.with_text(""), *share.spool.add(page.body)))
            else:
                found.append((number, page, 0, 0))
        share.spool.close()
        return found

    by_number: dict[int, Drawn | Problem] = {}
    results = in_parallel(shares, draw)
    for share, found in zip(shares, results, strict=True):
        for number, page, start, length in found:
            if isinstance(page, Drawn):
                by_number[number] = page.with_text(Slot(share.spool, start, length))
            else:
                by_number[number] = page
    return [by_number[number] for number in sorted(by_number)]
