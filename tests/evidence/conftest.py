"""Made-up documents with their sources, as a dossier and its snapshots."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factbook.evidence.lineage.proposing import Found, proposals

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factbook.dossier import Dossier


class Archived(NamedTuple):
    """A dossier whose documents are archived, and what is proposed for it."""

    dossier: Dossier
    found: Found
    texts: Mapping[str, str]

    @property
    def told(self) -> list[tuple[str, frozenset[str]]]:
        """What is proposed, and between whom."""
        return [(one.kind, frozenset((one.one, one.other))) for one in self.found.proposals]


@pytest.fixture
def archived(dossier: Callable[[str], Dossier]) -> Callable[..., Archived]:
    """Documents by name, with more fields of their sources; `more` are other fact files."""

    def make(more: str = "", /, fields: Mapping[str, str] | None = None, **texts: str) -> Archived:
        files, snapshots = more, {}
        for name, text in texts.items():
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            snapshots[sha256] = text.encode()
            own = (fields or {}).get(name, "")
            files += (
                f"--- sources/{name}.yaml\ntitle: {name.title()}\npublisher: unknown\n"
                f"{own or 'published: unknown'}\nsnapshot: {{sha256: '{sha256}'}}\n"
            )
        made = dossier(files)
        return Archived(made, proposals(made.ledger, snapshots), texts)

    return make
