from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.diagnostics.problem import Problem
from factbook.editing.references import Renaming
from factbook.editing.rename import (
    rename_in_facts,
    rename_in_navigation,
    rename_in_pages,
    renaming_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

FACTS = """
--- incidents/fire.yaml
# The fire.
title: The hall   # not an id: hall
place: "hall"
summary: |
  Two people [@two], by another count three [@fire#three]. See [the hall](places/hall/).
claims:
  two:
    attribute: killed
    value: 2
    says: [chief, hall-owner]
    cite: [{source: paper, quote: hall, via: [chief]}]   # by hand
  three:
    attribute: killed
    value: 'most of two'
    stated_in: said
    inferred: {from: [fire#two, paper, two], because: 'As [@two] says.'}
    cite:
      - source: paper
        quote: two [@two]
  where:
    attribute: place
    value: hall
    cite: [{source: paper, quote: hall}]
--- statements/said.yaml
title: Said
by: chief
on: 2020
about: [fire]
note: See [@fire#two] and `incidents/fire`.
--- actors/chief.yaml
title: Chief
--- actors/hall-owner.yaml
title: Owner
--- places/hall.yaml
title: Hall
--- places/town.yaml
title: Town
--- sources/paper.yaml
title: Paper
publisher: unknown
published: unknown
"""
RENAMINGS = [
    # old, new, what must stand in which file
    (
        "hall",
        "house",
        {
            "fire": [
                'place: "house"',
                "value: house\n",
                "(places/house/)",
                "quote: hall}",
                "says: [chief, hall-owner]",
                "# not an id: hall",
            ],
            "house": ["moved_from: [hall]\n"],
        },
    ),
    (
        "chief",
        "head",
        {"fire": ["says: [head, hall-owner]", "via: [head]}]   # by hand"], "said": ["by: head\n"]},
    ),
    ("said", "told", {"fire": ["stated_in: told\n"]}),
    (
        "paper",
        "gazette",
        {
            "fire": [
                "{source: gazette, quote: hall, via: [chief]}",
                "from: [fire#two, gazette, two]",
                "- source: gazette\n",
            ]
        },
    ),
    (
        "fire",
        "blaze",
        {
            "blaze": ["[@blaze#three]", "from: [blaze#two, paper, two]"],
            "said": ["about: [blaze]", "[@blaze#two] and `incidents/blaze`"],
        },
    ),
    (
        "fire#two",
        "fire#both",
        {
            "fire": [
                "  both:\n",
                "[@both]",
                "'most of both'",
                "[fire#both, paper, both]",
                "As [@both] says",
                "quote: two [@two]",
                "    moved_from: [two]\n",
            ],
            "said": ["[@fire#both]"],
        },
    ),
]


def renamed(made: Dossier, old: str, new: str) -> dict[str, bytes]:
    """All fact files after a renaming."""
    renaming = renaming_of(old, new, made.ledger)
    assert isinstance(renaming, Renaming), renaming
    edits = rename_in_facts(renaming, made.tree, "facts", made.ledger)
    assert not isinstance(edits, Problem), edits
    kept = {path: text for path, text in made.tree.items() if path not in edits.removed}
    return {**kept, **edits.written}


@pytest.mark.parametrize(("old", "new", "wanted"), RENAMINGS, ids=[row[0] for row in RENAMINGS])
def test_an_id_is_renamed_wherever_it_is_named(
    dossier: Callable[..., Dossier], old: str, new: str, wanted: dict[str, list[str]]
) -> None:
    before = dossier(FACTS)
    files = renamed(before, old, new)
    texts = {
        path.rpartition("/")[2].removesuffix(".yaml"): text.decode() for path, text in files.items()
    }
    for name, words in wanted.items():
        for word in words:
            assert word in texts[name], (name, word, texts[name])
    after = dossier(files)
    assert len(after.problems) == len(before.problems)
    assert len(after.ledger.claims) == len(before.ledger.claims)


@pytest.mark.parametrize(("old", "new", "wanted"), RENAMINGS, ids=[row[0] for row in RENAMINGS])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_there_and_back_leaves_nothing_but_the_earlier_name(
    dossier: Callable[..., Dossier], old: str, new: str, wanted: dict[str, list[str]], ends: str
) -> None:
    del wanted
    before = dossier(FACTS).tree
    before = {path: text.replace(b"\n", ends.encode()) for path, text in before.items()}
    back = renamed(dossier(renamed(dossier(before), old, new)), new, old)
    earlier = new.partition("#")[2] or new
    for path, text in back.items():
        lines = [
            line for line in text.decode().split(ends) if line.strip() != f"moved_from: [{earlier}]"
        ]
        assert ends.join(lines) == before[path].decode()
    assert sum(text.count(b"moved_from") for text in back.values()) == 1


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("fier", "blaze", "there is no fier: did you mean fire?"),
        ("fire", "hall", "hall is taken"),
        ("fire", "Big Fire", "Big Fire is no id"),
        ("fire", "index", "index is no id"),
        ("fire#tow", "fire#both", "fire has no claim tow: did you mean two?"),
        ("fire#two", "fire#three", "three is taken"),
        ("fire#two", "hall#two", "a claim stays in its file: write fire#NEWCLAIM"),
        ("fire#two", "both", "a claim stays in its file"),
        ("fire#two", "fire#", "nothing is no id"),
        ("paper#two", "paper#both", "paper has no claim two"),
    ],
)
def test_what_cannot_be_renamed_is_refused_in_words(
    dossier: Callable[..., Dossier], old: str, new: str, words: str
) -> None:
    refused = renaming_of(old, new, dossier(FACTS).ledger)
    assert isinstance(refused, str)
    assert refused.startswith(words)


