from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from factbook.diagnostics.problem import Severity
from factbook.evidence.quotes import Verified, verify
from factbook.evidence.snapshots import read_snapshots
from factbook.evidence.source_lock import SourceLock, text_record
from factbook.evidence.standing import NO_EVIDENCE, Evidence

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


TWICE = "Headline\n\nThree died, he said.\n\nShe denied it. Three died, he said again.\n"
LONG = "The minister said on Monday that three people were killed near the gate.\n"


def of(text: str) -> tuple[str, dict[str, bytes]]:
    """The sha256 of a document, and a store that holds it."""
    content = text.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    return sha256, {sha256: content}


def verified(
    dossier: Callable[[str], Dossier],
    document: str,
    citation: str,
    evidence: Evidence = NO_EVIDENCE,
) -> Verified:
    """What comes of one citation, as YAML without its source."""
    sha256, store = of(document)
    text = with_quote("x", sha256).replace('quote: "x"', citation)
    return verify(dossier(text).ledger, store, evidence, "2031-05-07")


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Three people were killed", True),
        ("Three   people were killed, the “chief” said", True),
        ('the "chief" said', True),
        ("Three […] said", True),
        ("three people", False),
        ("Three people were kiled", False),
        ("four", False),
    ],
)
def test_a_quote_stands_in_its_document_to_the_letter(
    dossier: Callable[[str], Dossier], quote: str, *, found: bool
) -> None:
    made = dossier(with_quote(quote.replace('"', '\\"')))
    result = verify(made.ledger, {SHA256: DOCUMENT.encode()})
    assert result.found == int(found)
    assert [problem.rule for problem in result.problems] == ([] if found else ["quote-missing"])


def test_a_missing_quote_is_shown_with_its_place_and_the_nearest_passage(
    dossier: Callable[[str], Dossier],
) -> None:
    made = dossier(with_quote("Three people were kiled"))
    result = verify(made.ledger, {SHA256: DOCUMENT.encode()})
    [(problem, place)] = made.located(result.problems)
    marked = "Three people were [-kiled-]{+killed+}"
    assert problem.mend == f"the nearest passage is in paragraph 1: {marked}"
    assert place.source_line[place.span.column - 1 :].startswith('"Three people were kiled"')


@pytest.mark.parametrize("sha256", ["0" * 64, ""])
def test_a_document_that_is_not_there_proves_nothing(
    dossier: Callable[[str], Dossier], sha256: str
) -> None:
    text = with_quote("Three people", sha256)
    made = dossier(text if sha256 else text.replace('snapshot: {sha256: ""}\n', ""))
    result = verify(made.ledger, {SHA256: DOCUMENT.encode()})
    assert result.found == 0
    [problem] = result.problems
    assert (problem.rule, problem.severity) == ("no-snapshot", Severity.WARNING)


def test_bytes_that_do_not_match_their_hash_prove_nothing(
    dossier: Callable[[str], Dossier],
) -> None:
    made = dossier(with_quote("Three people"))
    result = verify(made.ledger, {SHA256: DOCUMENT.encode() + b"!"})
    assert (result.found, [one.rule for one in result.problems]) == (0, ["snapshot-mismatch"])


def test_a_document_of_another_size_is_reported(dossier: Callable[[str], Dossier]) -> None:
    text = with_quote("Three people").replace('"}', '", bytes: 7}')
    result = verify(dossier(text).ledger, {SHA256: DOCUMENT.encode()})
    assert [(one.rule, one.spot.route) for one in result.problems] == [
        ("snapshot-bytes", ("snapshot", "bytes"))
    ]


def test_a_text_that_is_not_the_one_of_the_lock_proves_nothing(
    dossier: Callable[[str], Dossier],
) -> None:
    lock = SourceLock(text_record(SHA256, "Another text."), {})
    made = dossier(with_quote("Three people"))
    result = verify(made.ledger, {SHA256: DOCUMENT.encode()}, Evidence({"paper": lock}))
    assert (result.found, [one.rule for one in result.problems]) == (0, ["snapshot-mismatch"])


def test_quotes_of_statements_and_actors_are_verified_too(
    dossier: Callable[[str], Dossier],
) -> None:
    made = dossier(
        with_quote("Three people")
        + "--- actors/chief.yaml\ntitle: Chief\ncite: [{source: paper, quote: the boss}]\n"
    )
    result = verify(made.ledger, {SHA256: DOCUMENT.encode()})
    assert [problem.spot.path for problem in result.problems] == ["facts/actors/chief.yaml"]


