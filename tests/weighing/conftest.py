"""Claims in one line each, for tables that read like the rules."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from factbook.weighing.rules import relate

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.pipeline import Dossier

ACTORS = """
--- actors/cell.yaml
title: Media cell
kind: state body
--- actors/army.yaml
title: Army
kind: organisation
--- actors/brigade.yaml
title: Brigade
kind: organisation
part_of: [army]
--- actors/guard.yaml
title: Guard
kind: organisation
part_of: [army]
--- actors/television.yaml
title: Television
kind: outlet
--- actors/embassy.yaml
title: Embassy
kind: state body
--- actors/militias.yaml
title: Militias
kind: label
--- actors/spokesman.yaml
title: Spokesman
kind: person
speaks_for: army
--- actors/minister.yaml
title: Minister
kind: person
--- places/city.yaml
title: City
--- places/zone.yaml
title: Zone
within: city
"""


@pytest.fixture
def told(dossier: Callable[[str], Dossier]) -> Callable[..., Dossier]:
    """An incident whose claims are lines `SPEAKER | ATTRIBUTE | VALUE [| more YAML]`.

    `statements` are files of statements; a speaker that is a statement's id becomes `stated_in`,
    and `-` is the document's own voice.
    """

    def make(*lines: str, statements: str = "") -> Dossier:
        claims = []
        for number, line in enumerate(lines):
            who, attribute, value, *more = (part.strip() for part in line.split("|"))
            key = "stated_in" if f"statements/{who}.yaml" in statements else "says"
            speaker = "" if who == "-" else f"{key}: {who}, "
            extra = f", {more[0]}" if more else ""
            cite = "" if "cite:" in extra else ", cite: [{source: paper, quote: q}]"
            claims.append(
                f"  c{number}: {{{speaker}attribute: {attribute}, value: {value}{cite}{extra}}}\n"
            )
        incident = f"--- incidents/attack.yaml\ntitle: Attack\nclaims:\n{''.join(claims)}"
        return dossier(f"{incident}{statements}{ACTORS}")

    return make


@pytest.fixture
def related() -> Callable[[Dossier], str]:
    """The relation of the only two positions of a dossier, or "one position" where they are one."""

    def relation(made: Dossier) -> str:
        [family] = made.weighing.families.values()
        positions = [one.position for one in family]
        if len(positions) == 1:
            return "one position"
        [pair] = combinations(positions, 2)
        return relate(*pair, made.ledger, positions).relation.value

    return relation
