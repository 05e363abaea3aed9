"""What is folded and what is not; offsets lead back, and folding twice changes nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factbook.evidence.folding import fold, fold_quote

SAME = [
    ("white space", "three\n  people\u00a0were\tkilled", "three people were killed"),
    ("double marks", "“a” «b» „c‟ 「d」 ＂e＂", '"a" "b" "c" "d" "e"'),
    ("single marks", "‘a’ ‚b‛ ‹c› d＇s", "'a' 'b' 'c' d's"),
    ("dashes", "a — b – c ― d − e -- f", "a - b - c - d - e - f"),
    ("hyphens", "well‐known, well‑known", "well-known, well-known"),
    ("soft hyphens", "mi\u00adlitia", "militia"),
    ("a soft hyphen at a line's end", "mili\u00ad\ntia", "militia"),
    ("no width", "mi\u200blit\u2060i\ufeffa\u200f", "militia"),
    ("composed and not", "cafe\u0301", "caf\u00e9"),
    ("marks in any order", "a\u0301\u0323", "a\u0323\u0301"),
    ("ligatures", "o\ufb03cial", "official"),
    ("wide letters and figures", "ＡＢ １８．５", "AB 18.5"),
    ("styled letters", "𝗿𝗼𝗰𝗸𝗲𝘁 𝟖", "rocket 8"),
    ("forms of Arabic letters", "\ufe8e\ufedf", "\u0627\u0644"),
    ("Arabic words drawn out", "قتـــل", "قتل"),
    ("a sign of dots", "and…", "and..."),
    ("a word over two lines", "rock-\nets", "rockets"),
    ("a word over two pages", "rock-\n\fets", "rockets"),
    ("a compound over two lines", "Iran-\nBacked", "Iran-Backed"),
    ("figures over two lines", "10-\n12", "10-12"),
]
OTHER = [
    ("superscripts", "10²", "102"),
    ("subscripts", "H₂O", "H2O"),
    ("fractions", "8½", "81/2"),
    ("fractions with their own slash", "8½", "81\u20442"),
    ("figures in circles", "1⑧", "18"),
    ("figures with a stop", "1⒈", "11."),
    ("figures in brackets", "⑴", "(1)"),
    ("figures of another script", "٨", "8"),
    ("feet and inches", "5'", '5"'),
    ("feet and inches by their own signs", "5′", "5″"),
    ("capitals", "Iran", "iran"),
    ("accents", "résumé", "resume"),
    ("squares", "㎡", "m2"),
    ("months of one sign", "1㋀", "11月"),
    ("a sign that parts figures", "1\u20632", "12"),
    ("figures at a line's end", "10-\n12", "1012"),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_what_looks_the_same_is_the_same(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"), [row[1:] for row in OTHER], ids=[row[0] for row in OTHER]
)
def test_other_words_and_numbers_stay_apart(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def test_a_word_that_has_its_hyphen_elsewhere_keeps_it_at_a_line_end() -> None:
    assert fold("they re-sign. To re-\nsign").text == "they re-sign. To re-sign"
    assert fold("To re-\nsign").text == "To resign"


def test_a_quote_has_no_lines() -> None:
    assert fold_quote("pre- and\npost-war  years ") == "pre- and post-war years"
    assert fold_quote("pre-\nand post-war") == "pre- and post-war"


LETTERS = st.text(
    st.sampled_from("ab éﬁ10²½“’—-\u00ad\u200b\n\f \u00a0\u0301\u0323\u3099カ각ａ…㎡\u2063`"),
    max_size=40,
)


@given(LETTERS | st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once.text).text == once.text


@given(LETTERS | st.text(max_size=40))
def test_offsets_lead_back_in_order_and_miss_nothing_that_is_seen(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    spans = list(zip(folded.starts, folded.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    covered = {place for start, end in spans for place in range(start, end)}
    left = [char for place, char in enumerate(text) if place not in covered]
    assert all(
        char.isspace() or unicodedata.category(char) in {"Cf", "Mn"} or char in "-‐"
        for char in left
    )


@given(LETTERS | st.text(max_size=40), st.data())
def test_a_stretch_of_the_original_folds_to_what_it_stands_for(
    text: str, data: st.DataObject
) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert (
        folded.text[start:end].strip() in fold(text[first:last]).text
        or folded.joined
        or folded.kept
    )
