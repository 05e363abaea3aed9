"""What a dossier holds, record by record and conflict by conflict: ids, dates and counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.model import FOLDER_OF
from factbook.facts.values import Names
from factbook.pages.camps import EXCLUDING
from factbook.pages.conflict import conflict_view
from factbook.pages.contested_index import GRAVEST_FIRST

if TYPE_CHECKING:
    from factbook.facts.dates import Edtf
    from factbook.facts.ledger import Claim, Ledger
    from factbook.pages.links import Desk

CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Item:
    """One record, or one conflict, in a line.

    `claims` counts those that have to do with it: about it, made in or by it, resting on it;
    `conflicts` those that these take part in. Of a conflict `detail` is its kind and severity.
    """

    id: str
    kind: str
    title: str
    date: str
    claims: int
    conflicts: int
    detail: str = ""


def inventory(desk: Desk) -> tuple[Item, ...]:
    """All records by kind and id, then all conflicts, the gravest first."""
    ledger = desk.ledger
    order = list(FOLDER_OF)
    names = sorted(
        ledger.subjects.kinds, key=lambda name: (order.index(ledger.subjects.kinds[name]), name)
    )
    return (*(_record(name, desk) for name in names), *_conflicts(desk))


def _record(name: str, desk: Desk) -> Item:
    ledger = desk.ledger
    claims = _claims(name, ledger)
    conflicts = {
        desk.weighing.conflict_of[claim.key].id
        for claim in claims
        if claim.key in desk.weighing.conflict_of
    }
    date = _date(name, ledger)
    return Item(
        id=name,
        kind=ledger.subjects.kinds[name],
        title=ledger.title(name),
        date=date.text if date else "",
        claims=len(claims),
        conflicts=len(conflicts),
    )


def _claims(name: str, ledger: Ledger) -> list[Claim]:
    """The claims that have to do with a record, each once."""
    found: dict[tuple[str, str], Claim] = {}
    groups = (ledger.of_subject, ledger.in_statement, ledger.by_voice, ledger.by_source)
    for group in groups:
        found |= {claim.key: claim for claim in group.get(name, ())}
    if ledger.kind(name) == "place":
        found |= {key: claim for key, claim in ledger.claims.items() if _names(claim, name)}
    return list(found.values())


def _names(claim: Claim, name: str) -> bool:
    return isinstance(claim.value, Names) and name in claim.value.ids


def _date(name: str, ledger: Ledger) -> Edtf | None:
    """When it happened, was said or was published."""
    if name in ledger.incidents:
        return ledger.incidents[name].date
    if name in ledger.statements:
        return ledger.statements[name].on
    return ledger.sources[name].published if name in ledger.sources else None


def _conflicts(desk: Desk) -> list[Item]:
    items = []
    for conflict in desk.weighing.conflicts.values():
        view = conflict_view(conflict, desk)
        claims = {claim.key for one in conflict.positions for claim in one.position.claims}
        title = f"{view.question} {view.split}".strip()
        detail = f"{view.kind}, {view.severity}"
        rank = (GRAVEST_FIRST[view.severity], conflict.id)
        items.append((rank, Item(conflict.id, CONFLICT, title, "", len(claims), 1, detail)))
    for one in desk.weighing.declared.values():
        between = ", against " if one.kind in EXCLUDING else ", beside "
        sides = between.join(side.label for side in one.entry.positions)
        title = f"{one.entry.question} {sides}".strip()
        grade = f", {one.severity}" if one.kind else ""
        detail = f"declared {one.entry.kind or 'conflict'}{grade}"
        rank = (GRAVEST_FIRST[one.severity], one.id)
        items.append((rank, Item(one.id, CONFLICT, title, "", len(one.claims), 1, detail)))
    return [item for _, item in sorted(items, key=lambda pair: pair[0])]
