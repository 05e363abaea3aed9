from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.diagnostics.problem import Problem
from factbook.editing.adding import claim_added, new_file, plain, scalar
from factbook.editing.layout import laid_out
from factbook.editing.references import Renaming
from factbook.editing.rename import rename_in_facts, renaming_of
from factbook.facts.fields import record_type
from factbook.facts.model import Incident, Source
from factbook.pipeline import examine_tree
from factbook.reading.parser import parse
from factbook.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.editing.adding import New

PATH = "facts/incidents/fire.yaml"
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), min_size=1, max_size=40)
TEXT = WORDS.filter(lambda text: bool(text.strip()) and "\x00" not in text)
IDS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
CITATION = st.fixed_dictionaries(
    {"source": st.just("paper"), "quote": TEXT}, optional={"locator": TEXT, "via": st.tuples(IDS)}
)
CLAIM = st.fixed_dictionaries(
    {"attribute": st.just("account"), "value": TEXT, "cite": st.tuples(CITATION)},
    optional={
        "says": IDS | st.fixed_dictionaries({"unnamed": TEXT, "to": IDS}),
        "of": st.dictionaries(IDS, TEXT, min_size=1, max_size=2),
        "note": TEXT,
    },
)
INCIDENT = st.fixed_dictionaries(
    {"title": TEXT}, optional={"kind": TEXT, "note": TEXT, "part_of": st.tuples(IDS, IDS)}
)
SOURCE: dict[str, New] = {"title": "Paper", "publisher": "unknown", "published": "unknown"}


@given(TEXT)
def test_any_text_can_be_written_and_read(text: str) -> None:
    assert parse(f"k: {scalar(text)}\nl: [{scalar(text, flow=True)}]") == {"k": text, "l": [text]}


@settings(max_examples=60, deadline=None)
@given(INCIDENT, st.dictionaries(IDS, CLAIM, max_size=3))
def test_what_add_makes_survives_fmt_and_rename(
    fields: dict[str, New], claims: dict[str, Mapping[str, New]]
) -> None:
    content = new_file(fields, Incident)
    for name, claim in claims.items():
        made = claim_added(PATH, content, Incident, name, claim)
        assert isinstance(made, bytes), made
        content = made
    wanted = dict(fields) | ({"claims": claims} if claims else {})
    assert parse(content.decode()) == plain(wanted)
    first = laid_out(PATH, content, Incident)
    assert isinstance(first, bytes), first
    assert laid_out(PATH, first, Incident) == first
    tree = {PATH: content, "facts/sources/paper.yaml": new_file(SOURCE, Source)}
    there = renamed(tree, "fire", "fire-renamed")
    back = renamed(there, "fire-renamed", "fire")
    moved = b"moved_from: [fire-renamed]\n"
    assert {path: text.replace(moved, b"") for path, text in back.items()} == tree
    before, after = (examine_tree(Settings(), one).ledger for one in (tree, back))
    assert after.claims == before.claims


def renamed(tree: dict[str, bytes], old: str, new: str) -> dict[str, bytes]:
    ledger = examine_tree(Settings(), tree).ledger
    renaming = renaming_of(old, new, ledger)
    assert isinstance(renaming, Renaming), renaming
    edits = rename_in_facts(renaming, tree, "facts", ledger)
    assert not isinstance(edits, Problem), edits
    return {path: text for path, text in tree.items() if path not in edits.removed} | edits.written


NEW: dict[str, New] = {"attribute": "killed", "value": "3"}
PLACES = [
    # a file, and what it is with a claim more
    ("title: T\n", "title: T\nclaims:\n  new:\n    attribute: killed\n    value: 3\n"),
    (
        "title: T\nclaims: {}   # none\n",
        "title: T\nclaims:   # none\n  new:\n    attribute: killed\n    value: 3\n",
    ),
    (
        "title: T\nclaims:\n    old: {value: 1}   # it\n    # end\n",
        "title: T\nclaims:\n    old: {value: 1}   # it\n    new:\n      attribute: killed\n      value: 3\n    # end\n",
    ),
    (
        "title: T\nclaims:\n\n  a: {value: 1}\n\n  # b\n  b: {value: 1}\nmoved_from: [x]",
        "title: T\nclaims:\n\n  a: {value: 1}\n\n  # b\n  b: {value: 1}\n\n  new:\n    attribute: killed\n    value: 3\nmoved_from: [x]",
    ),
    (
        "title: T\nclaims: {a: {value: 1}}\n# end\n",
        "title: T\nclaims:\n  a: {value: 1}\n  new:\n    attribute: killed\n    value: 3\n# end\n",
    ),
    (
        "title: T\nconflicts: {}\n",
        "title: T\nclaims:\n  new:\n    attribute: killed\n    value: 3\nconflicts: {}\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), PLACES)
def test_a_claim_comes_last_among_the_claims_and_nothing_else_moves(
    before: str, after: str
) -> None:
    made = claim_added(PATH, before.encode(), Incident, "new", NEW)
    assert isinstance(made, bytes), made
    assert made.decode() == after


def test_the_type_of_a_file_is_told_by_its_path() -> None:
    assert record_type(PATH, "facts") is Incident
    assert record_type("facts/incidents/2020/fire.yaml", "facts") is Incident
    assert record_type("facts/incidents/No Id.yaml", "facts") is None
    assert record_type("facts/fire.yaml", "facts") is None
    assert record_type("elsewhere/incidents/fire.yaml", "facts") is None
