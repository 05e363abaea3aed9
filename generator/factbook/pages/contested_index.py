"""All conflicts of a dossier in the order of their lists, and by what readers look for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.pages.conflict_rows import kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from factbook.facts.ledger import Ledger
    from factbook.weighing.conflict import Conflict, DeclaredOne
    from factbook.weighing.weigh import Weighing

    Some: TypeAlias = tuple[Conflict | DeclaredOne, ...]

GRAVEST_FIRST = {"high": 0, "moderate": 1, "low": 2, "none": 3}
KINDS_IN_ORDER = ("contradiction", "dispute", "tension")
STATUSES_IN_ORDER = ("open", "explained", "assessed")
DIFFERENCE = "kind--difference"


@dataclass(frozen=True, slots=True)
class ContestedIndex:
    """Conflicts, the gravest first; `some` are those of one severity, kind or status.

    `speakers` holds, by actor, the conflicts in which it takes part; `subjects` counts those that
    have any. Differences are no conflicts, and are only in `some`, under their kind.
    """

    everything: Some
    some: Mapping[str, Some]
    speakers: Mapping[str, Some]
    by_subject: Some
    subjects: int


def contested_index(ledger: Ledger, weighing: Weighing) -> ContestedIndex:
    """The conflicts of a dossier, put in order once for all lists."""
    known: Some = (*weighing.conflicts.values(), *weighing.declared.values())
    ordered = sorted(known, key=lambda one: (GRAVEST_FIRST[one.severity], one.id))
    everything = tuple(one for one in ordered if one.kind)
    some: dict[str, list[Conflict | DeclaredOne]] = {}
    for severity in GRAVEST_FIRST:
        some[f"severity--{severity}"] = [one for one in everything if one.severity == severity]
    for kind in KINDS_IN_ORDER:
        some[f"kind--{kind}"] = [one for one in everything if kind_of(one) == kind]
    for status in STATUSES_IN_ORDER:
        some[f"status--{status}"] = [one for one in everything if one.status.value == status]
    some[DIFFERENCE] = [one for one in ordered if one.kind is None]
    title = ledger.title
    return ContestedIndex(
        everything=everything,
        some={name: tuple(found) for name, found in some.items() if found},
        speakers=_speakers(everything, ledger),
        subjects=len({one.subject for one in everything}),
        by_subject=tuple(
            sorted(everything, key=lambda one: (title(one.subject).casefold(), one.subject))
        ),
    )


def _speakers(conflicts: Some, ledger: Ledger) -> dict[str, Some]:
    """The conflicts of each speaker, speakers by title."""
    found: dict[str, list[Conflict | DeclaredOne]] = {}
    for one in conflicts:
        claims = (ledger.claims[key] for key in one.claims)
        actors = dict.fromkeys(voice.actor for claim in claims for voice in claim.voices)
        for name in actors:
            if name in ledger.actors:
                found.setdefault(name, []).append(one)
    names = sorted(found, key=lambda name: (ledger.title(name).casefold(), name))
    return {name: tuple(found[name]) for name in names}