@pytest.mark.parametrize(
    ("citation", "rule", "places"),
    [
        ("quote: Three died", "ambiguous-quote", 2),
        ("quote: Three died, suffix: ', he said again'", "", 1),
        ("quote: Three died, prefix: denied it.", "", 1),
        ("quote: Three died, locator: paragraph 2", "", 1),
        ("quote: Three died, rendering: headline", "", 2),
        ("quote: Three died, locator: paragraph 1", "locator-contradicts", 2),
        ("quote: he, locator: caption", "", 2),
        ("quote: Three died, prefix: denied that", "quote-context", 0),
        ("quote: Three died, suffix: and two", "quote-context", 0),
    ],
)
def test_where_words_stand_twice_something_must_say_which(
    dossier: Callable[[str], Dossier], citation: str, rule: str, places: int
) -> None:
    result = verified(dossier, TWICE, citation)
    assert [one.rule for one in result.problems] == ([rule] if rule else [])
    assert [line.places for line in result.lines.values()] == ([places] if places else [])


def test_the_places_of_words_are_named(dossier: Callable[[str], Dossier]) -> None:
    [problem] = verified(dossier, TWICE, "quote: Three died").problems
    assert problem.message == "these words stand more than once: in paragraph 2 and paragraph 3"
    [problem] = verified(dossier, TWICE, "quote: Three died, prefix: denied that").problems
    assert problem.mend == "before them stands, in paragraph 2: Headline"
    [problem] = verified(dossier, TWICE, "quote: Three died, locator: paragraph 1").problems
    assert "they stand in paragraph 2 and paragraph 3" in problem.mend


def test_a_name_may_stand_wherever_it_likes(dossier: Callable[[str], Dossier]) -> None:
    sha256, store = of(TWICE)
    actor = "--- actors/chief.yaml\ntitle: Chief\ncite: [{source: paper, quote: he said}]\n"
    made = dossier(with_quote("She denied it", sha256) + actor)
    assert verify(made.ledger, store).problems == ()


def test_what_is_found_is_where_it_says(dossier: Callable[[str], Dossier]) -> None:
    result = verified(dossier, LONG, "quote: 'said […] three people were killed'")
    [line] = result.lines.values()
    assert [LONG[start:end] for start, end in line.spans] == ["said", "three people were killed"]
    assert (str(line.locator), line.day) == ("paragraph 1", "2031-05-07")


def test_a_quote_keeps_the_day_on_which_it_was_found_there(
    dossier: Callable[[str], Dossier],
) -> None:
    first = verified(dossier, LONG, "quote: three people")
    [(key, line)] = first.lines.items()
    lock = SourceLock(first.texts["paper"], {key[1]: line._replace(day="2030-01-01")})
    again = verified(dossier, LONG, "quote: three people", Evidence({"paper": lock}))
    assert [one.day for one in again.lines.values()] == ["2030-01-01"]
    edited = verified(dossier, LONG, "quote: three persons", Evidence({"paper": lock}))
    assert (edited.found, len(edited.lines)) == (0, 0)


def test_who_builds_looks_where_the_lock_says_and_believes_no_lock(
    dossier: Callable[[str], Dossier],
) -> None:
    sha256, store = of(TWICE)
    ledger = dossier(with_quote("Three died", sha256)).ledger
    first = verify(ledger, store, day="2031-05-07")
    [((_, key), line)] = first.lines.items()
    lock = SourceLock(first.texts["paper"], {key: line})
    again = verify(ledger, store, Evidence({"paper": lock}), again=True)
    assert (again.found, again.problems, again.lines) == (1, (), first.lines)
    wrong = SourceLock(first.texts["paper"], {key: line._replace(spans=((0, 8),))})
    found = verify(ledger, store, Evidence({"paper": wrong}), again=True)
    assert [one.spans for one in found.lines.values()] == [line.spans]


def test_snapshots_are_known_by_their_bytes_and_not_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "whatever.txt").write_text(DOCUMENT)
    snapshots, problems = read_snapshots(tmp_path)
    assert snapshots == {SHA256: DOCUMENT.encode()}
    assert problems == []


def test_a_folder_of_snapshots_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    _, problems = read_snapshots(tmp_path / "nowhere")
    assert [problem.rule for problem in problems] == ["no-snapshots"]
