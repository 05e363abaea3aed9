"""Claims in one line each, for tables that read like the rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.weighing.pairing import pairs_of
from factbook.weighing.weigh import bounds_of, families

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

BODIES = {
    "army": "organisation",
    "cell": "state body",
    "embassy": "state body",
    "hospital": "organisation",
    "ministry": "state body",
    "police": "state body",
    "rebels": "organisation",
    "television": "outlet",
    "militias": "label",
    "stranger": "unidentified",
    "anna": "person",
    "boris": "person",
    "clara": "person",
    "minister": "person",
}
FILES = """
--- actors/brigade.yaml
title: Brigade
kind: organisation
part_of: [army]
--- actors/guard.yaml
title: Guard
kind: organisation
part_of: [army]
--- actors/front.yaml
title: Front
kind: organisation
perhaps_same: [{actor: rebels, certainty: possible, because: two names}]
--- actors/spokesman.yaml
title: Spokesman
kind: person
speaks_for: army
--- places/city.yaml
title: City
coordinates: {latitude: 33.3, longitude: 44.4, precision: 10}
--- places/zone.yaml
title: Zone
within: city
--- places/park.yaml
title: Park
within: zone
--- places/port.yaml
title: Port
coordinates: {latitude: 30.5, longitude: 47.8, precision: 10}
--- sources/late.yaml
title: Late edition
publisher: television
published: 2031-05-04
--- sources/early.yaml
title: Early edition
publisher: television
published: 2031-05-02
"""
ACTORS = FILES + "".join(
    f"--- actors/{name}.yaml\ntitle: {name.title()}\nkind: {kind}\n"
    for name, kind in BODIES.items()
)
VOCABULARY = """--- vocabulary.yaml
attributes:
  charge: {label: Charge, type: quantity, unit: kg}
  plate: {label: Number plate, type: text, compare: exact}
axes:
  status: {label: status, terms: {medic: {label: medic, within: civilian}}}
"""
NAMES_ANOTHER = re.compile(r"\bc\d\b|supersedes: the first")
COMMUNIQUE = "2031-05-02-communique"


class Said:
    """The lines of an example as YAML: claims, and the statements they name."""

    def __init__(self, statements: str = "") -> None:
        self.statements = statements
        self.claims = ""
        self.declared = ""
        self.count = 0

    def add(self, line: str) -> None:
        """Read `SPEAKER | ATTRIBUTE | VALUE [| more]`, or `not: reason` for `not_conflicts`."""
        if line.startswith("not: "):
            keys = ", ".join(f"c{number}" for number in range(self.count))
            self.declared += f"not_conflicts: [{{claims: [{keys}], because: {line[5:]}}}]\n"
            return
        who, attribute, value, *more = (part.strip() for part in line.split("|"))
        fields = {"attribute": attribute, "value": value}
        if who != "-":
            stated = f"statements/{who}.yaml" in self.statements
            fields["stated_in" if stated else "says"] = who
        fields["cite"] = "[{source: paper, quote: q}]"
        for one in more:
            self._more(one, who, fields)
        words = ", ".join(f"{key}: {text}" for key, text in fields.items() if text)
        self.claims += f"  c{self.count}: {{{words}}}\n"
        self.count += 1

    def _more(self, words: str, who: str, fields: dict[str, str]) -> None:
        """Fields as they are, or in the short forms of examples."""
        key, _, text = words.partition(": ")
        match key:
            case "on":
                fields["says"], fields["stated_in"] = "", self._stated(who, text)
            case "in":
                fields["says"], fields["stated_in"] = "", self._stated(who, "2031-05-02", text)
            case "cite" if not text.startswith("["):
                fields["cite"] = f"[{{source: paper, quote: q, rendering: {text}}}]"
            case "source":
                fields["cite"] = f"[{{source: {text}, quote: q}}]"
            case "supersedes" if not text.startswith("{"):
                fields["supersedes"] = "{claim: c0, because: a recount}"
            case "echoes" if not text.startswith("{"):
                fields["echoes"] = f"{{claim: c0, certainty: {text}, because: same words}}"
            case _:
                fields[key] = text if key != "at" else words.removeprefix("at: ")

    def _stated(self, who: str, day: str, name: str = "") -> str:
        """A statement of a speaker on a day; one by that name only once."""
        key = name or f"{day[:10]}-{who.strip('[]').replace(', ', '-')}-{self.count}"
        key = {"communiqué": COMMUNIQUE}.get(key, key)
        if f"statements/{key}.yaml" not in self.statements:
            file = f"--- statements/{key}.yaml\ntitle: Said\nby: {who}\non: {day}\n"
            self.statements += file
        return key


@pytest.fixture
def told(dossier: Callable[[str], Dossier]) -> Callable[..., Dossier]:
    """An incident whose claims are lines `SPEAKER | ATTRIBUTE | VALUE [| more]`.

    `statements` are files of statements; a speaker that is a statement's id becomes `stated_in`,
    and `-` is the document's own voice. `top` is more YAML for the incident.
    """

    def make(*lines: str, statements: str = "", top: str = "") -> Dossier:
        said = Said(statements)
        for line in lines:
            said.add(line)
        incident = f"title: Attack\n{top}claims:\n{said.claims}{said.declared}"
        return dossier(f"--- incidents/attack.yaml\n{incident}{said.statements}{ACTORS}")

    return make


@pytest.fixture
def related() -> Callable[[Dossier], str]:
    """What the claims of a dossier come to.

    Of two positions their relation, or "one position"; of more the kind of their conflict, or "no
    conflict".
    """

    def relation(made: Dossier) -> str:
        claims = made.ledger.of_subject["attack"]
        found = families("attack", claims, bounds_of(made.ledger))
        pairs = [pair for family in found.values() for pair in pairs_of(family)]
        if len(claims) > 2:
            kinds = [one.kind.value for one in made.weighing.conflicts.values()]
            return kinds[0] if kinds else "no conflict"
        if not pairs:
            return "one position"
        conflicting = [pair for pair in pairs if pair.finding.is_conflict]
        return (conflicting or pairs)[0].finding.relation.value

    return relation


@pytest.fixture
def found(told: Callable[..., Dossier]) -> Callable[[tuple[str, ...]], set[str]]:
    """The conflicts of lines as they stand and in the other order, which must be the same."""
    top = "date: 2031-05-05\nplace: zone\n"

    def conflicts(lines: tuple[str, ...]) -> set[str]:
        told_so = told(*lines, top=top, statements=VOCABULARY).weighing.conflicts
        if not any(line.startswith("not: ") or NAMES_ANOTHER.search(line) for line in lines):
            turned = told(*reversed(lines), top=top, statements=VOCABULARY).weighing.conflicts
            assert {one.kind for one in told_so.values()} == {one.kind for one in turned.values()}
        return set(told_so)

    return conflicts
