from __future__ import annotations

import random
import time

import pytest

from factbook.evidence.folding import fold
from factbook.evidence.nearest import Reader, nearest

TEXT = """At dawn, four rockets were fired at the “Green Zone”.
One Iraqi soldier was wounded near the gate, and several cars were damaged.

Nobody claimed responsibility. Later that day three shells fell far from the zone."""
MARKED = [
    ("one letter", "four rockets were fird at", "four rockets were [-fird-]{+fired+} at"),
    ("a number", "three rockets were fired", "[-three-]{+four+} rockets were fired"),
    ("a word added", "four heavy rockets were fired", "four [-heavy-] rockets were fired"),
    ("a word left out", "four were fired at", "four {+rockets+} were fired at"),
    ("several words", "A Iraqi trooper was hurt near the gate", "[-A-]{+One+} Iraqi [-trooper-]{+soldier+} was [-hurt-]{+wounded+} near the gate"),
    ("a capital", "nobody claimed responsibility", "[-nobody-]{+Nobody+} claimed responsibility"),
    ("one word", "wouned", "[-wouned-]{+wounded+}"),
    ("the document's own marks", "fired on the 'Green Zone'", "fired [-on-]{+at+} the [-'-]{+“+}Green Zone[-'-]{+”+}"),
    ("over a line's end", "Green Zone. One Iraqi soldier", "Green Zone{+”+}. One Iraqi soldier"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "marked"), [row[1:] for row in MARKED], ids=[row[0] for row in MARKED]
)
def test_the_nearest_passage_is_shown_with_what_differs(quote: str, marked: str) -> None:
    found = nearest(quote, TEXT)
    assert found is not None
    assert found.marked == marked


def test_the_passage_is_one_of_the_original() -> None:
    found = nearest("Four rockets was fired", TEXT)
    assert found is not None
    assert TEXT[found.start : found.end] == "four rockets were fired"


def test_nothing_is_near_where_little_is_shared() -> None:
    assert nearest("quite other words", "abcdef") is None
    assert nearest("quite other words", "") is None
    assert nearest("…", TEXT) is None


def test_scripts_without_spaces_are_compared_letter_by_letter() -> None:
    found = nearest("发射了九枚火箭", "据报道，当天发射了八枚火箭。")
    assert found is not None
    assert found.marked.replace(" ", "") == "发射了[-九-]{+八+}枚火箭"


def test_hundreds_of_missing_quotes_in_a_long_document_take_little_time() -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    vocabulary = [f"{word}{number}" for word in TEXT.split() for number in range(60)]
    words = [chance.choice(vocabulary) for _ in range(14_000)]
    reader = Reader(fold(" ".join(words)))
    started = time.monotonic()
    for _ in range(200):
        start = chance.randrange(len(words) - 20)
        quote = words[start : start + 15]
        quote[3], quote[8] = "xx", "yyyy"
        del quote[11]
        found = reader.nearest(" ".join(quote))
        assert found is not None
        assert found.start == len(" ".join(words[:start])) + 1
    assert time.monotonic() - started < 20
