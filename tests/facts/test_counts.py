from __future__ import annotations

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.facts.counts import (
    CountError,
    ReversedBoundsError,
    claim_of_most,
    most_of,
    parse_count,
)
from factbook.facts.sets import highest, lowest, within
from factbook.facts.vocabulary import builtin, read_vocabulary

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
        ("5, 7 or 9", (5, 9), (5, 9)),
        ("about 30", (27, 33), (15, 45)),
        ("about 2", (1, 3), (1, 3)),
        ("nearly 30", (27, 30), (15, 45)),
        ("first", (1, MANY), (1, MANY)),
        ("third", (3, MANY), (3, MANY)),
        ("twentieth", (20, MANY), (20, MANY)),
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


def test_one_of_some_numbers_does_not_mean_those_between() -> None:
    for text in ("5 or 7", "5, 7 or 9"):
        either = parse_count(text, WORDS).outermost
        assert not within(parse_count("6", WORDS).outermost, either)
        assert within(parse_count("7", WORDS).outermost, either)


def test_a_best_estimate_lies_in_its_range() -> None:
    assert parse_count("5 to 12, best 7", WORDS).best == 7


@pytest.mark.parametrize(
    "text", ["12 to 5", "7 or 5", "5, 9 or 7", "5 to 12, best 13", "fewer than 0"]
)
def test_bounds_the_wrong_way_round(text: str) -> None:
    with pytest.raises(ReversedBoundsError):
        parse_count(text, WORDS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("eight", "write 8, not eight"),
        ("Twenty-five", "write 25,"),
        ("two hundred and five", "write 205,"),
        ("a dozen", "write 12,"),
        ("about eight", "write about 8,"),
        ("five or seven", "write 5 or 7,"),
        ("٨", "write 8,"),
        ("8,000", "write 8000,"),
        ("8 000", "write 8000,"),
        ("8.000", "write 8000,"),
        ("1,000 to 2,000,000", "write 1000 to 2000000,"),
        ("8+", "write at least 8,"),
        ("8 or more", "write at least 8,"),
        ("up to 8", "write at most 8,"),
        ("over 5", "write more than 5,"),
        ("less than 5", "write fewer than 5,"),
        ("almost 30", "write nearly 30,"),
        ("some 30", "write about 30,"),
        ("5-12", "write 5 to 12,"),
        ("between 5 and 12", "write 5 to 12,"),
        ("3rd", "write third,"),
        ("nobody", "write none,"),
        ("8 rockets", "write 8,"),
        ("8.5", "only whole numbers can be counted"),
        ("-3", "nothing is counted below 0"),
        ("5 or 7, best 5", "a best estimate goes with a range"),
        ("5 or 5", "names one number twice"),
        ("at least", "is no count; write it in digits"),
        ("a lot", "or one of: some"),
        ("", "nothing is no count"),
    ],
)
def test_what_is_no_count_is_refused_in_the_words_of_the_user(text: str, message: str) -> None:
    with pytest.raises(CountError, match=re.escape(message)):
        parse_count(text, WORDS)


@pytest.mark.parametrize(
    ("whole", "usual", "outermost"),
    [
        ("30", (16, 30), (16, 30)),
        ("31", (16, 31), (16, 31)),
        ("1", (1, 1), (1, 1)),
        ("10 to 20", (6, 20), (6, 20)),
        ("at least 10", (6, MANY), (6, MANY)),
        ("at most 10", (1, 10), (1, 10)),
        ("about 30", (14, 33), (8, 45)),
    ],
)
def test_most_is_more_than_half_and_at_most_all(
    whole: str, usual: tuple[float, float], outermost: tuple[float, float]
) -> None:
    most = most_of(parse_count(whole, WORDS))
    assert (lowest(most.usual), highest(most.usual)) == usual
    assert (lowest(most.outermost), highest(most.outermost)) == outermost


def test_most_of_nothing_is_nothing_that_can_be_said() -> None:
    with pytest.raises(CountError):
        most_of(parse_count("none", WORDS))


def test_most_names_a_claim() -> None:
    assert claim_of_most("most of injured-all") == "injured-all"
    assert claim_of_most("most of 2020-attack#injured") == "2020-attack#injured"
    assert claim_of_most("8") is None
    for text, message in (("most of 30", "write 16 to 30"), ("most of", "names no claim")):
        with pytest.raises(CountError, match=message):
            claim_of_most(text)


FORMS = ["{}", "about {}", "nearly {}", "at least {}", "at most {}", "more than {}", "0 to {}"]


@given(st.integers(0, 10**9), st.sampled_from(FORMS))
def test_the_usual_lies_within_the_outermost(number: int, form: str) -> None:
    numbers = parse_count(form.format(number), WORDS)
    assert within(numbers.usual, numbers.outermost)


@given(st.sets(st.integers(0, 10**6), min_size=2, max_size=5))
def test_one_of_some_numbers_means_each_of_them(numbers: set[int]) -> None:
    *most, last = map(str, sorted(numbers))
    found = parse_count(f"{', '.join(most)} or {last}", WORDS).usual
    assert {one.low for one in found} == numbers == {one.high for one in found}


@settings(max_examples=2000)
@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from([*"0589,.-+ ", "to", " or ", "about ", "best", "six", "most of ", "n"]),
        max_size=9,
    ).map("".join)
)
def test_no_text_raises_anything_but_a_count_error(text: str) -> None:
    for read in (lambda: parse_count(text, WORDS), lambda: claim_of_most(text)):
        try:
            read()
        except CountError as error:
            assert str(error)  # noqa: PT017 - it may be raised or not


def test_every_word_of_the_vocabulary_is_a_count() -> None:
    for word in builtin().numbers:
        numbers = parse_count(word, WORDS)
        assert within(numbers.usual, numbers.outermost), word
