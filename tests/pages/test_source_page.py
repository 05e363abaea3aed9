"""A source's page: claims in the order of the document, what is cited of it, what it shares."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from factbook.evidence.quotes import verify
from factbook.evidence.recording import locks_of
from factbook.evidence.standing import Evidence
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pages.source import SourcePage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factbook.dossier import Dossier
    from factbook.pages.part import Part
    from factbook.pages.view import CitationView

    Make = Callable[[str | Mapping[str, bytes]], Dossier]

DOCUMENT = """Fire in the hall

Three people were hurt, the chief said.

Later the paper wrote that four people were hurt. The hall burned.

The weather was fine.
"""
SHA256 = hashlib.sha256(DOCUMENT.encode()).hexdigest()
FACTS = f"""
--- incidents/fire.yaml
title: Fire in the hall
claims:
  last: {{attribute: account, value: burned, cite: [{{source: paper, quote: The hall burned}}]}}
  four: {{attribute: injured, value: 4, cite: [{{source: paper, quote: four people}}]}}
  three: {{attribute: injured, value: 3, stated_in: said, cite: [{{source: paper, quote: Three people}}, {{source: leaflet, quote: three}}]}}
  five: {{attribute: injured, value: 5, cite: [{{source: paper, quote: four people}}]}}
--- statements/said.yaml
title: What the chief said
by: chief
on: 2031-03-14
--- actors/chief.yaml
title: Chief
--- sources/paper.yaml
title: Paper
publisher: unknown
published: unknown
snapshot: {{sha256: {SHA256}}}
--- sources/leaflet.yaml
title: Leaflet
publisher: unknown
published: unknown
derives_from: [paper]
"""
DENIAL = """
--- incidents/fire.yaml
title: Fire
claims:
  him: {attribute: held_responsible, value: chief, says: guard, act: accuses, cite: [{source: wire, quote: him}]}
  no: {attribute: held_responsible, value: chief, says: chief, act: denies, cite: [{source: wire, quote: not me}]}
