"""What is known of every quote of a dossier: found in this run, recorded as found, or neither."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal, NamedTuple

from factbook.evidence.source_lock import (
    NO_LOCK,
    SourceLock,
    is_lock_of_source,
    key_of_quote,
    read_lock,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.diagnostics.problem import Problem
    from factbook.evidence.source_lock import Line
    from factbook.facts.entries import Citation
    from factbook.facts.model import Source

State = Literal["in this run", "recorded", "stale", "unverified"]


class Standing(NamedTuple):
    """How far a quote is proven, and where it stands; `line` is None where nobody has found it."""

    state: State
    line: Line | None = None


UNVERIFIED = Standing("unverified")


@dataclass(frozen=True)
class Evidence:
    """The locks of a dossier's sources by id, and what was found in this very run.

    `found` leads from a source's id and a quote's hash to where the quote stands.
    """

    locks: Mapping[str, SourceLock] = field(default_factory=dict)
    found: Mapping[tuple[str, str], Line] = field(default_factory=dict)

    def lock(self, name: str) -> SourceLock:
        """The lock of a source; an empty one where it has none."""
        return self.locks.get(name, NO_LOCK)

    def of(self, cited: Citation, source: Source | None) -> Standing:
        """How far a quote is proven; only what was found in the very bytes of its source is."""
        if source is None or source.snapshot is None:
            return UNVERIFIED
        quotes = self.lock(cited.source).quotes
        if not quotes and not self.found:
            return UNVERIFIED
        key = key_of_quote(cited)
        now = self.found.get((cited.source, key)) if self.found else None
        if now and now.snapshot == source.snapshot.sha256:
            return Standing("in this run", now)
        line = quotes.get(key)
        if line is None:
            return UNVERIFIED
        is_same = line.snapshot == source.snapshot.sha256
        return Standing("recorded" if is_same else "stale", line)


NO_EVIDENCE = Evidence()


def read_evidence(locks: Mapping[str, bytes], facts: str) -> tuple[Evidence, list[Problem]]:
    """What the locks of sources record, among all locks by path, and what is wrong with them."""
    found: dict[str, SourceLock] = {}
    problems: list[Problem] = []
    for path, content in locks.items():
        if is_lock_of_source(path, facts):
            name = PurePosixPath(path).stem
            found[name], faults = read_lock(path, content)
            problems += faults
    return Evidence(found), problems


def with_second(first: Evidence, second: Evidence) -> Evidence:
    """The evidence of two roots: a second has locks of its own for what it quotes."""
    locks = dict(first.locks)
    for name, lock in second.locks.items():
        own = first.lock(name)
        locks[name] = SourceLock(own.text or lock.text, {**lock.quotes, **own.quotes})
    return Evidence(locks)
