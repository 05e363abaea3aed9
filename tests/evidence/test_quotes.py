from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from factbook.evidence.quotes import nearest, verify
from factbook.evidence.snapshots import read_snapshots

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier

DOCUMENT = "Three people\nwere killed,  the “chief” said.\n"
SHA256 = hashlib.sha256(DOCUMENT.encode()).hexdigest()


def with_quote(quote: str, sha256: str = SHA256) -> str:
    return f"""
--- incidents/fire.yaml
title: Fire
claims:
  three: {{attribute: killed, value: 3, cite: [{{source: paper, quote: "{quote}"}}]}}
--- sources/paper.yaml
title: Paper
publisher: unknown
published: unknown
snapshot: {{sha256: "{sha256}"}}
"""


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Three people were killed", True),
        ("Three   people were killed, the “chief” said", True),
        ("three people", False),
        ('the "chief" said', False),
        ("Three people were kiled", False),
        ("four", False),
    ],
)
def test_a_quote_stands_in_its_document_to_the_letter_white_space_folded(
    dossier: Callable[[str], Dossier], quote: str, *, found: bool
) -> None:
    made = dossier(with_quote(quote.replace('"', '\\"')))
    verified = verify(made.ledger, {SHA256: DOCUMENT.encode()})
    assert verified.found == int(found)
    assert [problem.rule for problem in verified.problems] == ([] if found else ["quote-missing"])


def test_a_missing_quote_is_shown_with_its_place_and_the_nearest_passage(
    dossier: Callable[[str], Dossier],
) -> None:
    made = dossier(with_quote("Three people were kiled"))
    verified = verify(made.ledger, {SHA256: DOCUMENT.encode()})
    [(problem, place)] = made.located(verified.problems)
    assert problem.mend == "the nearest passage is: Three people were kille"
    assert place.source_line[place.span.column - 1 :].startswith('"Three people were kiled"')


@pytest.mark.parametrize("sha256", ["0" * 64, ""])
def test_a_document_that_is_not_there_proves_nothing(
    dossier: Callable[[str], Dossier], sha256: str
) -> None:
    text = with_quote("Three people", sha256)
    made = dossier(text if sha256 else text.replace('snapshot: {sha256: ""}\n', ""))
    verified = verify(made.ledger, {SHA256: DOCUMENT.encode()})
    assert verified.found == 0
    assert [problem.rule for problem in verified.problems] == ["no-snapshot"]


def test_quotes_of_statements_and_actors_are_verified_too(
    dossier: Callable[[str], Dossier],
) -> None:
    made = dossier(
        with_quote("Three people")
        + "--- actors/chief.yaml\ntitle: Chief\ncite: [{source: paper, quote: the chief}]\n"
    )
    verified = verify(made.ledger, {SHA256: DOCUMENT.encode()})
    assert [problem.spot.path for problem in verified.problems] == ["facts/actors/chief.yaml"]


def test_snapshots_are_known_by_their_bytes_and_not_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "whatever.txt").write_text(DOCUMENT)
    snapshots, problems = read_snapshots(tmp_path)
    assert snapshots == {SHA256: DOCUMENT.encode()}
    assert problems == []


def test_a_folder_of_snapshots_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    _, problems = read_snapshots(tmp_path / "nowhere")
    assert [problem.rule for problem in problems] == ["no-snapshots"]


def test_nothing_is_near_where_little_is_shared() -> None:
    assert nearest("quite other words", "abcdef") == ""
