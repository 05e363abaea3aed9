"""The locks that lie beside fact files, of assessments and of sources, read together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence import locks as of_assessments
from factbook.evidence.standing import Evidence, read_evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.diagnostics.problem import Problem

SUFFIX = of_assessments.SUFFIX


class Beside(NamedTuple):
    """Locks by path, what they say of assessments and of quotes, and what is wrong with them."""

    locks: Mapping[str, bytes]
    recorded: Mapping[tuple[str, str], str]
    evidence: Evidence
    problems: tuple[Problem, ...]


def read_beside(locks: Mapping[str, bytes], facts: str) -> Beside:
    """What the locks below the folder `facts` say."""
    recorded, broken = of_assessments.read_recorded(locks, facts)
    evidence, unread = read_evidence(locks, facts)
    return Beside(locks, recorded, evidence, (*broken, *unread))
