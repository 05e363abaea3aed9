"""What is proposed for quotes of speakers, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Protocol

    from factbook.dossier import Dossier
    from factbook.evidence.lineage.proposing import Found

    class Archived(Protocol):
        """What the fixture makes."""

        dossier: Dossier
        found: Found
        told: list[tuple[str, frozenset[str]]]
        texts: Mapping[str, str]


ACTORS = "--- actors/mayor.yaml\ntitle: Mayor Ruun\nkind: person\n--- actors/guild.yaml\ntitle: Guild\nkind: organisation\n"
SPEECH = "We shall rebuild the hall on the same ground with the same stones and nobody will pay for it twice"
DAYS = {"early": "published: 2031-03-15", "late": "published: 2031-03-16"}


def two_statements(first: str, then: str, **more: str) -> str:
    facts = ACTORS
    for name, source, quote in (("one", "early", first), ("other", "late", then)):
        facts += f"""--- statements/{name}.yaml
title: {name}
by: mayor
on: {more.get(name, "2031-03-14")}
{more.get("link", "") if name == "one" else ""}
claims:
  c: {{attribute: damage, value: {name}, stated_in: {name}, cite: [{{source: {source}, quote: "{quote}"}}]}}
"""
    return facts


NEAR = SPEECH.replace("nobody will", "nobody shall")
SOURCES = {"early": "some text", "late": "another text"}


def test_one_speaker_in_the_same_words_is_perhaps_one_statement(
    archived: Callable[..., Archived],
) -> None:
    [one] = archived(two_statements(SPEECH, SPEECH), **SOURCES).found.proposals
    assert (one.kind, {one.one, one.other}, one.certainty) == (
        "perhaps_same",
        {"one", "other"},
        "probable",
    )
    [near] = archived(two_statements(SPEECH, NEAR), **SOURCES).found.proposals
    assert (near.id, near.texts != one.texts) == (one.id, True)


@pytest.mark.parametrize(
    "facts",
    [
        two_statements(SPEECH, SPEECH, other="2031-04-20"),
        two_statements(SPEECH, SPEECH, link="perhaps_same: [{statement: other, certainty: possible, because: b}]"),
        two_statements(SPEECH, "The hall will rise again, and cheaply"),
        two_statements("three rockets came down on the hall", "five rockets came down on the hall"),
    ],
)  # fmt: skip
def test_other_days_words_and_figures_are_no_such_thing(
    archived: Callable[..., Archived], facts: str
) -> None:
    assert archived(facts, **SOURCES).told == []


def test_names_and_figures_in_other_words_may_be_one_statement(
    archived: Callable[..., Archived],
) -> None:
    first, then = (
        "23 hurt, 6 engines, 40 stalls burned",
        "von 40 Ständen? 23 Verletzte, 6 Wagen, 40 Buden",
    )
    [one] = archived(
        two_statements(first, "Verletzt: 23, Wagen: 6, verbrannt: 40"), **SOURCES
    ).found.proposals
    assert (one.kind, one.certainty) == ("perhaps_same", "possible")
    assert archived(two_statements(first, then), **SOURCES).told == []  # in another order


def said_twice(one: str, other: str, extra: str = "") -> str:
    return f"""{ACTORS}--- statements/said.yaml
title: Speech
by: mayor
on: 2031-03-14
--- incidents/fire.yaml
title: Fire
claims:
  c: {{attribute: damage, value: rebuilt, {one}, cite: [{{source: early, quote: "{SPEECH}"}}]}}
  d: {{attribute: damage, value: rebuilt, {other}, cite: [{{source: late, quote: "{NEAR}"{extra}}}]}}
"""


def test_somebody_else_in_the_same_words_may_echo(archived: Callable[..., Archived]) -> None:
    made = archived(said_twice("says: mayor", "says: guild"), DAYS, **SOURCES)
    [one] = made.found.proposals
    assert (one.kind, one.one, one.other, one.directed) == ("echoes", "fire#d", "fire#c", True)
    linked = "says: guild, echoes: {claim: c, certainty: possible, because: b}"
    assert archived(said_twice("says: mayor", linked), DAYS, **SOURCES).told == []


def test_two_wordings_of_one_statement_are_a_rendering(archived: Callable[..., Archived]) -> None:
    facts = said_twice("stated_in: said", "stated_in: said")
    [one] = archived(facts, **SOURCES).found.proposals
    assert (one.kind, {one.one, one.other}, one.rendering) == (
        "rendering",
        {"fire#c@0", "fire#d@0"},
        "paraphrase",
    )
    known = said_twice("stated_in: said", "stated_in: said", ", rendering: paraphrase")
    assert archived(known, **SOURCES).told == []
