"""Dates, counts and quantities compared as sets, without a dossier."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.facts.counts import parse_count
from factbook.facts.dates import parse_date
from factbook.facts.values import Count, MostOf, Quantity, typed
from factbook.facts.vocabulary import Attribute, read_vocabulary
from factbook.weighing.comparing.cover import Cover
from factbook.weighing.comparing.dates import compare_dates
from factbook.weighing.comparing.values import compare

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.facts.values import Value

VOCABULARY = read_vocabulary(None)[0]
NO_LEDGER = cast("Ledger", None)  # numbers are compared without one
MIRRORED = {Cover.INSIDE: Cover.AROUND, Cover.AROUND: Cover.INSIDE}
TABLE = [
    # days, months, years
    ("2020-12-20", "2020-12-20", Cover.EQUAL),
    ("2020-12-20", "2020-12-21", Cover.APART),
    ("2020-12-20", "2020-12", Cover.INSIDE),
    ("2020-12", "202X", Cover.INSIDE),
    ("2020-12", "2020-12-XX", Cover.EQUAL),
    ("2020-12-20~", "2020-12-21", Cover.CROSSING),
    ("2020-12-20~", "2020-12-22", Cover.APART),
    ("2020~", "2020?", Cover.EQUAL),
    ("Y170000002", "2020", Cover.APART),
    ("-0005", "000X", Cover.APART),
    ("unknown", "2020", Cover.OPEN),
    # seasons: on which half of the Earth is not said
    ("2020-21", "2020-04", Cover.AROUND),
    ("2020-21", "2020-10", Cover.AROUND),
    ("2020-21", "2020-06", Cover.CROSSING),
    ("2020-21", "2020-07", Cover.APART),
    ("2020-24", "2020-12-25", Cover.AROUND),
    ("2020-24", "2020-10", Cover.APART),
    # spans that lasted: by their ends
    ("2020-11/2020-12", "2020-11/2020-12", Cover.EQUAL),
    ("2020-11/2020-12", "2020-11/2021-02", Cover.APART),
    ("2020-11/2020-12", "2020-11/2020-12-15", Cover.AROUND),
    ("2020-11-05/2020-12", "2020-11/2020-12-15", Cover.CROSSING),
    ("2020-11/..", "2020-11/2020-12", Cover.AROUND),
    ("../2020", "2021/..", Cover.APART),
    ("2020-11/2020-12", "2020-12-20", Cover.AROUND),
    # one out of a span
    ("[2020-12-27..2020-12-31]", "2020-12-28", Cover.AROUND),
    ("[2020..]", "2019", Cover.APART),
    ("[..2020]", "2019", Cover.AROUND),
    # instants
    ("2020-12-20T23:30Z", "2020-12-21T02:30+03:00", Cover.EQUAL),
    ("2020-12-20T23:30Z", "2020-12-20T23:30:15Z", Cover.AROUND),
    ("2020-12-20T23:30Z", "2020-12-20T23:31Z", Cover.APART),
    ("2020-12-20T23:30~", "2020-12-21T00:15", Cover.CROSSING),
    ("2020-12-20T21:30Z/2020-12-20T22:00Z", "2020-12-21T00:45+03:00", Cover.AROUND),
    ("2020-12-20T21:30Z/..", "2020-12-20T23:30+03:00", Cover.APART),
    # a time against a day: the day where it was written
    ("2020-12-21T02:30+03:00", "2020-12-20", Cover.APART),
    ("2020-12-21T02:30+03:00", "2020-12-21", Cover.INSIDE),
    ("2020-12-21T02:30", "2020-12", Cover.INSIDE),
    # a time in UTC against a day: at the place it may be the day before or after
    ("2020-12-20T23:30Z", "2020-12-21", Cover.OPEN),
    ("2020-12-21T02:30Z", "2020-12-20", Cover.OPEN),
    ("2020-12-20T23:30Z", "2020-12-22", Cover.APART),
    ("2020-12-20T23:30Z/..", "2020-12-19", Cover.APART),
    # times without a zone
    ("2020-12-20T21:30", "2020-12-20T21:30", Cover.EQUAL),
    ("2020-12-20T21:30", "2020-12-20T21:45", Cover.APART),
    ("2020-12-20T21:30", "2020-12-20T21:30Z", Cover.OPEN),
    ("2020-12-20T21:30", "2020-12-21T23:00Z", Cover.OPEN),
    ("2020-12-20T21:30", "2020-12-22T00:10Z", Cover.APART),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), TABLE)
def test_two_dates(one: str, other: str, expected: Cover) -> None:
    assert compare_dates(parse_date(one), parse_date(other)).cover is expected
    mirrored = compare_dates(parse_date(other), parse_date(one)).cover
    assert mirrored is MIRRORED.get(expected, expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2020-12-20", "2020-12-21", Cover.OPEN),
        ("2020-12-20", "2020-12-22", Cover.APART),
        ("2020-12-20", "2020-12-21T02:30+03:00", Cover.OPEN),
        ("2020-12-20T21:30", "2020-12-21T02:30", Cover.OPEN),
        ("2020-12-20T21:30Z", "2020-12-20T23:30Z", Cover.APART),
        ("2020-12-20", "2020-12", Cover.INSIDE),
    ],
)
def test_dates_of_statements_tolerate_a_day_where_a_zone_is_missing(
    one: str, other: str, expected: Cover
) -> None:
    assert compare_dates(parse_date(one), parse_date(other), tolerance=1).cover is expected


texts = st.one_of(
    [st.sampled_from([row[0] for row in TABLE]), st.sampled_from([row[1] for row in TABLE])]
)


@given(texts, texts, st.integers(0, 2))
def test_comparing_is_symmetrical(one: str, other: str, tolerance: int) -> None:
    forth = compare_dates(parse_date(one), parse_date(other), tolerance).cover
    back = compare_dates(parse_date(other), parse_date(one), tolerance).cover
    assert back is MIRRORED.get(forth, forth)


@given(texts)
def test_every_known_date_equals_itself(text: str) -> None:
    found = compare_dates(parse_date(text), parse_date(text)).cover
    assert found is (Cover.OPEN if text == "unknown" else Cover.EQUAL)


moments = st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
offsets = st.integers(-14 * 60, 14 * 60).map(lambda ahead: timezone(timedelta(minutes=ahead)))


@given(moments, offsets, offsets)
def test_an_instant_is_the_same_in_every_zone(
    moment: datetime, here: timezone, there: timezone
) -> None:
    one, other = (
        parse_date(moment.astimezone(zone).isoformat(timespec="minutes")) for zone in (here, there)
    )
    assert compare_dates(one, other).cover is Cover.EQUAL


def value(text: str, kind: str, unit: str = "") -> Value:
    attribute = Attribute(label="A", type=kind, unit=unit)  # type: ignore[arg-type]
    return typed(text, attribute, VOCABULARY)


def test_most_of_a_claim_is_resolved_against_its_value() -> None:
    most, whole = value("most of injured-all", "count"), value("30", "count")
    assert isinstance(most, MostOf)
    assert isinstance(whole, Count)
    resolved = most.resolved(whole)
    assert resolved
    assert resolved.text == "most of 30"
    assert resolved.numbers == parse_count("16 to 30", {})
    assert most.resolved(most) is None


@pytest.mark.parametrize(
    ("kind", "one", "other", "expected"),
    [
        ("count", "5 or 6", "5 to 6", Cover.EQUAL),
        ("count", "5, 6 or 7", "6 to 7", Cover.AROUND),
        ("count", "5, 7 or 9", "6", Cover.APART),
        ("count", "several", "at least 3", Cover.AROUND),
        ("count", "some", "at least 1", Cover.EQUAL),
        ("quantity", "1.5 t", "1500 kg", Cover.EQUAL),
        ("quantity", "1.5 t", "at least 1000 kg", Cover.INSIDE),
        ("quantity", "1.5 t", "2 t", Cover.CROSSING),
        ("quantity", "1.5 t", "1.7 t", Cover.APART),
        ("quantity", "3 lb", "1.4 kg", Cover.CROSSING),
        ("quantity", "more than 5 kg", "5.0 kg", Cover.CROSSING),
        ("quantity", "none", "1 kg", Cover.APART),
    ],
)
def test_two_numbers(kind: str, one: str, other: str, expected: Cover) -> None:
    mine, theirs = (value(text, kind, "kg" * (kind == "quantity")) for text in (one, other))
    assert compare(mine, theirs, NO_LEDGER).cover is expected
    assert compare(theirs, mine, NO_LEDGER).cover is MIRRORED.get(expected, expected)


def test_a_quantity_is_typed_with_the_unit_of_its_attribute() -> None:
    found = value("20", "quantity", "kg")
    assert isinstance(found, Quantity)
    assert found.measure.unit == "kg"
