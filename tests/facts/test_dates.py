from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.facts.dates import DateError, as_date_text, in_words, parse_date
from factbook.facts.days import day_number


def days(text: str, kind: str = "usual") -> tuple[str, str]:
    span = getattr(parse_date(text), kind)
    return tuple(date.fromordinal(int(day)).isoformat() for day in (span.low, span.high))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "usual", "outermost"),
    [
        ("2020-12-20", ("2020-12-20", "2020-12-20"), ("2020-12-20", "2020-12-20")),
        ("2020-12", ("2020-12-01", "2020-12-31"), ("2020-12-01", "2020-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29"), ("2020-02-01", "2020-02-29")),
        ("2020", ("2020-01-01", "2020-12-31"), ("2020-01-01", "2020-12-31")),
        # in doubt: one unit further
        ("2020-12-20~", ("2020-12-20", "2020-12-20"), ("2020-12-19", "2020-12-21")),
        ("2020-12?", ("2020-12-01", "2020-12-31"), ("2020-11-01", "2021-01-31")),
        ("2020-01~", ("2020-01-01", "2020-01-31"), ("2019-12-01", "2020-02-29")),
        ("2020%", ("2020-01-01", "2020-12-31"), ("2019-01-01", "2021-12-31")),
        ("202X~", ("2020-01-01", "2029-12-31"), ("2010-01-01", "2039-12-31")),
        ("2020-12-20T23:30~", ("2020-12-20", "2020-12-20"), ("2020-12-20", "2020-12-21")),
        # digits that are not given
        ("202X", ("2020-01-01", "2029-12-31"), ("2020-01-01", "2029-12-31")),
        ("20XX", ("2000-01-01", "2099-12-31"), ("2000-01-01", "2099-12-31")),
        ("2020-XX", ("2020-01-01", "2020-12-31"), ("2020-01-01", "2020-12-31")),
        ("2020-12-XX", ("2020-12-01", "2020-12-31"), ("2020-12-01", "2020-12-31")),
        ("2020-XX-XX", ("2020-01-01", "2020-12-31"), ("2020-01-01", "2020-12-31")),
        # seasons, north or south; a month further
        ("2020-21", ("2020-03-01", "2020-11-30"), ("2020-02-01", "2020-12-31")),
        ("2020-24", ("2019-12-01", "2021-02-28"), ("2019-11-01", "2021-03-31")),
        # spans
        ("2020-11/2020-12", ("2020-11-01", "2020-12-31"), ("2020-11-01", "2020-12-31")),
        ("2020-11~/2020-12?", ("2020-11-01", "2020-12-31"), ("2020-10-01", "2021-01-31")),
        ("[2020-12-27..2020-12-31]", ("2020-12-27", "2020-12-31"), ("2020-12-27", "2020-12-31")),
        # times: the day as written, wherever that was
        ("2020-12-20T21:30+03:00", ("2020-12-20", "2020-12-20"), ("2020-12-20", "2020-12-20")),
        ("2020-12-20T21:30:15", ("2020-12-20", "2020-12-20"), ("2020-12-20", "2020-12-20")),
    ],
)
def test_a_date_is_a_span_of_days(
    text: str, usual: tuple[str, str], outermost: tuple[str, str]
) -> None:
    assert days(text) == usual
    assert days(text, "outermost") == outermost


def test_open_ends_reach_as_far_as_time() -> None:
    for text in ("2020/..", "2020/", "[2020..]"):
        assert parse_date(text).usual.high == float("inf"), text
    for text in ("../2020", "/2020", "[..2020]"):
        assert parse_date(text).usual.low == -float("inf"), text


