"""What statements change: who said it when, in whose words, and what may be one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.weighing.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

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
--- statements/army-communique.yaml
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
        "army-communique | killed | 5",
        "contradicts",
    ),
    (
        "two categories in what may be one statement",
        "monday | injured | 2 | of: {status: civilian}",
        "army-communique | injured | 1 | of: {status: military}",
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


DATED = """
--- statements/said.yaml
title: Said
by: cell
on: 2031-05-05
claims:
  one: {attribute: date, value: 2031-05-05, says: television, cite: [{source: p, quote: q}]}
  other: {attribute: date, value: DAY, says: embassy, cite: [{source: p, quote: q}]}
"""


@pytest.mark.parametrize(
    ("day", "conflicts"), [("2031-05-06", 0), ("2031-05-04", 0), ("2031-05-07", 1)]
)
def test_a_statement_may_be_dated_a_day_apart_where_no_zone_is_given(
    dossier: Callable[[str], Dossier], day: str, conflicts: int
) -> None:
    assert len(dossier(DATED.replace("DAY", day)).weighing.conflicts) == conflicts


def test_what_may_be_overtaken_and_what_one_origin_tells_twice_is_noted(told: Told) -> None:
    def notes(*lines: str) -> tuple[str, ...]:
        [conflict] = told(*lines, statements=STATEMENTS).weighing.conflicts.values()
        return conflict.pairs[0].finding.notes

    overtaken = notes("monday | killed | none", "embassy | killed | 3 | on: 2020-12-22")
    assert overtaken == ("may be overtaken: one was said after the other",)
    assert notes("monday | killed | 3", "army-communique | killed | 5") == (
        "one origin, two accounts",
    )
    assert notes("monday | rockets_fired | 3", "embassy | rockets_fired | 5") == ()


def test_words_that_are_open_are_noted_where_nobody_else_says_the_same(told: Told) -> None:
    def notes(*lines: str) -> set[tuple[str, ...]]:
        [conflict] = told(*lines, statements=STATEMENTS).weighing.conflicts.values()
        return {pair.finding.notes for pair in conflict.pairs if pair.finding.is_conflict}

    renderings = [f"monday | rockets_fired | {one} | {INDIRECT}" for one in (3, 5)]
    against, same = "television | rockets_fired | 8", "embassy | rockets_fired | 3"
    is_open = ("what was said is open: a statement is rendered in more than one way",)
    assert notes(*renderings, against) == {is_open}
    assert notes(*renderings, same, against) == notes(same, *renderings, against) == {(), is_open}


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
