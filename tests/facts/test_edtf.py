"""The notation itself: every form of levels 0 and 1 is read, and read out in English."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.facts.dates import in_words, parse_date

years = st.integers(0, 9999).map(lambda year: f"{year:04}")
doubts = st.sampled_from(["", "~", "?", "%"])
plain = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    years,
    st.integers(1, 9999).map(lambda year: f"-{year:04}"),
)
unspecified = st.one_of(
    years.map(lambda year: f"{year[:3]}X"),
    years.map(lambda year: f"{year[:2]}XX"),
    years.map(lambda year: f"{year}-XX"),
    years.map(lambda year: f"{year}-XX-XX"),
    st.dates().map(lambda day: f"{str(day)[:7]}-XX"),
)
seasons = st.builds("{}-{}".format, years, st.integers(21, 24))
far = st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 10**12))
zones = st.sampled_from(["", "Z", "+03:00", "-04:30", "+14", "-12"])
times = st.builds(
    "{}T{}{}".format, st.dates(), st.times().map(lambda time: f"{time:%H:%M:%S}"), zones
)
points = st.builds("{}{}".format, st.one_of(plain, unspecified, seasons, far), doubts) | times


@given(points)
def test_every_date_of_level_0_and_1_is_read(text: str) -> None:
    found = parse_date(text)
    assert found.text == text
    assert found.usual.within(found.outermost)
    assert parse_date(found.text) == found
    assert in_words(found)


@given(points, st.sampled_from(["{}/..", "../{}", "{}/", "/{}", "[{}..]", "[..{}]", "{0}/{0}"]))
def test_every_interval_of_level_0_and_1_is_read(text: str, form: str) -> None:
    found = parse_date(form.format(text))
    assert parse_date(text).usual.within(found.usual)
    assert parse_date(text).outermost.within(found.outermost)
    assert in_words(found)


@given(st.dates(date(1000, 1, 1)))
def test_a_day_in_words_is_what_a_person_would_write(day: date) -> None:
    assert in_words(parse_date(day.isoformat())) == f"{day.day} {day:%B %Y}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-12-20", "20 December 2020"),
        ("2020-12", "December 2020"),
        ("2020", "2020"),
        ("2020-12-20~", "about 20 December 2020"),
        ("2020-12-20?", "perhaps 20 December 2020"),
        ("2020-12-20%", "perhaps about 20 December 2020"),
        ("202X", "sometime in the 2020s"),
        ("202X~", "about the 2020s"),
        ("20XX", "sometime in the years 2000 to 2099"),
        ("2020-XX", "sometime in 2020"),
        ("2020-XX-XX", "sometime in 2020"),
        ("2020-12-XX", "sometime in December 2020"),
        ("2020-21", "spring 2020"),
        ("2020-24~", "about winter 2020"),
        ("0033-04-03", "3 April AD 33"),
        ("-0005", "6 BC"),
        ("0000", "1 BC"),
        ("Y170000002", "the year 170000002"),
        ("2020-12-20T21:30", "20 December 2020, 21:30"),
        ("2020-12-20T21:30Z", "20 December 2020, 21:30 UTC"),
        ("2020-12-20T21:30+03:00", "20 December 2020, 21:30 UTC+3"),
        ("2020-12-20T21:30:15-04:30", "20 December 2020, 21:30:15 UTC-4:30"),
        ("2020-11/2020-12", "November 2020 to December 2020"),
        ("2020-11~/2020-12?", "about November 2020 to perhaps December 2020"),
        ("2020-11-17/..", "from 17 November 2020 on"),
        ("2020-11-17/", "17 November 2020 to an unknown date"),
        ("../2020", "until 2020"),
        ("/2020", "an unknown date to 2020"),
        ("[2020-12-27..2020-12-31]", "between 27 December 2020 and 31 December 2020"),
        ("[202X..203X]", "between the 2020s and the 2030s"),
        ("[2020..]", "2020 or later"),
        ("[..2020]", "2020 or earlier"),
        ("unknown", "date unknown"),
    ],
)  # fmt: skip
def test_dates_in_words(text: str, words: str) -> None:
    assert in_words(parse_date(text)) == words
