from __future__ import annotations

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.facts.quantities import (
    UNITS,
    QuantityError,
    ReversedQuantityError,
    parse_quantity,
)
from factbook.facts.sets import highest, lowest, within

MANY = math.inf


@pytest.mark.parametrize(
    ("text", "default", "usual", "outermost"),
    [
        ("5 km", "km", (5000, 5000), (5000, 5000)),
        ("5", "km", (5000, 5000), (5000, 5000)),
        ("500 m", "km", (500, 500), (500, 500)),
        ("0.5 mi", "km", (804.672, 804.672), (804.672, 804.672)),
        ("about 20 kg", "kg", (18, 22), (10, 30)),
        ("nearly 20 kg", "kg", (18, 20), (10, 30)),
        ("at least 1.5 t", "kg", (1500, MANY), (1500, MANY)),
        ("at most 2 h", "min", (0, 7200), (0, 7200)),
        ("10 to 12 m", "m", (10, 12), (10, 12)),
        ("10 to 12 m, best 11", "m", (10, 12), (10, 12)),
        ("5 or 7 km2", "km2", (5e6, 7e6), (5e6, 7e6)),
        ("3 ha", "", (30_000, 30_000), (30_000, 30_000)),
        ("none", "kg", (0, 0), (0, 0)),
    ],
)
def test_a_quantity_is_a_set_of_numbers_in_the_base_unit(
    text: str, default: str, usual: tuple[float, float], outermost: tuple[float, float]
) -> None:
    numbers = parse_quantity(text, default).numbers
    assert (lowest(numbers.usual), highest(numbers.usual)) == usual
    assert (lowest(numbers.outermost), highest(numbers.outermost)) == outermost


def test_more_and_less_leave_the_number_itself_out() -> None:
    five = parse_quantity("5 km", "km").numbers.usual
    for text in ("more than 5 km", "less than 5 km"):
        assert not within(five, parse_quantity(text, "km").numbers.usual)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5 t", "1500 kg"),
        ("1.1 t", "1100 kg"),
        ("0.3 km", "300 m"),
        ("90 min", "1.5 h"),
        ("2 d", "48 h"),
        ("1 km2", "100 ha"),
        ("3 ft", "0.9144 m"),
        ("1 nmi", "1852 m"),
        ("1000 lb", "453.59237 kg"),
        ("about 2 t", "about 2000 kg"),
    ],
)
def test_the_same_in_another_unit_is_the_same(one: str, other: str) -> None:
    assert parse_quantity(one, "") == parse_quantity(other, "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5 kg", "kg is a unit of mass; here length is measured, in km"),
        ("5 parsecs", "parsecs is no unit known here"),
        ("5km", "write 5 km,"),
        ("5 KM", "write 5 km,"),
        ("five kilometres", "write 5 km,"),
        ("about 20 miles", "write about 20 mi,"),
        ("1,500 m", "write 1500 m,"),
        ("5 km or more", "write at least 5 km,"),
        ("fewer than 5 km", "write less than 5 km,"),
        ("over 5 km", "write more than 5 km,"),
        ("5-6 km", "write 5 to 6 km,"),
        ("5 or 6 km, best 5", "a best estimate goes with a range"),
        ("far", "far is no quantity; write 5 km"),
        ("", "nothing is no quantity"),
    ],
)
def test_what_is_no_quantity_is_refused_in_the_words_of_the_user(text: str, message: str) -> None:
    with pytest.raises(QuantityError, match=re.escape(message)):
        parse_quantity(text, "km")


def test_a_number_without_any_unit_is_refused() -> None:
    with pytest.raises(QuantityError, match="5 has no unit"):
        parse_quantity("5", "")
    with pytest.raises(QuantityError, match="litres is no unit known here"):
        parse_quantity("5", "litres")


@pytest.mark.parametrize("text", ["12 to 10 m", "10 to 12 m, best 13", "less than 0 m", "7 or 5 m"])
def test_bounds_the_wrong_way_round(text: str) -> None:
    with pytest.raises(ReversedQuantityError):
        parse_quantity(text, "m")


FORMS = ["{} {}", "about {} {}", "nearly {} {}", "at least {} {}", "more than {} {}", "0 to {} {}"]
numbers = st.decimals(min_value=0, max_value=10**6, places=3).map(str)


@given(numbers, st.sampled_from(sorted(UNITS)), st.sampled_from(FORMS))
def test_the_usual_lies_within_the_outermost(number: str, unit: str, form: str) -> None:
    found = parse_quantity(form.format(number, unit), unit)
    assert within(found.numbers.usual, found.numbers.outermost)
    assert found.dimension == UNITS[unit].dimension


@settings(max_examples=1000)
@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from([*"058,.-+ ", " to ", " or ", "about ", ", best ", "km", "kg", "six"]),
        max_size=9,
    ).map("".join),
    st.sampled_from(["", "km", "h"]),
)
def test_no_text_raises_anything_but_a_quantity_error(text: str, default: str) -> None:
    try:
        parse_quantity(text, default)
    except QuantityError as error:
        assert str(error)  # noqa: PT017 - it may be raised or not