def test_an_earlier_name_of_something_else_is_taken(dossier: Callable[..., Dossier]) -> None:
    made = dossier(renamed(dossier(FACTS), "hall", "house"))
    refused = renaming_of("town", "hall", made.ledger)
    assert refused == "hall leads to house, which was called so before: choose another id"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("moved_from: [a]\n", "moved_from: [a, hall]\n"),
        ("moved_from:\n  - a   # why\n", "moved_from:\n  - a   # why\n  - hall\n"),
        ("moved_from: [a, house]\n", "moved_from: [a, hall]\n"),
        ("moved_from: []\n", "moved_from: [hall]\n"),
        ("# the end\n", "moved_from: [hall]\n# the end\n"),
    ],
)
def test_the_earlier_name_joins_those_before(
    dossier: Callable[..., Dossier], before: str, after: str
) -> None:
    files = renamed(dossier(f"--- places/hall.yaml\ntitle: Hall\n{before}"), "hall", "house")
    assert files == {"facts/places/house.yaml": f"title: Hall\n{after}".encode()}


def test_pages_and_navigation_follow() -> None:
    page = (
        "[a](incidents/fire.md) [b](../incidents/fire/#claim-two) [@fire#two] incidents/fire-2.md\n"
    )
    of_file = Renaming("fire", "blaze", "incidents")
    made = rename_in_pages(of_file, {"a.md": page.encode(), "b.md": b"none", "c.md": b"\xff"})
    assert made == {"a.md": page.replace("fire", "blaze").replace("blaze-2", "fire-2").encode()}
    of_claim = Renaming("two", "both", "incidents", "fire")
    made = rename_in_pages(of_claim, {"a.md": page.encode()})
    assert made == {"a.md": page.replace("two", "both").encode()}
    nav = "site_name: incidents/fire\r\nnav:   # here\r\n  - Fire: incidents/fire.md # x\r\n  - 'incidents/fire.md'\r\n"
    moved = nav.replace("fire.md", "blaze.md").encode()
    assert rename_in_navigation(of_file, "mkdocs.yml", nav.encode()) == moved
