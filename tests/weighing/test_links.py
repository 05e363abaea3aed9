"""Links that merge origins: echoes, documents, two names, unnamed speakers, own voice with a basis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.weighing.lineage import lineage

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

DOCUMENTS = """
--- sources/first.yaml
title: First
publisher: unknown
published: 2031-05-05
--- sources/copied.yaml
title: Copied
publisher: unknown
published: 2031-05-06
derives_from: [first]
--- sources/again.yaml
title: Copied again
publisher: unknown
published: 2031-05-07
derives_from: [copied]
--- sources/aaa.yaml
title: Copy of the report
publisher: unknown
published: 2031-05-06
derives_from: [by-television]
--- actors/other-spokesman.yaml
title: Other spokesman
kind: person
perhaps_same: [{actor: spokesman, certainty: certain, because: two spellings}]
--- sources/by-television.yaml
title: Report
publisher: television
published: 2031-05-05
"""
POSSIBLY = """
--- sources/possibly.yaml
title: Possibly copied
publisher: unknown
published: 2031-05-06
derives_from: [{source: first, certainty: possible, because: two paragraphs}]
--- sources/probably.yaml
title: Probably copied
publisher: unknown
published: 2031-05-06
derives_from: [{source: first, certainty: probable, because: half of it}]
--- sources/outlets-own.yaml
title: An outlet's own, or a copy
publisher: television
published: 2031-05-06
derives_from: [{source: first, certainty: possible, because: two paragraphs}]
"""
SOURCE = "{{unnamed: a security source, to: {}}} | killed | 3 | source: {}"
ROWS = [
    ("television repeats the ministry", ["ministry | killed | 3", "television | killed | 3 | echoes: probable"], "1 origin"),
    ("television possibly repeats it", ["ministry | killed | 3", "television | killed | 3 | echoes: possible"], "1 to 2 origins"),
    ("an echo of what nobody else says", ["ministry | killed | 4", "television | killed | 3 | echoes: certain"], "1 origin"),
    ("own voice that echoes names no origin", ["ministry | killed | 4", "- | killed | 3 | echoes: certain"], "no origin named"),
    ("a document that saw for itself", ["- | killed | 3 | basis: witnessed | source: first"], "1 origin"),
    ("two documents that saw for themselves", ["- | killed | 3 | basis: witnessed | cite: [{source: first, quote: q}, {source: by-television, quote: q}]"], "2 origins"),
    ("what it saw, and its copy", ["- | killed | 3 | basis: witnessed | source: first", "- | killed | 3 | basis: own reporting | source: again"], "1 origin"),
    ("an outlet's own reporting, and the outlet", ["- | killed | 3 | basis: own reporting | source: by-television", "television | killed | 3"], "1 origin"),
    ("what it saw, and possibly a copy", ["- | killed | 3 | basis: witnessed | source: first", "- | killed | 3 | basis: own reporting | source: possibly"], "1 to 2 origins"),
    ("what it saw, and probably a copy", ["- | killed | 3 | basis: witnessed | source: first", "- | killed | 3 | basis: own reporting | source: probably"], "1 origin"),
    ("two that possibly copy what a third has", ["- | killed | 3 | basis: witnessed | source: possibly", "- | killed | 3 | basis: witnessed | source: outlets-own"], "1 to 2 origins"),
    ("an unnamed source in what is possibly a copy", [SOURCE.format("unknown", "first"), SOURCE.format("unknown", "possibly")], "1 to 2 origins"),
    ("what is possibly a copy stays its outlet's", ["- | killed | 3 | basis: own reporting | source: outlets-own", "television | killed | 3"], "1 origin"),
    ("an unnamed source in a copied document", [SOURCE.format("unknown", "first"), SOURCE.format("unknown", "again")], "1 origin"),
    ("the same words in two documents", [SOURCE.format("unknown", "first"), SOURCE.format("unknown", "by-television")], "2 origins"),
    ("two unnamed who are one", ["{unnamed: an officer, to: television, same_as: officer-a} | killed | 3", "{unnamed: a colonel, to: cell, same_as: officer-a} | killed | 3"], "1 origin"),
    ("a group that is not named counts one", ["{unnamed: Iraqi officials, to: television} | killed | 3"], "1 origin"),
    ("an echo of a joint statement", ["[army, embassy] | killed | 3", "television | killed | 3 | echoes: certain"], "1 origin"),
    ("an echo of what a document saw", ["- | killed | 3 | basis: witnessed | source: first", "police | killed | 3 | echoes: certain"], "1 origin"),
    ("two that echo one document", ["- | killed | 3 | source: first", "police | killed | 3 | echoes: certain", "cell | killed | 3 | echoes: certain"], "1 origin"),
    ("own reporting that echoes the ministry", ["ministry | killed | 3", "- | killed | 3 | basis: own reporting | source: first | echoes: certain"], "1 origin"),
    ("who may be the spokesman counts as his body", ["other-spokesman | killed | 3", "spokesman | killed | 3", "army | killed | 3"], "1 origin"),
    ("a copy by another does not change whose report it is", ["- | killed | 3 | basis: own reporting | source: by-television", "television | killed | 3"], "1 origin"),
    ("a capital letter is no other speaker", ["{unnamed: A security  source, to: television} | killed | 3", "{unnamed: a security source, to: television} | killed | 3"], "1 origin"),
    ("one speaker in two outlets", ["cell | killed | 3 | source: first", "cell | killed | 3 | source: by-television"], "1 origin"),
    ("the same sentence in two outlets", ["- | killed | 3 | source: first", "- | killed | 3 | source: by-television | echoes: probable"], "no origin named"),
    ("reports are nobody", ["{unnamed: local reports, to: unknown} | killed | 3"], "no origin named"),
    ("two names, possibly of one group", ["front | killed | 3", "rebels | killed | 3"], "1 to 2 origins"),
    ("a value inferred through the document of another who gives it", ["police | killed | 3 | source: first | inferred: {from: [first, again], because: b}", "army | killed | 3 | source: again"], "1 to 2 origins"),
    ("a value inferred through a document of nobody's", ["police | killed | 3 | source: first | inferred: {from: [first, again], because: b}", "army | killed | 3 | source: by-television"], "2 origins"),
    ("a value inferred through a document in its own voice", ["police | killed | 3 | source: first | inferred: {from: [first, again], because: b}", "- | killed | 3 | source: again"], "1 origin"),
    ("a value inferred within its own document", ["police | killed | 3 | source: first | inferred: {from: [first], because: b}", "army | killed | 3 | source: first"], "2 origins"),
    ("three, of whom one is inferred through another's document", ["police | killed | 3 | source: first | inferred: {from: [again], because: b}", "army | killed | 3 | source: again", "cell | killed | 3 | source: by-television"], "2 to 3 origins"),
    ("a brigade is part of its army, and another voice", ["brigade | killed | 3", "army | killed | 3"], "2 origins"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_who_counts_as_one(
    told: Callable[..., Dossier], name: str, lines: list[str], expected: str
) -> None:
    for turned in (lines, lines[::-1]) if "echoes" not in "".join(lines) else (lines,):
        made = told(*turned, statements=DOCUMENTS + POSSIBLY)
        [family] = made.weighing.families.values()
        [position] = [one for one in family if one.position.claims[0].entry.value == "3"]
        assert str(position.origins) == expected, name
        drawn = lineage(position.position.claims, *made.weighing.bounds)
        assert (drawn.high, drawn.low) == (position.origins.high, position.origins.low), name


def test_why_they_count_as_one_is_said(told: Callable[..., Dossier]) -> None:
    made = told(
        "front | killed | 3", "rebels | killed | 3", "television | killed | 3 | echoes: probable"
    )
    [[position]] = made.weighing.families.values()
    assert position.origins.merged == (
        "Television: an echo of another claim (probable)",
        "Front and Rebels are one (possible)",
    )


def test_what_the_words_of_a_speaker_do_not_give_alone_is_said(
    told: Callable[..., Dossier],
) -> None:
    made = told(
        "police | killed | 3 | source: first | inferred: {from: [first, again], because: b}",
        statements=DOCUMENTS,
    )
    [[position]] = made.weighing.families.values()
    assert str(position.origins) == "1 origin"
    assert position.origins.merged == ("Police: inferred through “Copied again”",)


def test_documents_that_go_back_to_one_are_said_to(told: Callable[..., Dossier]) -> None:
    seen = "- | killed | 3 | basis: witnessed | source: {}"
    rows = {
        ("first", "again"): "“First” and “Copied again” go back to one document",
        ("first", "possibly"): "“First” and “Possibly copied” go back to one document (possible)",
    }
    for names, expected in rows.items():
        made = told(*map(seen.format, names), statements=DOCUMENTS + POSSIBLY)
        [[position]] = made.weighing.families.values()
        assert position.origins.merged == (expected,)


def test_an_echo_holds_for_the_claim_that_is_echoed_and_no_further(
    told: Callable[..., Dossier],
) -> None:
    made = told(
        "ministry | killed | 3",
        "television | killed | 3 | echoes: certain",
        "ministry | injured | 5",
        "television | injured | 5",
    )
    counted = {
        one.position.attribute: str(one.origins)
        for family in made.weighing.families.values()
        for one in family
    }
    assert counted == {"killed": "1 origin", "injured": "2 origins"}


def test_a_long_chain_of_echoes_ends_at_the_first(told: Callable[..., Dossier]) -> None:
    chain = [
        f"a{n} | killed | 3 | echoes: {{claim: c{n + 1}, certainty: certain, because: b}}"
        for n in range(700)
    ]
    made = told(*chain, "ministry | killed | 3")
    [[position]] = made.weighing.families.values()
    assert str(position.origins) == "1 origin"


def test_echoes_in_a_circle_end(told: Callable[..., Dossier]) -> None:
    made = told(
        "ministry | killed | 3 | echoes: {claim: c1, certainty: certain, because: b}",
        "television | killed | 3 | echoes: certain",
    )
    [[position]] = made.weighing.families.values()
    assert str(position.origins) == "1 origin"
