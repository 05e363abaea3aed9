from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

    Told = Callable[..., Dossier]
    Related = Callable[[Dossier], str]

SAME = "one position"
PAIRS = [
    # counts
    ("two figures", "cell | rockets_fired | 8", "television | rockets_fired | 3", "contradicts"),
    ("the same figure", "cell | killed | 8", "television | killed | 8", SAME),
    ("same meaning", "cell | killed | some", "television | killed | at least 1", SAME),
    ("a figure and its floor", "cell | killed | 8", "army | killed | at least 8", "refines"),
    ("below the floor", "cell | killed | 7", "army | killed | at least 8", "contradicts"),
    ("two floors", "cell | killed | at least 3", "army | killed | at least 5", "refines"),
    ("ranges that meet", "cell | killed | 3 to 6", "army | killed | 5 to 9", "overlaps"),
    ("ranges apart", "cell | killed | 3 to 4", "army | killed | 5 to 9", "contradicts"),
    ("about", "cell | killed | about 8", "army | killed | 9", "refines"),
    ("about, at its outermost", "cell | killed | about 8", "army | killed | 12", "overlaps"),
    ("several and two", "cell | killed | several", "army | killed | 2", "overlaps"),
    ("dozens and twelve", "cell | killed | dozens", "army | killed | 12", "contradicts"),
    ("one of two", "cell | killed | 5 or 7", "army | killed | 6", "contradicts"),
    ("a bare plural and one", "cell | injured | plural", "army | injured | 1", "overlaps"),
    ("no casualties", "cell | casualties | none", "army | casualties | 2", "contradicts"),
    # part and whole
    ("landed of fired", "cell | rockets_landed | 3", "army | rockets_fired | 8", "part and whole"),
    (
        "more landed than fired",
        "cell | rockets_landed | at least 8",
        "army | rockets_fired | 3",
        "contradicts",
    ),
    ("dead of all hurt", "cell | killed | 1", "army | casualties | 6", "part and whole"),
    ("more dead than hurt", "cell | killed | 7", "army | casualties | 6", "contradicts"),
    ("dead and injured", "cell | killed | 1", "army | injured | 5", "different coverage"),
    (
        "a soldier, and nobody",
        "cell | injured | 1 | of: {status: military}",
        "army | casualties | none",
        "contradicts",
    ),
    (
        "civilians among all",
        "cell | injured | 2 | of: {status: civilian}",
        "army | injured | 5",
        "part and whole",
    ),
    (
        "Iraqis here, civilians there",
        "cell | injured | 2 | of: {nationality: iraqi}",
        "army | injured | 1 | of: {status: civilian}",
        "not comparable",
    ),
    (
        "civilians by one, soldiers by the other",
        "cell | injured | 2 | of: {status: civilian}",
        "army | injured | 1 | of: {status: military}",
        "tension",
    ),
    (
        "Iraqis by one, Americans by the other",
        "cell | injured | 2 | of: {nationality: iraqi}",
        "army | injured | 1 | of: {nationality: american}",
        "different coverage",
    ),
    (
        "no civilians by one, soldiers by the other",
        "cell | injured | none | of: {status: civilian}",
        "army | injured | 1 | of: {status: military}",
        "different coverage",
    ),
    (
        "both categories by the same speaker",
        "cell | injured | 2 | of: {status: civilian}",
        "cell | injured | 1 | of: {status: military}",
        "different coverage",
    ),
    (
        "soldiers by the documents themselves",
        "cell | injured | 2 | of: {status: civilian}",
        "- | injured | 1 | of: {status: military}",
        "different coverage",
    ),
    # denials
    (
        "a denied figure",
        "cell | killed | at least 1 | act: denies",
        "army | killed | 3",
        "disputed",
    ),
    (
        "a denial that does not reach",
        "cell | killed | 3 | act: denies",
        "army | killed | at least 1",
        "not comparable",
    ),
    (
        "a denied accusation",
        "militias | held_responsible | militias | act: denies",
        "army | held_responsible | militias | act: accuses",
        "disputed",
    ),
    (
        "an accusation of a part of what is denied",
        "cell | held_responsible | army | act: denies",
        "embassy | held_responsible | brigade | act: accuses",
        "disputed",
    ),
    (
        "a part of the whole is denied",
        "cell | killed | 3 | act: denies",
        "army | casualties | 3",
        "not comparable",
    ),
    (
        "a denial of the whole reaches its part",
        "cell | casualties | at least 1 | act: denies",
        "army | killed | 3",
        "disputed",
    ),
    (
        "a denial of all reaches civilians",
        "cell | killed | at least 1 | act: denies",
        "army | killed | 3 | of: {status: civilian}",
        "disputed",
    ),
    (
        "a denial of one of two who are accused together",
        "militias | held_responsible | militias | act: denies",
        "army | held_responsible | [militias, minister] | act: accuses",
        "disputed",
    ),
    # dates
    ("a day apart", "cell | date | 2020-12-20", "army | date | 2020-12-21", "contradicts"),
    ("the day and the month", "cell | date | 2020-12-20", "army | date | 2020-12", "refines"),
    ("about the day", "cell | date | 2020-12-20~", "army | date | 2020-12-21", "overlaps"),
    ("the same instant in two zones", "cell | date | 2020-12-20T23:30Z", "army | date | 2020-12-21T02:30+03:00", "same"),
    ("two hours of one day", "cell | date | 2020-12-20T08:00Z", "army | date | 2020-12-20T20:00Z", "contradicts"),
    ("an hour two days later", "cell | date | 2020-12-20T08:00Z", "army | date | 2020-12-22T20:00Z", "contradicts"),
    ("the year before", "cell | date | 2019", "army | date | 2020-12", "contradicts"),
    ("one day of several", "cell | date | 2020-12-28", "army | date | [2020-12-27..2020-12-31]", "refines"),
    ("spans with other ends", "cell | date | 2020-11/2020-12", "army | date | 2020-11/2021-02", "contradicts"),
    # places
    ("the zone in the city", "cell | place | zone", "army | place | city", "refines"),
    ("two places, and the two around them", "cell | place | [park, port]", "army | place | [zone, port]", "refines"),
    ("two places in one city, and that city with another", "cell | place | [zone, park]", "army | place | [city, port]", "not comparable"),
    ("the park and the zone around it, and the zone", "cell | place | [park, zone]", "army | place | zone", "overlaps"),
    ("nowhere and somewhere", "cell | target | none", "army | target | zone", "contradicts"),
    # actors
    ("two bodies", "cell | held_responsible | army", "embassy | held_responsible | television", "contradicts"),
    ("a brigade of the army", "cell | held_responsible | army", "embassy | held_responsible | brigade", "refines"),
    ("a label and a body", "cell | held_responsible | militias", "embassy | held_responsible | army", "not comparable"),
    ("a person and a body", "cell | held_responsible | minister", "embassy | held_responsible | army", "not comparable"),
    ("nobody and a label", "cell | responsibility_claimed_by | none", "army | responsibility_claimed_by | militias", "contradicts"),
    ("one, and the same with another", "cell | held_responsible | army", "embassy | held_responsible | [army, militias]", "overlaps"),
    ("two brigades of one army", "cell | held_responsible | brigade", "embassy | held_responsible | guard", "not comparable"),
    ("nobody and somebody", "cell | held_responsible | none", "army | held_responsible | army", "contradicts"),
    # the rest
    ("no weapon and a weapon", "cell | weapon | none", "army | weapon | rocket", "contradicts"),
    ("a kind of rocket", "cell | weapon | katyusha", "army | weapon | rocket", "refines"),
    ("two weapons", "cell | weapon | mortar", "army | weapon | rocket", "not comparable"),
    ("yes and no", "cell | air_defence_activated | yes", "army | air_defence_activated | no", "contradicts"),
    ("two texts", "cell | damage | cars", "army | damage | buildings", "not comparable"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "one", "other", "expected"), PAIRS, ids=[row[0] for row in PAIRS])
def test_two_claims(
    told: Told, related: Related, name: str, one: str, other: str, expected: str
) -> None:
    relations = [related(told(*lines)) for lines in ((one, other), (other, one))]
    assert relations == [expected, expected], name


def test_a_category_that_the_other_side_also_reports_is_no_tension(told: Told) -> None:
    made = told(
        "cell | injured | 2 | of: {status: civilian}",
        "cell | injured | 1 | of: {status: military}",
        "army | injured | 1 | of: {status: military}",
    )
    assert made.weighing.conflicts == {}


@pytest.mark.parametrize(
    "line",
    [
        "army | killed | 5 | act: condemns",
        "army | killed | 5 | act: opines",
        "army | killed | 5 | act: warns",
        "army | killed | 5 | hedge: I believe",
        "army | killed | unknown",
    ],
)
def test_what_is_not_asserted_is_not_weighed(told: Told, line: str) -> None:
    assert told("cell | killed | 3", line).weighing.conflicts == {}
