from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pages.links import Desk
from factbook.pages.overtaken import overtaken_assessments

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

TEXT = """
--- incidents/fire.yaml
title: Fire
claims:
  three: {attribute: killed, value: 3, says: x, cite: [{source: p, quote: three}]GONE}
  four: {attribute: killed, value: 4, says: y, cite: [{source: p, quote: four}]}
assessments:
  dead: {attribute: killed, conclusion: 3, method: pending, confidence: low, because: b,
    weighs: [WEIGHS], by: desk, on: 2026-01-01}
"""
TAKEN_BACK = ", withdrawn: {on: 2026-02-01, because: misread}"


@pytest.mark.parametrize(
    ("gone", "weighs", "tasks"),
    [
        ("", "three, four", []),
        ("", "three", ["dead of Fire: 1 claim not weighed"]),
        (TAKEN_BACK, "three, four", ["dead of Fire: 1 claim taken back"]),
        (TAKEN_BACK, "four", []),
    ],
)
def test_an_assessment_is_overtaken_by_what_it_does_not_weigh_and_by_what_is_gone(
    dossier: Callable[[str], Dossier], gone: str, weighs: str, tasks: list[str]
) -> None:
    made = dossier(TEXT.replace("GONE", gone).replace("WEIGHS", weighs))
    desk = Desk(made.ledger, made.weighing, Addresses(), "")
    assert [task.what for task in overtaken_assessments(desk)] == tasks
