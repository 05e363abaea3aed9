"""Ways to write one word are one word, here and on the page that searches."""

from __future__ import annotations

import pytest

from factbook.outputs.search.folding import folded, respelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إسلام", "اسلام"),
        ("آثار", "اثار"),
        ("مدرسة", "مدرسه"),
        ("مستشفى", "مستشفي"),
        ("مسؤول", "مسوول"),
        ("العِرَاق", "عراق"),
        ("بـــغداد", "بغداد"),
        ("کرکوک", "كركوك"),
        ("والصواريخ", "صواريخ"),
        ("١٢٣", "123"),
        ("۱۲۳", "123"),
        ("«بغداد»،", "بغداد"),
        ("Katyuşa", "katyusa"),
        ("Élysée,", "elysee"),
        ("Qāsim", "QASIM"),
    ],
)
def test_spellings_of_one_word_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize(("one", "other"), [("بغداد", "البصرة"), ("الله", "له"), ("8", "9")])
def test_two_words_stay_two(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize("word", ["", "…", "·", "ـ", "\u200f"])
def test_what_has_no_letters_is_nothing(word: str) -> None:
    assert folded(word) == ""


def test_a_short_word_keeps_what_looks_like_an_article() -> None:
    assert folded("الم") == "الم"


def test_only_words_that_are_compared_otherwise_are_told_again() -> None:
    assert respelled("rockets on المدينة and بغداد, المدينة") == ["مدينه"]
