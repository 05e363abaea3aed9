"""Parts of an incident, by place and by time, and what editors declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.pages.position import held_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

    Told = Callable[..., Dossier]
    Related = Callable[[Dossier], str]

IN_ZONE = "at: {place: zone}"
ROWS = [
    ("some of all rockets", f"cell | rockets_landed | 3 | {IN_ZONE}", "army | rockets_landed | 8", "part and whole"),
    ("more here than everywhere", f"cell | rockets_landed | 9 | {IN_ZONE}", "army | rockets_landed | 8", "contradicts"),
    ("the zone and the city", f"cell | rockets_landed | 9 | {IN_ZONE}", "army | rockets_landed | 8 | at: {place: city}", "contradicts"),
    ("the same place", f"cell | rockets_landed | 3 | {IN_ZONE}", f"army | rockets_landed | 4 | {IN_ZONE}", "contradicts"),
    ("in and near", f"cell | rockets_landed | 3 | {IN_ZONE}", "army | rockets_landed | 4 | at: {place: zone, relation: near}", "not comparable"),
    ("two labels", "cell | rockets_landed | 1 | at: {label: a pond}", "army | rockets_landed | 6 | at: {label: a checkpoint}", "not comparable"),
    ("a label, with its relation and without", "cell | rockets_landed | 1 | at: {label: a pond}", "army | rockets_landed | 6 | at: {label: a pond, relation: in}", "contradicts"),
    ("a label within the zone", "cell | rockets_landed | 1 | at: {label: a pond, within: zone}", f"army | rockets_landed | 6 | {IN_ZONE}", "part and whole"),
    ("spread over two", "cell | rockets_landed | 7 | at: [{place: zone}, {place: port}]", f"army | rockets_landed | 6 | {IN_ZONE}", "part and whole"),
    ("the park and the zone around it, and the zone", "cell | rockets_landed | 3 | at: [{place: park}, {place: zone}]", f"army | rockets_landed | 6 | {IN_ZONE}", "part and whole"),
    ("more in the park and the zone around it than in the zone", "cell | rockets_landed | 7 | at: [{place: park}, {place: zone}]", f"army | rockets_landed | 6 | {IN_ZONE}", "contradicts"),
    ("fewer in the zone than in the park and the zone around it", "cell | rockets_landed | 6 | at: [{place: park}, {place: zone}]", f"army | rockets_landed | at most 5 | {IN_ZONE}", "contradicts"),
    ("the zone with a pond in it, and with the park in it", "cell | rockets_landed | 6 | at: [{label: a pond, within: zone}, {place: zone}]", "army | rockets_landed | 5 | at: [{place: park}, {place: zone}]", "not comparable"),
    ("the first day of two", "cell | killed | 3 | during: 2020-12-20", "army | killed | 5", "part and whole"),
    ("the first day and the second", "cell | killed | 3 | during: 2020-12-20", "army | killed | 5 | during: 2020-12-21", "different coverage"),
    ("the same day", "cell | killed | 3 | during: 2020-12-20", "army | killed | 5 | during: 2020-12-20", "contradicts"),
    ("a day of the month, with more", "cell | killed | 9 | during: 2020-12-20", "army | killed | 5 | during: 2020-12", "contradicts"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "one", "other", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_parts_of_an_incident(
    told: Told, related: Related, name: str, one: str, other: str, expected: str
) -> None:
    for lines in ((one, other), (other, one)):
        assert related(told(*lines)) == expected, name


INCIDENT = """
--- incidents/attack.yaml
title: Attack
claims:
  a: {attribute: rockets_fired, value: 5, says: cell, cite: [{source: paper, quote: q}]}
  b: {attribute: rockets_fired, value: 8, says: SPEAKER, cite: [{source: paper, quote: q}]MORE}
not_conflicts: [DECLARED]
"""


@pytest.mark.parametrize(
    ("speaker", "more", "declared", "expected"),
    [
        ("army", "", "", "contradicts"),
        ("army", "", "{claims: [a, b], because: two volleys}", "declared not"),
        ("army", "", "{claims: [b, attack#a], because: two volleys}", "declared not"),
        ("army", "", "{claims: [a, c], because: two volleys}", "contradicts"),
        ("cell", ", supersedes: {claim: a, because: recount}", "", "updated"),
    ],
)
def test_what_editors_declare(
    dossier: Callable[[str], Dossier],
    related: Related,
    speaker: str,
    more: str,
    declared: str,
    expected: str,
) -> None:
    text = INCIDENT.replace("SPEAKER", speaker).replace("MORE", more).replace("DECLARED", declared)
    assert related(dossier(text)) == expected


@pytest.mark.parametrize(
    "gone",
    [
        "withdrawn: {on: 2026-01-01, because: misread}",
        "retracted: {on: 2026-01-01}",
    ],
)
def test_what_was_taken_back_leaves_the_weighing(told: Told, gone: str) -> None:
    assert told("cell | killed | 3", f"army | killed | 5 | {gone}").weighing.conflicts == {}


def test_a_sum_is_told_once_and_only_to_those_whom_no_part_alone_answers(told: Told) -> None:
    made = told(
        f"cell | rockets_landed | 4 | {IN_ZONE}",
        "cell | rockets_landed | 3 | at: {place: zone, relation: outside}",
        "army | rockets_landed | at least 1 | act: denies",
        "police | rockets_landed | at least 5 | act: denies",
        "embassy | rockets_landed | 4",
        "ministry | rockets_landed | at least 6 | act: denies",
    )
    [conflict] = made.weighing.conflicts.values()
    sums = [one.position for one in conflict.positions if one.position.parts]
    assert [held_in_words(one, made.ledger) for one in sums] == [
        "rockets landed: at least 7 (4 in Zone and 3 outside Zone added up)"
    ]