--- actors/chief.yaml
title: Chief
--- actors/guard.yaml
title: Guard
--- sources/wire.yaml
title: Wire
publisher: unknown
published: 2021-01-01
"""


@pytest.fixture
def with_locks(
    dossier: Make, files_of_text: Callable[[str], dict[str, bytes]]
) -> Callable[..., Dossier]:
    """The dossier with what was found in its document, on a day."""

    def make(day: str = "2031-05-07", old: str = "", new: str = "") -> Dossier:
        files = files_of_text(FACTS)
        ledger = dossier(files).ledger
        found = verify(ledger, {SHA256: DOCUMENT.encode()}, day=day)
        locks = locks_of(ledger, found, Evidence(), lambda _: "")
        return dossier({**files_of_text(FACTS.replace(old, new) if old else FACTS), **locks})

    return make


def page_of(made: Dossier, name: str = "paper") -> SourcePage:
    pages = compose(made.ledger, made.weighing, Addresses(), evidence=made.evidence)
    [found] = [one for one in pages if isinstance(one, SourcePage) and one.id == name]
    return found


def part(page: SourcePage, anchor: str) -> Part:
    [found] = [one for one in page.parts if one.anchor == anchor]
    return found


def cited(page: SourcePage) -> list[CitationView]:
    groups = part(page, "claims").groups
    return [one for group in groups for claim in group.claims for one in claim.citations]


def test_claims_stand_in_the_order_of_the_document(with_locks: Callable[..., Dossier]) -> None:
    groups = part(page_of(with_locks()), "claims").groups
    assert [(group.heading.text, [one.value for one in group.claims]) for group in groups] == [
        ("Paragraph 2", ["3"]),
        ("Paragraph 3", ["4", "5", "burned"]),
    ]
    assert groups[0].claims[0].attribute == "Fire in the hall: injured"


def test_a_source_says_when_it_was_archived_and_that_it_was_otherwise_before(
    dossier: Make,
) -> None:
    assert not page_of(dossier(FACTS)).archived
    earlier = f"archived: 2031-05-08, earlier: [{{sha256: {'b' * 64}}}]"
    made = dossier(FACTS.replace(f"sha256: {SHA256}", f"sha256: {SHA256}, {earlier}"))
    assert page_of(made).archived == "archived 8 May 2031, 1 earlier version"


def test_a_written_locator_orders_what_was_never_found(dossier: Make) -> None:
    facts = FACTS.replace("quote: The hall burned", "quote: The hall burned, locator: paragraph 3")
    facts = facts.replace("quote: Three people", "quote: Three people, locator: headline")
    groups = part(page_of(dossier(facts)), "claims").groups
    assert [group.heading.text for group in groups] == [
        "Paragraph 3",
        "Place not recorded",
        "Headline",
        "Place not recorded",
    ]


def test_without_any_place_claims_are_listed_by_subject(dossier: Make) -> None:
    page = page_of(dossier(FACTS))
    assert page.facsimile is None
    assert [group.heading.text for group in part(page, "claims").groups] == ["Fire in the hall"]
    assert {one.proof.words for one in cited(page)} == {"not verified"}


def test_a_quote_says_when_it_was_found_and_where(with_locks: Callable[..., Dossier]) -> None:
    first = cited(page_of(with_locks()))[0]
    start = DOCUMENT.index("Three people")
    assert first.proof.words == "recorded as verified on 7 May 2031"
    assert first.proof.where == f"paragraph 2, characters {start} to {start + 12}"
    assert (first.proof.sha256, first.locator) == (SHA256, "paragraph 2")


def test_an_edited_quote_is_unverified_at_once(with_locks: Callable[..., Dossier]) -> None:
    made = with_locks(old="quote: four people", new="quote: five people")
    words = {one.quote: one.proof.words for one in cited(page_of(made))}
    assert words["five people"] == "not verified"
    assert words["Three people"] == "recorded as verified on 7 May 2031"


def test_what_was_found_in_other_bytes_is_not_verified(with_locks: Callable[..., Dossier]) -> None:
    page = page_of(with_locks(old=SHA256, new="0" * 64))
    assert {one.proof.words for one in cited(page)} == {"not verified: found in an earlier text"}
    assert {one.locator for one in cited(page)} == {""}
    assert page.facsimile is None


def test_what_is_cited_is_drawn_and_told(with_locks: Callable[..., Dossier]) -> None:
    drawn = page_of(with_locks()).facsimile
    assert drawn is not None
    quoted = sum(map(len, ["Three people", "four people", "The hall burned"]))
    whole = sum(len(block) for block in DOCUMENT.strip().split("\n\n"))
    share = f"{quoted / whole:.0%} of the text is quoted, in 2 of 4 paragraphs"
    assert drawn.share == share
    assert drawn.in_words == f"{share}: paragraphs 2 (contested), 3 (contested)."
    [column] = drawn.columns
    assert column.plain.count("M") == 5  # lines of 60 characters
    assert column.cited.count("M") == 4  # one of the three goes over a line's end
    assert column.contested.count("M") == 2


def test_both_sides_of_a_conflict_and_its_own_contradiction(
    with_locks: Callable[..., Dossier],
) -> None:
    [row] = part(page_of(with_locks()), "itself").rows
    assert row.mark == "contradicts itself"  # four and five, in its own voice
    assert row.facts[0] == "Fire in the hall"
    assert "injured: 4 (the document itself) against injured: 3 (Chief)" in row.facts
    two = with_locks(
        old="  five: {attribute: injured, value: 5", new="  five: {attribute: killed, value: 0"
    )
    [row] = part(page_of(two), "itself").rows
    assert row.mark == ""


def test_what_it_shares_with_others(with_locks: Callable[..., Dossier]) -> None:
    made = with_locks()
    [row] = part(page_of(made), "shared").rows
    assert (row.link.text, row.facts) == (
        "Leaflet",
        ("derives from this document", "1 statement in both: What the chief said"),
    )
    [row] = part(page_of(made, "leaflet"), "shared").rows
    assert row.facts[0] == "this document derives from it"


def test_a_denial_that_others_contradict_is_told_as_one(dossier: Make) -> None:
    made = dossier(DENIAL)
    told = {row.link.text: row.facts[1:] for row in part(page_of(made, "wire"), "contested").rows}
    assert told == {
        "Held responsible: Chief": ("against held responsible: not Chief (Chief)",),
        "Held responsible: not Chief": ("against held responsible: Chief (Guard)",),
    }
