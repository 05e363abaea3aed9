"""The line that sums up a conflict, and what all positions rest on together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pages.conflict import conflict_view
from factbook.pages.links import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

FILE = """
--- incidents/fire.yaml
title: Fire
claims:
{}
--- actors/army.yaml
title: Army
kind: organisation
--- actors/rebels.yaml
title: Rebels
kind: organisation
"""
CLAIM = "  c{}: {{{}, cite: [{{source: paper, quote: q}}]}}"
SOLDIER = "attribute: injured, value: 1, of: {status: military}, says: cell"
CIVILIANS = "attribute: injured, value: 2, of: {status: civilian}, says: minister"
NOBODY = "attribute: casualties, value: none, says: police"
ROWS = [
    (
        "what excludes each other stands against each other",
        ["attribute: killed, value: 8, says: a", "attribute: killed, value: 3, says: b", "attribute: killed, value: at least 5, says: c"],
        "8 or at least 5, against 3",
        "3 origins",
    ),
    (
        "a plain figure stands before one that is not, which would seem to hold for both",
        ["attribute: killed, value: at least 7, says: a", "attribute: killed, value: 8, says: b", "attribute: killed, value: 3, says: c"],
        "8 or at least 7, against 3",
        "3 origins",
    ),
    (
        "what is in tension stands beside each other",
        [SOLDIER, CIVILIANS],
        "1 soldier, beside 2 civilians",
        "2 origins",
    ),
    (
        "both at once, two levels",
        [SOLDIER, CIVILIANS, NOBODY],
        "1 soldier injured, beside 2 civilians injured, against none",
        "3 origins",
    ),
    (
        "the same figure, said more precisely, is told once",
        [
            "attribute: killed, value: 1, of: {age: child}, says: a",
            "attribute: killed, value: 1, of: {age: child, nationality: iraqi}, says: b",
            "attribute: killed, value: 1, of: {person: woman}, says: c",
        ],
        "1 child, beside 1 woman",
        "3 origins",
    ),
    (
        "the same figure for some of them, with which nobody disagrees, hides no other",
        ["attribute: casualties, value: none, of: {nationality: american}, says: embassy", NOBODY, SOLDIER],
        "none, against 1 soldier injured",
        "3 origins",
    ),
    (
        "of the same figure the one that says less is told, whichever comes first",
        [
            "attribute: killed, value: 1, of: {age: child, nationality: iraqi}, says: b",
            "attribute: killed, value: 1, of: {age: child}, says: a",
            "attribute: killed, value: 1, of: {person: woman}, says: c",
        ],
        "1 child, beside 1 woman",
        "3 origins",
    ),
    (
        "a denial of somebody is no denial by them",
        ["attribute: held_responsible, value: rebels, act: accuses, says: army", "attribute: held_responsible, value: rebels, act: denies, says: minister"],
        "Rebels, against not Rebels",
        "2 origins",
    ),
    (
        "a denied figure",
        ["attribute: killed, value: 3, says: a", "attribute: killed, value: at least 1, act: denies, says: b"],
        "3, against denied: at least 1",
        "2 origins",
    ),
    (
        "one speaker in two positions is one origin of the whole",
        ["attribute: killed, value: 3, says: a", "attribute: killed, value: 5, says: b", "attribute: injured, value: 5, says: a"],
        "3, against 5",
        "2 origins",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "claims", "line", "origins"), ROWS, ids=[row[0] for row in ROWS])
def test_a_conflict_in_a_line(
    dossier: Callable[[str], Dossier], name: str, claims: list[str], line: str, origins: str
) -> None:
    lines = [CLAIM.format(number, claim) for number, claim in enumerate(claims)]
    made = dossier(FILE.format("\n".join(lines)))
    [conflict] = made.weighing.conflicts.values()
    view = conflict_view(conflict, Desk(made.ledger, made.weighing, Addresses(), ""))
    assert (view.split, view.origins) == (line, origins), name