def test_years_beyond_four_digits_and_before_the_first_are_in_order() -> None:
    years = ["Y-170000002", "-0005", "0000", "0001", "2020", "9999", "Y10000", "Y170000002"]
    lows = [parse_date(year).usual.low for year in years]
    assert lows == sorted(lows)
    assert parse_date("0000").usual.high + 1 == parse_date("0001").usual.low == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # what people write, and what it is here
        ("20 December 2020", "write 2020-12-20,"),
        ("December 20, 2020", "write 2020-12-20,"),
        ("Sunday, 20 December 2020", "write 2020-12-20,"),
        ("Dec 2020", "write 2020-12,"),
        ("2020-1-5", "write 2020-01-05,"),
        ("31.12.2020", "write 2020-12-31,"),
        ("12/20/2020", "write 2020-12-20,"),
        ("05/06/2020", "write 2020-06-05 or 2020-05-06,"),
        ("20201220", "write 2020-12-20,"),
        ("٢٠٢٠-١٢-٢٠", "write 2020-12-20,"),
        ("2020-12-20 21:30", "write 2020-12-20T21:30,"),
        ("20 December 2020 at 9:30 UTC", "write 2020-12-20T09:30Z,"),
        ("2020-12-20T21:30+0300", "write 2020-12-20T21:30+03:00,"),
        ("about 2020", "write 2020~,"),
        ("c. 20 December 2020", "write 2020-12-20~,"),
        ("2020-12-20~?", "write 2020-12-20%,"),
        ("the 2020s", "write 202X,"),
        ("202x", "write 202X,"),
        ("2020-12-??", "write 2020-12-XX,"),
        ("spring 2020", "write 2020-21,"),
        ("2019-2020", "write 2019/2020,"),
        ("20 December 2020 to 22 December 2020", "write 2020-12-20/2020-12-22,"),
        ("between 2019 and 2020", "write [2019..2020],"),
        ("{2019,2020}", "write [2019..2020],"),
        ("before 2020", "write [..2019],"),
        ("12020", "write Y12020,"),
        ("Y2020", "write 2020,"),
        # what no calendar and no clock has
        ("2020-13", "months are 01 to 12"),
        ("2020-02-30", "February 2020 has 29 days"),
        ("2020-25", "seasons 21 to 24"),
        ("2020-12-20T25:00", "the day ends at 23:59:59"),
        ("2020-12-20T24:00", "write 00:00 of the next day"),
        ("2020-12-20T10:00+15:00", "a time zone that does not exist"),
        ("-0000", "the year before 0001 is 0000"),
        # what says too little, or the wrong way round
        ("2020-XX-05", "not of which month"),
        ("2020-21-05", "a day of a season"),
        ("202X-12", "a year that is not given in four digits"),
        ("2020-12-XXT10:00", "not of which day"),
        ("2020-12-20/2020-12-19", "ends before it begins"),
        ("2020-12-20T10:00Z/2020-12-20T12:00+03:00", "ends before it begins"),
        ("[..]", "no end on either side"),
        ("/", "no end on either side"),
        ("", "there is nothing here"),
        ("Sunday", "Sunday is no date; write 2020-12-20"),
    ],
)
def test_what_is_no_date_is_refused_in_the_words_of_the_user(text: str, message: str) -> None:
    with pytest.raises(DateError, match=re.escape(message)):
        parse_date(text)


def test_a_span_over_two_time_zones_may_end_on_an_earlier_day() -> None:
    span = parse_date("2020-12-21T02:30+03:00/2020-12-20T23:45Z")
    assert span.usual.high - span.usual.low == 1


def test_unknown_is_a_date_that_is_not_known() -> None:
    assert not parse_date("unknown").known


def test_yaml_hands_over_one_of_a_span_as_a_list() -> None:
    for text in ("2020-12-27..2020-12-31", "2020..", "..2020"):
        assert parse_date(as_date_text([text]) or "").points
    assert as_date_text(["2020", "2021"]) is None


@given(st.dates(date(1000, 1, 2), date(9998, 12, 30)))
def test_a_day_lies_within_its_month_year_decade_century_and_its_own_doubt(day: date) -> None:
    century = f"{day:%Y}"[:2]
    decade = f"{day:%Y}"[:3]
    texts = [
        day.isoformat(), f"{day:%Y-%m}", f"{day:%Y-%m}-XX", f"{day:%Y}", f"{day:%Y}-XX",
        f"{decade}X", f"{century}XX",
    ]  # fmt: skip
    spans = [parse_date(text).usual for text in texts]
    assert all(a.within(b) for a, b in pairwise(spans))
    assert all(
        a.within(b)
        for a, b in zip(spans, [parse_date(f"{t}~").outermost for t in texts], strict=True)
    )
    assert days(f"{day.isoformat()}~", "outermost") == (
        (day - timedelta(1)).isoformat(),
        (day + timedelta(1)).isoformat(),
    )


@given(st.dates())
def test_days_are_numbered_as_python_numbers_them(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()


@given(st.dates(), st.dates())
def test_a_span_ends_when_it_begins_or_later(one: date, other: date) -> None:
    first, last = sorted((one, other))
    span = parse_date(f"{first}/{last}")
    assert (span.usual.low, span.usual.high) == (first.toordinal(), last.toordinal())
    if first != last:
        with pytest.raises(DateError):
            parse_date(f"{last}/{first}")


@settings(max_examples=2000)
@given(st.text(max_size=40) | st.text("0123456789-/.[]XYTZ~?%:+ uszabot", max_size=30))
def test_no_text_raises_anything_but_a_date_error(text: str) -> None:
    try:
        found = parse_date(text)
    except DateError as error:
        assert str(error)  # noqa: PT017 - it may be raised or not
    else:
        assert in_words(found)


@pytest.mark.parametrize("part", ["x - ", "2020-1-1 to ", "about ", "[a, ", "~", "1 at 2:30 ", "9"])
def test_no_text_keeps_anybody_waiting(part: str) -> None:
    start = perf_counter()
    with pytest.raises(DateError):
        parse_date(part * 60)
    with pytest.raises(DateError):
        parse_date((part * 60)[:59] + "x")
    assert perf_counter() - start < 1
