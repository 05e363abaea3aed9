from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.facts.decoding import ClaimKey
from factbook.facts.values import Count, Flag, Misfit, Names, Terms, Texts, Unknown, When

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

    Make = Callable[[str], Dossier]

FAULTS = [
    ("unknown key", "title: T\nplcae: x", "unknown-key", 2, 1, "did you mean place?"),
    ("missing key", "kind: fire", "missing-key", 1, 1, "add a line `title: …`"),
    ("empty title", "title:", "empty-value", 1, 1, "fill it in"),
    ("list for a value", "title: [a]", "wrong-shape", 1, 1, ""),
    (
        "value for a mapping",
        "title: T\nclaims: none",
        "wrong-shape",
        2,
        1,
        "write {key: value}, or a key on each line below",
    ),
    ("no date", "title: T\ndate: yesterday", "value-misfit", 2, 7, ""),
    (
        "no such act",
        "title: T\nclaims:\n  a: {attribute: killed, value: 1, act: denys}",
        "value-misfit",
        3,
        41,
        "did you mean denies?",
    ),
    (
        "nothing inferred from",
        "title: T\nclaims:\n  a: {attribute: killed, value: 1, inferred: {from: [], because: b}}",
        "empty-value",
        3,
        47,
        "name at least one",
    ),
]


@pytest.mark.parametrize(("name", "text", "rule", "line", "column", "mend"), FAULTS)
def test_every_fault_of_shape_is_reported_where_it_stands(
    dossier: Make, name: str, text: str, rule: str, line: int, column: int, mend: str
) -> None:
    made = dossier(f"--- incidents/a.yaml\n{text}\n")
    [(problem, place)] = made.located(made.problems)
    assert (problem.rule, place.span.line, place.span.column) == (rule, line, column), name
    assert problem.mend == mend, name


def test_all_faults_of_one_file_are_reported_at_once(dossier: Make) -> None:
    made = dossier("--- incidents/a.yaml\ntitel: T\ndate: x\nclaims:\n  b: {value: 1}\n")
    assert sorted(problem.rule for problem in made.problems) == [
        "missing-key",
        "unknown-key",
        "value-misfit",
    ]


def test_what_is_left_of_a_faulty_file_is_checked_too(dossier: Make) -> None:
    made = dossier(
        "--- incidents/a.yaml\ntitle: T\nplcae: x\nclaims:\n"
        "  b: {attribute: kiled, value: 1, cite: [{source: nowhere, quote: q}]}\n"
        "  c: {attribute: [killed], value: 1}\n"
    )
    assert sorted(problem.rule for problem in made.problems) == [
        "unknown-attribute",
        "unknown-key",
        "unknown-source",
        "wrong-shape",
    ]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("a.yaml", "misplaced-file"),
        ("incident/a.yaml", "misplaced-file"),
        ("incidents/A B.yaml", "bad-id"),
        ("incidents/2020/12/a.yaml", None),
    ],
)
def test_the_folder_says_the_kind_and_the_file_name_is_the_id(
    dossier: Make, path: str, rule: str | None
) -> None:
    made = dossier({f"facts/{path}": b"title: T"})  # type: ignore[arg-type]
    assert [problem.rule for problem in made.problems] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("--- incidents/a.yaml\ntitle: T\nmoved_from: [../b, a--2]\n", ["../b", "a--2"]),
        ("--- incidents/a.yaml\ntitle: T\nclaims: {b: {moved_from: [B]}}\n", ["B"]),
        ("--- incidents/a.yaml\ntitle: T\nconflicts: {c/d: {question: Q}}\n", ["c/d"]),
        (
            "--- vocabulary.yaml\nattributes: {e.f: {label: E, type: flag}, e_f: {label: F, type: flag}}\n",
            ["e.f"],
        ),
    ],
)
def test_whatever_becomes_part_of_an_address_is_an_id(
    dossier: Make, text: str, bad: list[str]
) -> None:
    found = [problem for problem in dossier(text).problems if problem.rule == "bad-id"]
    assert [problem.message for problem in found] == [f"{word} is no id" for word in bad]


def test_an_id_stands_once_across_kinds(dossier: Make) -> None:
    made = dossier("--- actors/x.yaml\ntitle: X\n--- incidents/x.yaml\ntitle: X\n")
    assert "duplicate-id" in [problem.rule for problem in made.problems]


@pytest.mark.parametrize(
    ("attribute", "value", "expected"),
    [
        ("killed", "3", Count),
        ("killed", "unknown", Unknown),
        ("killed", "none", Count),
        ("killed", "[1, 2]", Misfit),
        ("killed", "many", Misfit),
        ("date", "2020-12-20", When),
        ("date", "Sunday", Misfit),
        ("held_responsible", "none", Names),
        ("held_responsible", "[a, b]", Names),
        ("held_responsible", "[a, none]", Misfit),
        ("air_defence_activated", "yes", Flag),
        ("air_defence_activated", "perhaps", Misfit),
        ("weapon", "katyusha", Terms),
        ("weapon", "spear", Misfit),
        ("damage", "a wall", Texts),
        ("no_such_attribute", "x", Texts),
    ],
)
def test_a_value_is_typed_by_its_attribute(
    dossier: Make, attribute: str, value: str, expected: type
) -> None:
    made = dossier(
        f"--- incidents/a.yaml\ntitle: T\nclaims:\n  c: {{attribute: {attribute}, value: {value}}}"
    )
    found = made.ledger.claims[ClaimKey("a", "c")].value
    assert isinstance(found, expected)


def test_a_broken_vocabulary_does_not_make_its_words_unknown(dossier: Make) -> None:
    made = dossier(
        "--- vocabulary.yaml\nattributes:\n  own: {label: Own, type: cuont}\n"
        "--- incidents/a.yaml\ntitle: T\nclaims:\n  c: {attribute: own, value: 1, cite: []}\n"
    )
    assert sorted(problem.rule for problem in made.problems) == ["uncited-claim", "value-misfit"]
