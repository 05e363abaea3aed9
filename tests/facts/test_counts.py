from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.facts.counts import CountError, ReversedBoundsError, parse_count
from factbook.facts.sets import highest, lowest, within
from factbook.facts.vocabulary import read_vocabulary

WORDS = read_vocabulary(None)[0].numbers
MANY = math.inf


@pytest.mark.parametrize(
    ("text", "usual", "outermost"),
    [
        ("8", (8, 8), (8, 8)),
        ("none", (0, 0), (0, 0)),
        ("at least 8", (8, MANY), (8, MANY)),
        ("at most 8", (0, 8), (0, 8)),
        ("more than 5", (6, MANY), (6, MANY)),
        ("fewer than 5", (0, 4), (0, 4)),
        ("5 to 12", (5, 12), (5, 12)),
        ("5 or 7", (5, 7), (5, 7)),
        ("about 30", (27, 33), (15, 45)),
        ("about 2", (1, 3), (1, 3)),
        ("nearly 30", (27, 30), (15, 45)),
        ("third", (3, MANY), (3, MANY)),
        ("some", (1, MANY), (1, MANY)),
        ("plural", (2, MANY), (1, MANY)),
        ("several", (3, MANY), (2, MANY)),
        ("dozens", (24, MANY), (13, MANY)),
    ],
)
def test_a_count_is_a_set_of_numbers(
    text: str, usual: tuple[float, float], outermost: tuple[float, float]
) -> None:
    numbers = parse_count(text, WORDS)
    assert (lowest(numbers.usual), highest(numbers.usual)) == usual
    assert (lowest(numbers.outermost), highest(numbers.outermost)) == outermost


def test_one_of_two_numbers_does_not_mean_those_between() -> None:
    either = parse_count("5 or 7", WORDS).outermost
    assert not within(parse_count("6", WORDS).outermost, either)


def test_a_best_estimate_lies_in_its_range() -> None:
    assert parse_count("5 to 12, best 7", WORDS).best == 7


@pytest.mark.parametrize("text", ["12 to 5", "7 or 5", "5 to 12, best 13", "fewer than 0"])
def test_bounds_the_wrong_way_round(text: str) -> None:
    with pytest.raises(ReversedBoundsError):
        parse_count(text, WORDS)


@pytest.mark.parametrize("text", ["", "-3", "eight", "8.5", "at least", "a lot", "5 or 7, best 5"])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(CountError):
        parse_count(text, WORDS)


@given(st.integers(0, 10**9), st.sampled_from(["{}", "about {}", "nearly {}", "at least {}"]))
def test_the_usual_lies_within_the_outermost(number: int, form: str) -> None:
    numbers = parse_count(form.format(number), WORDS)
    assert within(numbers.usual, numbers.outermost)
