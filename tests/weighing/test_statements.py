"""What statements change: who said it when, in whose words, and what may be one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.weighing.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.pipeline import Dossier

    Told = Callable[..., Dossier]
    Related = Callable[[Dossier], str]

STATEMENTS = """
--- statements/monday.yaml
title: On Monday
by: cell
on: 2020-12-21
--- statements/tuesday.yaml
title: On Tuesday
by: cell
on: 2020-12-22
--- statements/evening.yaml
title: On Monday evening
by: cell
on: 2020-12-21
--- statements/undated.yaml
title: Some day
by: cell
on: unknown
--- statements/spokesman.yaml
title: By the spokesman
by: army
on: 2020-12-21
perhaps_same: [{statement: monday, certainty: certain, because: same words}]
"""
INDIRECT = "cite: [{source: paper, quote: q, rendering: paraphrase}]"
SAID = [
    ("a figure rises the next day", "monday | killed | 3", "tuesday | killed | 5", "revised"),
    ("which came first is not known", "monday | killed | 3", "undated | killed | 5", "revised"),
    ("a figure rises within the day", "monday | killed | 3", "evening | killed | 5", "revised"),
    ("one spokesman, two figures", "monday | killed | 3", "monday | killed | 5", "contradicts"),
    ("the next day, but no other figure", "monday | killed | 3", "tuesday | killed | at least 2", "refines"),
    ("a paraphrase that differs", f"monday | killed | 3 | {INDIRECT}", "monday | killed | 5", "rendering"),
    ("two paraphrases of one day", f"monday | killed | 3 | {INDIRECT}", f"evening | killed | 5 | {INDIRECT}", "revised"),
    (
        "one origin, two accounts",
        "monday | killed | 3",
        "spokesman | killed | 5",
        "contradicts",
    ),
    (
        "two categories in what may be one statement",
        "monday | injured | 2 | of: {status: civilian}",
        "spokesman | injured | 1 | of: {status: military}",
        "different coverage",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "one", "other", "expected"), SAID, ids=[row[0] for row in SAID])
def test_two_claims_in_statements(
    told: Told, related: Related, name: str, one: str, other: str, expected: str
) -> None:
    for lines in ((one, other), (other, one)):
        assert related(told(*lines, statements=STATEMENTS)) == expected, name


def test_an_unnamed_speaker_can_be_in_tension_too(told: Told) -> None:
    made = told(
        "cell | injured | 2 | of: {status: civilian}",
        "{unnamed: an officer, to: television} | injured | 1 | of: {status: military}",
    )
    [conflict] = made.weighing.conflicts.values()
    assert conflict.kind is Relation.TENSION


def test_a_word_added_to_an_axis_leaves_it_contested(
    dossier: Callable[[dict[str, bytes]], Dossier],
) -> None:
    claim = "{{attribute: injured, value: 1, says: {}, of: {{status: {}}}, cite: [{{source: p, quote: q}}]}}"
    incident = (
        "title: T\nclaims:\n"
        f"  a: {claim.format('x', 'civilian')}\n  b: {claim.format('y', 'medic')}\n"
    )
    own = "axes:\n  status:\n    label: status\n    terms: {medic: {label: medic}}\n"
    made = dossier(
        {"facts/incidents/a.yaml": incident.encode(), "facts/vocabulary.yaml": own.encode()}
    )
    assert [one.kind for one in made.weighing.conflicts.values()] == [Relation.TENSION]
