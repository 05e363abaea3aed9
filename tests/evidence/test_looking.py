"""A lock can be written by hand: what it says is believed only where the words stand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from factbook.evidence.locating import Locator
from factbook.evidence.quotes import verify
from factbook.evidence.source_lock import Line, SourceLock, key_of_quote, text_record
from factbook.evidence.standing import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

FACTS = """
--- incidents/fire.yaml
title: Fire
claims:
  three: {attribute: killed, value: 3, cite: [{source: paper, CITATION}]}
--- sources/paper.yaml
title: Paper
publisher: unknown
published: unknown
snapshot: {sha256: SHA256}
"""
TWICE = "Headline\n\nThree died, he said.\n\nShe denied it. Three died, he said again.\n"


@pytest.mark.parametrize(
    ("citation", "text", "spans", "where"),
    [
        ("quote: hree died", TWICE, ((11, 20),), Locator(0, 2, 2)),
        ("quote: '8'", "Headline\n\nThey fired 18 rockets.", ((22, 23),), Locator(0, 2, 2)),
        ("quote: Three died, prefix: denied it.", TWICE, ((10, 20),), Locator(0, 2, 2)),
        ("quote: Three died", TWICE, ((10, 20),), Locator(0, 1, 1)),
        ("quote: 'Three […] said'", "Three" + " x" * 900 + " said", ((0, 5), (1806, 1810)), None),
    ],
    ids=["part of a word", "part of a number", "other context", "other paragraph", "too far"],
)
def test_who_builds_believes_no_lock_that_was_written_by_hand(
    dossier: Callable[[str], Dossier],
    citation: str,
    text: str,
    spans: tuple[tuple[int, int], ...],
    where: Locator | None,
) -> None:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    store = {sha256: text.encode()}
    made = dossier(FACTS.replace("CITATION", citation).replace("SHA256", sha256))
    [(_, cited)] = made.ledger.citations()
    line = Line(sha256, spans, where or Locator(0, 1, 1), 1, "2031-05-07")
    lock = SourceLock(text_record(sha256, text), {key_of_quote(cited): line})
    found = verify(made.ledger, store, Evidence({"paper": lock}), again=True)
    assert line not in found.lines.values()
    assert found.lines == verify(made.ledger, store).lines
