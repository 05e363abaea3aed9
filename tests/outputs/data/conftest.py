"""Data files of a dossier, read back as a program reads them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factbook.outputs.data.files import data_files
from factbook.pages.addresses import Addresses

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

Lines = list[dict[str, Any]]


@pytest.fixture
def files() -> Callable[[Dossier], dict[str, bytes]]:
    """All data files of a dossier by name."""

    def make(dossier: Dossier) -> dict[str, bytes]:
        evidence = dossier.evidence
        found = data_files(dossier.ledger, dossier.weighing, Addresses(), "Made up", (), evidence)
        return dict(found)

    return make


@pytest.fixture
def lines(files: Callable[[Dossier], dict[str, bytes]]) -> Callable[[Dossier, str], Lines]:
    """The lines of one file of a dossier."""

    def read(dossier: Dossier, name: str) -> Lines:
        return [json.loads(one) for one in files(dossier)[f"data/{name}.jsonl"].splitlines()]

    return read
