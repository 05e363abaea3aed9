"""Accepted links as splices: the field where it belongs, comments and layout to the letter."""

from __future__ import annotations

from datetime import date

import pytest

from factbook.diagnostics.problem import Problem
from factbook.editing.deciding import Reason, decided
from factbook.editing.linking import linked, subject_of
from factbook.evidence.lineage.proposal import Proposal
from factbook.reading.document import Document, parse_file

SOURCE = "# a report\ntitle: Late   # its headline\npublisher: unknown\npublished: unknown\n"
DERIVES = Proposal("derives_from", "late", "early", "probable", "b", ())
SAME = Proposal("perhaps_same", "one", "other", "possible", "b", ())
ECHOES = Proposal("echoes", "fire#d", "fire#c", "possible", "b", ())
FAR = Proposal("echoes", "fire#d", "flood#c", "possible", "b", ())
RENDERING = Proposal(
    "rendering", "fire#d@1", "fire#c@0", "possible", "b", (), rendering="translation"
)
CLAIMS = """title: Fire
claims:
  # the second
  d:
    attribute: killed   # dead
    value: 3
    cite:
      - source: late
        quote: three
      - {source: early, quote: tre}   # in their words
    note: n
"""
EARLY = "  - source: early\n    certainty: probable\n    because: 'so: x'\n"
ROWS = [
    ("a new field", DERIVES, SOURCE, SOURCE + f"derives_from:\n{EARLY}"),
    ("one more", DERIVES, SOURCE + "derives_from: [first]  # why\n", SOURCE + "derives_from: [first, {source: early, certainty: probable, because: 'so: x'}]  # why\n"),
    ("one more below others", DERIVES, SOURCE + "derives_from:\n  - first  # why\n", SOURCE + "derives_from:\n  - first  # why\n" + EARLY),
    ("into an empty list", DERIVES, SOURCE + "derives_from: []\n", SOURCE + "derives_from: [{source: early, certainty: probable, because: 'so: x'}]\n"),
    ("statements", SAME, "title: T\nby: a\non: unknown\n", "title: T\nby: a\non: unknown\nperhaps_same:\n  - statement: other\n    certainty: possible\n    because: 'so: x'\n"),
    ("one more statement", SAME, "title: T\nby: a\non: unknown\nperhaps_same: [{statement: x, certainty: certain, because: y}]\n", "title: T\nby: a\non: unknown\nperhaps_same: [{statement: x, certainty: certain, because: y}, {statement: other, certainty: possible, because: 'so: x'}]\n"),
    ("an echo", ECHOES, CLAIMS, CLAIMS.replace("    note: n\n", "    echoes:\n      claim: c\n      certainty: possible\n      because: 'so: x'\n    note: n\n")),
    ("an echo of another file's claim", FAR, "title: F\nclaims: {d: {attribute: killed, value: 3}}\n", "title: F\nclaims: {d: {attribute: killed, value: 3, echoes: {claim: flood#c, certainty: possible, because: 'so: x'}}}\n"),
    ("a rendering", RENDERING, CLAIMS, CLAIMS.replace("quote: tre}", "quote: tre, rendering: translation}")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "proposal", "before", "after"), ROWS, ids=[row[0] for row in ROWS]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_link_is_spliced_in(
    name: str, proposal: Proposal, before: str, after: str, ends: str
) -> None:
    content = before.replace("\n", ends).encode()
    made = linked("facts/f.yaml", content, proposal, "so: x")
    assert isinstance(made, bytes), name
    assert made.decode() == after.replace("\n", ends)


@pytest.mark.parametrize(
    ("proposal", "content"),
    [
        (ECHOES, CLAIMS.replace("note: n", "echoes: {claim: x, certainty: certain, because: y}")),
        (ECHOES, "title: Fire\n"),
        (DERIVES, "- no mapping\n"),
        (Proposal("stock wording", "a", "b", "possible", "c", ()), SOURCE),
    ],
)
def test_what_cannot_be_added_is_a_problem(proposal: Proposal, content: str) -> None:
    made = linked("facts/f.yaml", content.encode(), proposal, "b")
    assert isinstance(made, Problem)
    assert made.rule == "link-fault"


def test_whose_file_it_is() -> None:
    assert [subject_of(one) for one in (DERIVES, ECHOES, RENDERING)] == ["late", "fire", "fire"]


def test_decisions_stand_in_the_order_of_ids_and_are_replaced() -> None:
    def decide(content: bytes, one: Proposal, because: str) -> bytes:
        made = decided(
            "facts/lineage.yaml", content, one, Reason("refused", because, "", date(2031, 5, 9))
        )
        assert isinstance(made, bytes)
        return made

    first = decide(b"", SAME, "no: x")
    both = decide(first, DERIVES, "no")
    again = decide(both, SAME, "still no")
    document = parse_file("facts/lineage.yaml", again)
    assert isinstance(document, Document)
    assert document.data == {
        "decisions": {
            DERIVES.id: {"decided": "refused", "kind": "derives_from", "of": ["late", "early"], "because": "no", "on": "2031-05-09", "texts": DERIVES.texts},
            SAME.id: {"decided": "refused", "kind": "perhaps_same", "of": ["one", "other"], "because": "still no", "on": "2031-05-09", "texts": SAME.texts},
        }
    }  # fmt: skip
    assert list(document.data["decisions"]) == sorted([DERIVES.id, SAME.id])
    assert again.count(b"\n") == both.count(b"\n")
    broken = decided(
        "facts/lineage.yaml",
        b"decisions: none\n",
        SAME,
        Reason("refused", "b", "", date(2031, 5, 9)),
    )
    assert isinstance(broken, Problem)


def test_a_decision_about_others_with_the_same_short_id_is_kept() -> None:
    one = Proposal("derives_from", "mek", "hiael", "possible", "b", ())
    other = Proposal("derives_from", "ippm", "bcj", "possible", "b", ())
    reason = Reason("refused", "no", "", date(2031, 5, 9))
    made = b""
    for proposal in (one, other, one.reversed(), other):
        after = decided("facts/lineage.yaml", made, proposal, reason)
        assert isinstance(after, bytes)
        made = after
    document = parse_file("facts/lineage.yaml", made)
    assert isinstance(document, Document)
    kept = isinstance(document.data, dict) and document.data["decisions"]
    assert isinstance(kept, dict)
    assert list(kept) == [one.id, f"{one.id}-2"]


def test_a_pair_that_was_renamed_is_decided_once() -> None:
    before = Proposal("derives_from", "old", "early", "possible", "b", ())
    made = decided("facts/lineage.yaml", b"", before, Reason("refused", "no", "", date(2031, 5, 9)))
    assert isinstance(made, bytes)
    renamed = made.replace(b"[old, early]", b"[late, early]")
    again = decided(
        "facts/lineage.yaml", renamed, DERIVES, Reason("refused", "no", "", date(2031, 5, 9))
    )
    assert isinstance(again, bytes)
    assert again.count(b"decided: refused") == 1
