"""Quotes are found as words, with ellipses, prefixes and suffixes; and whatever is cut out is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.evidence.finding import REACH, find
from factbook.evidence.folding import fold

FOUND = [
    ("ten", "ten people", 1),
    ("ten", "often", 0),
    ("ten", "tender", 0),
    ("8", "8 rockets", 1),
    ("8", "18 rockets", 0),
    ("8", "8.5 km", 0),
    ("8", "1.8 km", 0),
    ("8", ".8 km", 0),
    ("8", "1,800", 0),
    ("800", "1,800", 0),
    ("800", "1\u00a0800 people", 0),
    ("1", "1\u202f800 people", 0),
    ("800", "in 2020, 800 people", 1),
    ("5", "at -5 degrees", 0),
    ("5", "at \u22125 degrees", 0),
    ("12", "10-12 rockets", 1),
    ("15", "at 20:15", 0),
    ("2", "1/2", 0),
    ("10", "10²", 0),
    ("8", "8½", 0),
    ("8", "8.", 1),
    ("8 rockets", "8 rockets.", 1),
    ("resume", "résumé", 0),
    ("e", "caf\u0065\u0301", 0),
    ("八枚", "发射了八枚火箭", 1),
    ("八枚", "发射了十八枚火箭", 0),
    ("8", "发射了8枚火箭", 1),
    ("8", "发射了8百枚", 0),
    ("カ", "ガス", 0),
    ("가", "각", 0),
    ("the “chief” said", 'the "chief" said', 1),
    ("rockets", "rock-\nets fell", 1),
    ("rock-ets", "rock-\nets fell", 1),
    ("pre- and post-war", "pre-\nand post-war", 1),
    ("Iran-backed", "Iran-\nbacked", 1),
    ("Iran- Backed", "Iran-\nBacked", 1),
    ("rock-ets", "rockets fell", 0),
    ("resign", "re-sign or re-\nsign", 0),
    ("three […] killed", "three people were killed", 1),
    ("three [...] killed", "three people were killed", 1),
    ("three [. . .] killed", "three people were killed", 1),
    ("[…] were killed [...]", "three people were killed", 1),
    ("killed […] three", "three people were killed", 0),
    ("ten […] men", "often said men", 0),
    ("a […] b", "a " + "x " * REACH + "b", 0),
    ("three […] killed", "three, three were killed", 1),
]


@pytest.mark.parametrize(
    ("quote", "text", "count"), FOUND, ids=[f"{a} in {b[:30]}" for a, b, _ in FOUND]
)
def test_words_are_found_as_words(quote: str, text: str, count: int) -> None:
    assert len(find(fold(text), quote).every) == count


def test_an_ellipsis_leaves_out_as_little_as_it_can() -> None:
    text = fold("three, three were killed")
    [place] = find(text, "three […] killed").every
    assert [text.text[start:end] for start, end in place.parts] == ["three", "killed"]
    assert place.start == 7


TEXT = "He said “three rockets” fell. She denied that three rockets fell on Sunday."


@pytest.mark.parametrize(
    ("prefix", "suffix", "starts"),
    [
        ("", "", [9, 46]),
        ('said "', "", [9]),
        ("denied that", "", [46]),
        ("", "fell on", [46]),
        ("", "” fell", [9]),
        ("denied that ", " fell on Sunday", [46]),
        ("said “", "fell on", []),
        ("never", "", []),
    ],
)
def test_prefix_and_suffix_decide(prefix: str, suffix: str, starts: list[int]) -> None:
    found = find(fold(TEXT), "three rockets", prefix, suffix)
    assert [one.start for one in found.fitting] == starts
    assert len(found.every) == 2


WORDS = st.lists(
    st.sampled_from(
        [
            "rocket",
            "8",
            "1,800",
            "“three”",
            "Iran’s",
            "café",
            "re-\nsign",
            "well-\nknown",
            "10-\n12",
            "أُطلقت",
            "ﬁve",
            "soft\u00ad\nly",
            "—",
        ]
    ),
    min_size=3,
    max_size=30,
)


@settings(deadline=None)
@given(WORDS, st.data())
def test_whatever_is_cut_out_of_a_document_is_found_there(
    words: list[str], data: st.DataObject
) -> None:
    gaps = [data.draw(st.sampled_from([" ", "\n", "\n\n", " \f", "\u00a0 "])) for _ in words]
    starts, text = [], ""
    for word, gap in zip(words, gaps, strict=True):
        starts.append(len(text))
        text += word + gap
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = starts[first], starts[last] + len(words[last])
    folded = fold(text)
    found = find(folded, re.sub(r"-\n", "-", text[start:end])).every
    spans = [folded.span(one.start, one.end) for one in found]
    assert (start, end) in spans or words[first] == "—" or words[last] == "—"
