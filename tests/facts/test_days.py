"""Day numbers and the days they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.facts.days import day_number, iso_day
from factbook.facts.sets import UNBOUNDED

if TYPE_CHECKING:
    from datetime import date


@given(st.dates())
def test_a_number_leads_back_to_its_day(day: date) -> None:
    assert iso_day(day.toordinal()) == day.isoformat()


@pytest.mark.parametrize(
    ("year", "month", "day", "iso"),
    [(-43, 3, 15, "-0043-03-15"), (0, 2, 29, "0000-02-29"), (12000, 1, 1, "12000-01-01")],
)
def test_any_year_of_the_calendar_has_days(year: int, month: int, day: int, iso: str) -> None:
    assert iso_day(day_number(year, month, day)) == iso


def test_no_bound_is_no_day() -> None:
    assert iso_day(UNBOUNDED) is None
