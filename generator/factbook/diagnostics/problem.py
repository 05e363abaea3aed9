"""A problem is a value: what a check found, where, how grave, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.diagnostics.spot import Spot


class Severity(StrEnum):
    """An error stops the build; a warning does so only when asked to be strict."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One defect of the files, never published.

    `rule` is named after the fault. `message` says what is wrong in the words of someone who writes
    facts; `mend` says what to do about it.
    """

    rule: str
    message: str
    spot: Spot
    mend: str = ""
    severity: Severity = Severity.ERROR


def is_fatal(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether these problems stop a build: errors always do, warnings when strict."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint naming the known word nearest to `word`, or `otherwise` where none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else otherwise
