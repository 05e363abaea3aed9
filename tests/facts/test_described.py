"""A title within a sentence: a description begins in lower case, a name never does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.facts.described import title_within
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pages.wording import claim_in_words, voices_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier


@pytest.mark.parametrize(
    ("kind", "title", "within"),
    [
        ("unidentified", "A security source", "a security source"),
        ("unidentified", "An Iraqi man", "an Iraqi man"),
        ("unidentified", "The gunman on the roof", "the gunman on the roof"),
        ("unidentified", "Western officials", "Western officials"),
        ("unidentified", "Analysts", "Analysts"),
        ("unidentified", "A", "A"),
        ("unidentified", "Al-Something", "Al-Something"),
        ("label", 'An "outside the law" group', 'an "outside the law" group'),
        ("label", "A resistance group", "a resistance group"),
        ("label", "A Team", "A Team"),
        ("label", "The Resistance", "The Resistance"),
        ("label", "Iran-backed militias", "Iran-backed militias"),
        ("outlet", "The Wall Street Journal", "The Wall Street Journal"),
        ("outlet", "A Bola", "A Bola"),
        ("body", "An Garda Síochána", "An Garda Síochána"),
        ("", "A security source", "A security source"),
    ],
)
def test_only_what_a_file_calls_a_description_is_one(
    dossier: Callable[[str], Dossier], kind: str, title: str, within: str
) -> None:
    written = f"kind: {kind}\n" if kind else ""
    made = dossier(f"--- actors/somebody.yaml\ntitle: '{title}'\n{written}")
    assert title_within("somebody", made.ledger) == within


def test_other_records_and_unknown_ids_stay_as_they_are(
    dossier: Callable[[str], Dossier],
) -> None:
    made = dossier("--- places/hague.yaml\ntitle: The Hague\nkind: unidentified\n")
    assert title_within("hague", made.ledger) == "The Hague"
    assert title_within("nobody", made.ledger) == "nobody"


ACTORS = """--- actors/source.yaml
title: A source
kind: unidentified
--- actors/chief.yaml
title: Chief
--- sources/p.yaml
title: P
publisher: unknown
published: unknown
"""


def test_speakers_in_a_row_begin_with_a_capital_and_go_on_without(
    dossier: Callable[[str], Dossier],
) -> None:
    claim = "attribute: killed, value: 3, says: [source, chief], cite: [{source: p, quote: q}]"
    back = claim.replace("source, chief", "chief, source")
    made = dossier(
        f"{ACTORS}--- incidents/fire.yaml\ntitle: T\nclaims: {{a: {{{claim}}}, b: {{{back}}}}}\n"
    )
    one, two = made.ledger.claims.values()
    assert voices_in_words(one.voices, made.ledger) == "A source and Chief"
    assert voices_in_words(two.voices, made.ledger) == "Chief and a source"
    assert claim_in_words(one, made.ledger) == "Killed: 3, a source and Chief"


def test_why_speakers_count_as_one_is_told_within_a_line(
    dossier: Callable[[str], Dossier],
) -> None:
    claims = "".join(
        f"  c{value}: {{attribute: killed, value: {value}, says: {who}, {more}"
        "cite: [{source: p, quote: q}]}\n"
        for value, who, more in (
            (3, "source", "echoes: {claim: c4, certainty: possible, because: b}, "),
            (4, "chief", ""),
        )
    )
    made = dossier(f"{ACTORS}--- incidents/fire.yaml\ntitle: T\nclaims:\n{claims}")
    titles = {one.title for one in compose(made.ledger, made.weighing, Addresses())}
    assert {"Conflicts with Chief on one side", "Conflicts with a source on one side"} <= titles
    [conflict] = made.weighing.conflicts.values()
    reasons = [reason for one in conflict.positions for reason in one.origins.merged]
    assert reasons == ["a source: an echo of another claim (possible)"]
