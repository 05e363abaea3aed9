from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.facts.dates import DateError, in_words, parse_date


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
        ("2020-12-20~", ("2020-12-20", "2020-12-20"), ("2020-12-19", "2020-12-21")),
        ("2020-12?", ("2020-12-01", "2020-12-31"), ("2020-11-01", "2021-01-31")),
        ("2020-01~", ("2020-01-01", "2020-01-31"), ("2019-12-01", "2020-02-29")),
        ("2020%", ("2020-01-01", "2020-12-31"), ("2019-01-01", "2021-12-31")),
        ("2020-11/2020-12", ("2020-11-01", "2020-12-31"), ("2020-11-01", "2020-12-31")),
        ("[2020-12-27..2020-12-31]", ("2020-12-27", "2020-12-31"), ("2020-12-27", "2020-12-31")),
        ("2020-12-20T21:30+03:00", ("2020-12-20", "2020-12-20"), ("2020-12-20", "2020-12-20")),
    ],
)
def test_a_date_is_a_span_of_days(
    text: str, usual: tuple[str, str], outermost: tuple[str, str]
) -> None:
    assert days(text) == usual
    assert days(text, "outermost") == outermost


@pytest.mark.parametrize(
    "text",
    [
        "20 December 2020",
        "2020-13",
        "2020-02-30",
        "2020-12-20/2020-12-19",
        "[..]",
        "/",
        "2020-12-20T25:00",
        "0000",
        "",
        "2020-1-1",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text)


def test_unknown_is_a_date_that_is_not_known() -> None:
    assert not parse_date("unknown").known


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-12-20", "20 December 2020"),
        ("2020-12-20~", "about 20 December 2020"),
        ("2020-12", "December 2020"),
        ("2020", "2020"),
        ("2020-11/2020-12", "November 2020 to December 2020"),
        ("2020-11-17/..", "17 November 2020 to an unknown date"),
        ("[2020-12-27..2020-12-31]", "between 27 December 2020 and 31 December 2020"),
        ("2020-12-20T21:30Z", "20 December 2020, 21:30 UTC"),
        ("unknown", "date unknown"),
    ],
)
def test_dates_in_words(text: str, words: str) -> None:
    assert in_words(parse_date(text)) == words


@given(st.dates(date(1000, 1, 2), date(9998, 12, 30)))
def test_every_day_lies_within_its_month_its_year_and_its_own_doubt(day: date) -> None:
    exact = parse_date(day.isoformat()).usual
    for wider in (f"{day:%Y-%m}", f"{day:%Y}"):
        assert exact.within(parse_date(wider.rjust(4, "0")).usual)
    doubtful = parse_date(f"{day.isoformat()}~").outermost
    assert (doubtful.low, doubtful.high) == (
        (day - timedelta(1)).toordinal(),
        (day + timedelta(1)).toordinal(),
    )
