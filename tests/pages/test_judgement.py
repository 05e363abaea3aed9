from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pages.conflict_page import conflict_page
from factbook.pages.links import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier
    from factbook.pages.conflict_page import ConflictPage

TEXT = """
--- incidents/fire.yaml
title: Fire
claims:
  three: {attribute: killed, value: 3, says: x, cite: [{source: p, quote: three}]}
  four: {attribute: killed, value: 4, says: y, cite: [{source: p, quote: four}]}
JUDGED
"""
ASSESSED = """assessments:
  early: {attribute: killed, conclusion: unresolved, method: pending, confidence: low,
    because: too early, weighs: [three, four], by: desk, on: 2026-01-01}
  late: {conflict: fire.casualties, conclusion: 4, method: source prioritised, confidence: high,
    because: the list of names, weighs: [three, four], by: desk, on: 2026-02-01}
"""
DECLARED = """conflicts:
  cause:
    question: Was it arson?
    kind: dispute
    open_because: nobody looked
    positions: [{label: arson, claims: [three]}, {label: an accident, claims: [fire#four]}]
"""


def page(made: Dossier, name: str) -> ConflictPage:
    here = Addresses().page("conflicts", name)
    return conflict_page(name, Desk(made.ledger, made.weighing, Addresses(), here))


@pytest.mark.parametrize(
    ("judged", "status", "because"),
    [
        ("", "open", ""),
        ("conflicts: {casualties: {open_because: no list}}", "open", "no list"),
        (
            "conflicts: {casualties: {explained: one more died later}}",
            "explained",
            "one more died later",
        ),
        (ASSESSED, "assessed", ""),
        (ASSESSED.replace("conclusion: 4", "conclusion: unresolved"), "open", ""),
    ],
)
def test_a_conflict_says_what_the_editors_make_of_it(
    dossier: Callable[[str], Dossier], judged: str, status: str, because: str
) -> None:
    conflict = page(dossier(TEXT.replace("JUDGED", judged)), "fire.casualties").found
    assert conflict
    assert (conflict.status, conflict.because) == (status, because)
    assert bool(conflict.assessment) is ("assessments" in judged)
    if conflict.assessment:
        assert conflict.assessment.on == "1 February 2026"


def test_a_declared_conflict_shows_its_sides_with_their_words(
    dossier: Callable[[str], Dossier],
) -> None:
    declared = page(dossier(TEXT.replace("JUDGED", DECLARED)), "fire.cause").declared
    assert declared
    assert (declared.id, declared.question, declared.status) == (
        "fire.cause",
        "Was it arson?",
        "open",
    )
    assert [(side.label, side.claims[0].citations[0].quote) for side in declared.sides] == [
        ("arson", "three"),
        ("an accident", "four"),
    ]
