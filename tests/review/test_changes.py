"""Each kind of change once, in a branch of its own, and the report it must give."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.evidence.locating import Locator
from factbook.evidence.source_lock import Line, SourceLock, key_of_quote, lock_text
from factbook.facts.entries import Citation
from factbook.history import compare, examine_revision
from factbook.reading.git import resolve
from factbook.review.change import ChangeKind

if TYPE_CHECKING:
    from tests.review.conftest import Repository

Edits = dict[str, str | None]
Row = tuple[str, Edits, list[tuple[str, str, str, str]]]
FIRE = Path(__file__).with_name("fire.yaml").read_text(encoding="utf-8")
SECOND = (
    "  four: {attribute: killed, value: 4, says: deputy, cite: [{source: leaflet, quote: four}]}\n"
)
AGREES = "  again: {attribute: killed, value: 3, says: deputy, cite: [{source: leaflet, quote: all three}]}\n"
F = "facts/incidents/fire.yaml"

# name, edits of files (None removes), then for each change: kind, claim, words, file and line
ROWS: list[Row] = [
    (
        "an actor of its own file",
        {"actors/mayor.yaml": "title: Mayor\n"},
        [("subject added", "", "", "facts/actors/mayor.yaml:1")],
    ),
    (
        "an actor leaves",
        {"actors/deputy.yaml": None},
        [("subject removed", "", "", "facts/actors/deputy.yaml:1")],
    ),
    (
        "a title and a note",
        {"incidents/fire.yaml": FIRE.replace("title: Fire", "title: Great fire\nnote: Was it?")},
        [("subject edited", "", "title, note", f"{F}:1")],
    ),
    (
        "a claim that nothing contradicts",
        {"incidents/fire.yaml": FIRE + "  cold: {attribute: account, value: cold, cite: [{source: paper, quote: c}]}\n"},
        [("claim added", "cold", "Account: cold, the document itself", f"{F}:13")],
    ),
    (
        "a claim is taken out",
        {"incidents/fire.yaml": FIRE[: FIRE.index("  burnt:")]},
        [("claim removed", "burnt", "Damage: a hall, the document itself", f"{F}:9")],
    ),
    (
        "the figure is corrected",
        {"incidents/fire.yaml": FIRE.replace("value: 3", "value: 4")},
        [("value changed", "three", "Killed: 3, Chief → Killed: 4, Chief", f"{F}:5")],
    ),
    (
        "the scope is narrowed",
        {"incidents/fire.yaml": FIRE.replace("value: 3", "value: 3\n    of: {age: child}")},
        [("value changed", "three", "Killed: 3, Chief → Killed: 3 children, Chief", f"{F}:5")],
    ),
    (
        "another one said it",
        {"incidents/fire.yaml": FIRE.replace("says: chief", "says: deputy")},
        [("speaker changed", "three", "Chief → Deputy", f"{F}:6")],
    ),
    (
        "a note on a claim",
        {"incidents/fire.yaml": FIRE.replace("value: 3", "value: 3\n    note: Really?")},
        [("claim edited", "three", "note", f"{F}:6")],
    ),
    (
        "another document carries it",
        {"incidents/fire.yaml": FIRE.replace("three people}", "three people}\n      - {source: leaflet, quote: three}")},
        [("citation added", "three", "“three” in Leaflet", f"{F}:9")],
    ),
    (
        "a document no longer carries it",
        {"incidents/fire.yaml": FIRE.replace("{source: paper, quote: three people}", "{source: leaflet, quote: three}")},
        [
            ("citation added", "three", "“three” in Leaflet", f"{F}:8"),
            ("citation removed", "three", "“three people” in Paper", f"{F}:8"),
        ],
    ),
    (
        "a quote is corrected",
        {"incidents/fire.yaml": FIRE.replace("three people", "three persons")},
        [("quote changed", "three", "“three people” → “three persons” in Paper", f"{F}:8")],
    ),
    (
        "the route is filled in",
        {"incidents/fire.yaml": FIRE.replace("three people}", "three people, via: [deputy]}")},
        [("claim edited", "three", "via", f"{F}:8")],
    ),
    (
        "somebody contradicts",
        {"incidents/fire.yaml": FIRE + SECOND},
        [
            ("claim added", "four", "Killed: 4, Deputy", f"{F}:13"),
            ("conflict opened", "", "How many people were killed? 3, against 4", f"{F}:3"),
        ],
    ),
    (
        "somebody agrees",
        {"incidents/fire.yaml": FIRE + AGREES},
        [
            ("claim added", "again", "Killed: 3, Deputy", f"{F}:13"),
            ("origins gained", "", "3 (killed): 1 origin → 2 origins", f"{F}:13"),
        ],
    ),
    (
        "a word of the dossier's own",
        {"vocabulary.yaml": "attributes:\n  horses: {label: Horses, type: count}\n"},
        [("vocabulary edited", "", "", "facts/vocabulary.yaml:1")],
    ),
    (
        "an actor is renamed everywhere",
        {
            "actors/chief.yaml": None,
            "actors/fire-chief.yaml": "title: Chief\nmoved_from: [chief]\n",
            "incidents/fire.yaml": FIRE.replace("says: chief", "says: fire-chief"),
        },
        [("subject renamed", "", "chief → fire-chief", "facts/actors/fire-chief.yaml:2")],
    ),
    (
        "an incident is renamed, and its figure corrected",
        {
            "incidents/fire.yaml": None,
            "incidents/blaze.yaml": FIRE.replace("value: 3", "value: 4") + "moved_from: [fire]\n",
        },
        [
            ("subject renamed", "", "fire → blaze", "facts/incidents/blaze.yaml:13"),
            ("value changed", "three", "Killed: 3, Chief → Killed: 4, Chief", "facts/incidents/blaze.yaml:5"),
        ],
    ),
    (
        "a claim is renamed",
        {"incidents/fire.yaml": FIRE.replace("  three:\n", "  dead:\n    moved_from: [three]\n")},
        [("claim renamed", "dead", "three → dead", f"{F}:3")],
    ),
    (
        "the quotes of a document are verified",
        {
            "sources/paper.yaml": "title: Paper\npublisher: unknown\npublished: unknown\n"
            f"snapshot: {{sha256: {'a' * 64}}}\n",
            "sources/paper.lock": lock_text(SourceLock(None, {
                key_of_quote(Citation(source="paper", quote="three people")): Line(
                    "a" * 64, ((0, 12),), Locator(0, 1, 1), 1, "2031-05-07"
                )
            })).decode(),
        },
        [("subject edited", "", "snapshot", "facts/sources/paper.yaml:4")],
    ),
    ("only the layout", {"incidents/fire.yaml": FIRE.replace("three people", "'three  people'")}, []),
]  # fmt: skip
BACK = [
    ("somebody contradicts", ["claim removed", "conflict closed"]),
    ("the quotes of a document are verified", ["quote unverified", "subject edited"]),
    ("somebody agrees", ["claim removed", "origins lost"]),
]


def reported(repository: Repository, base: str, head: str) -> list[tuple[str, str, str, str]]:
    folder = repository.folder
    old, new = (examine_revision(folder, resolve(folder, name)) for name in (base, head))
    found = compare(old, new, base, head)
    return [
        (change.kind, change.claim, change.words, f"{change.file}:{change.line}")
        for subject in found.subjects
        for change in subject.changes
    ]


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[row[0] for row in ROWS])
def test_each_change_is_reported_once_with_its_words_and_line(
    repository: Repository, number: int
) -> None:
    name, edits, expected = ROWS[number]
    repository.branch(f"row-{number}", edits)
    assert reported(repository, "main", f"row-{number}") == expected, name


@pytest.mark.parametrize(("name", "kinds"), BACK)
def test_and_the_other_way_round(repository: Repository, name: str, kinds: list[str]) -> None:
    edits = next(row[1] for row in ROWS if row[0] == name)
    repository.branch("back", edits)
    assert [row[0] for row in reported(repository, "back", "main")] == kinds


def test_every_kind_of_the_list_is_met() -> None:
    met = {change[0] for row in ROWS for change in row[2]}
    met |= {kind for _, kinds in BACK for kind in kinds}
    assert met == {kind.value for kind in ChangeKind}


def test_a_revision_from_before_the_dossier_has_no_facts(repository: Repository) -> None:
    empty = repository.git("commit-tree", repository.git("mktree", "--missing"), "-m", "Before")
    kinds = {row[0] for row in reported(repository, empty, "main")}
    assert kinds == {"subject added", "claim added"}
