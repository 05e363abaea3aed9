"""What documents share word for word: offsets, edits, boilerplate, scripts."""

from __future__ import annotations

import random

import pytest

from factbook.evidence.lineage.marks import quoted
from factbook.evidence.lineage.shared import shared_passages
from factbook.evidence.lineage.shingles import Numbers, digest, words

PASSAGE = (
    "The fire began in the east wing of the market hall shortly after four in the morning and "
    "spread through three rows of stalls before the first engine arrived from the harbour station"
)
EDITED = PASSAGE.replace("shortly", "soon").replace("three rows", "several rows")
REWRITE = (
    "It was just past four when flames broke out on the hall's eastern side. By the time crews had "
    "driven up from the port, a good part of the booths was lost."
)
ONE = f"News from Telmora.\n\n{PASSAGE}. Nobody knows why.\n"
OTHER = f"Our reporter writes: people were asleep.\n\n{EDITED}, witnesses think.\n"


def sentence(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - made-up words, no secret
    letters = "abcdefghijklmnopqrstuvwxyz"
    return " ".join("".join(chance.choices(letters, k=6)) for _ in range(30))


def test_a_copied_passage_with_two_words_changed_is_found_with_its_offsets() -> None:
    [found] = shared_passages({"one": ONE, "other": OTHER})
    [passage] = found.passages
    assert ONE[slice(*passage.one)] == PASSAGE
    assert OTHER[slice(*passage.other)] == EDITED
    assert passage.agreeing == len(PASSAGE.split()) - 2


@pytest.mark.parametrize("text", [REWRITE, "", "four", sentence(3)])
def test_a_rewrite_in_other_words_shares_nothing(text: str) -> None:
    assert shared_passages({"one": ONE, "other": text}) == []


def test_case_signs_and_abbreviations_are_folded() -> None:
    one = "U.S. officials blame Iraq\u2019s militia for regular attacks on U.S. sites in the caf\u00e9"
    other = "US OFFICIALS blame Iraq's mili\u00adtia\nfor regular attacks \u2014 on US sites in the cafe"
    [found] = shared_passages({"one": one, "other": other})
    assert (found.passages[0].one, found.passages[0].other) == ((0, len(one)), (0, len(other)))


def test_arabic_with_and_without_its_marks_is_the_same() -> None:
    plain = (
        "سقطت ثلاثة صواريخ على المنطقة الخضراء في بغداد مساء يوم الأحد ولم تقع إصابات بين المدنيين"
    )
    marked = plain.replace("سقطت", "سَقَطَتْ").replace("الأحد", "الاحد")
    [found] = shared_passages({"one": f"قال: {plain}.", "other": marked})
    assert marked[slice(*found.passages[0].other)] == marked


def test_what_stands_in_all_documents_is_no_derivation() -> None:
    foot = "Subscribe to our letter and follow us for all the news of the harbour towns every day"
    texts = {f"d{one}": f"{sentence(one)}.\n\n{foot}\n" for one in range(12)}
    assert shared_passages(texts) == []
    [only] = shared_passages({name: texts[name] for name in ("d1", "d2")})
    assert texts["d1"][slice(*only.passages[0].one)] == foot


def test_a_report_that_many_print_is_one_chain() -> None:
    report = ". ".join(sentence(one) for one in range(20))
    texts = {f"d{one:02}": f"{sentence(100 + one)}\n\n{report}" for one in range(20)}
    pairs = {(one.one, one.other) for one in shared_passages(texts)}
    assert {(f"d{one:02}", f"d{one + 1:02}") for one in range(19)} <= pairs
    assert len(pairs) < 40


def test_a_few_words_of_the_next_paragraph_are_left_away() -> None:
    one, other = f"{PASSAGE}.\n\nAccording to the", f"{PASSAGE}, he added.\n\nAccording to a"
    [found] = shared_passages({"one": one, "other": other})
    assert one[slice(*found.passages[0].one)] == PASSAGE


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("He said “it is over” and left.", ["it is over"]),
        ('One "two, "three said. "Four" five.', ["two, ", "Four"]),
        ("“A first paragraph.\n\n“A second one,” she said.", ["A first paragraph.", "A second one,"]),
        ("„Genug“ und «assez».", ["Genug", "assez"]),
        ("These must stop. — Secretary X (@SecX) December 21, 2020\n", ["These must stop."]),
        ('No marks, 5" long.', []),
    ],
)  # fmt: skip
def test_what_is_quoted(text: str, stretches: list[str]) -> None:
    assert [text[slice(*one)] for one in quoted(text)] == stretches


def test_a_digest_is_of_words_alone() -> None:
    assert digest(["Three  people, died"]) == digest(["three people died."])
    assert digest(["three people died"]) != digest(["three people lied"])
    assert [word.number for word in words("a A", Numbers())] == [
        word.number for word in words("A a", Numbers())
    ]
