"""A dossier that notes what is read of it, and what every part of it holds now.

Of a record four things are noted: its title, what is its own (all that its file says, and how that
was weighed), which of its claims are in conflict, and what leads to it. Who else counts as one with
whom is noted entry by entry, as is any table that is not named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from factbook.facts.atlas import Atlas
from factbook.facts.ledger import Claim, Ledger
from factbook.pages.digests import digest_of
from factbook.pages.watch import ALL, ANY, KEYS, ByClaim, ByConflict, Watch, Watched
from factbook.weighing.family import Bounds
from factbook.weighing.linking import Links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.evidence.standing import Evidence
    from factbook.facts.atlas import Near
    from factbook.facts.decoding import ClaimKey
    from factbook.facts.model import Kind
    from factbook.pages.watch import Part
    from factbook.weighing.descent import Descent
    from factbook.weighing.weigh import Weighing

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

TITLE, OWN, LEADS, CONTESTED, NEAR = "title", "own", "leads", "contested", "near"
MISSING = "\N{EMPTY SET} nothing"  # as no value of ours is

REFERENCES = "References "
# what is a record's own: one entry under its id, several, or conflicts under ids that begin with it
ONE = ("Subjects records", "Subjects kinds", "Subjects paths", "Evidence locks")
CLAIMS, CONFLICT_OF = "Ledger claims", "Weighing conflict_of"
SEVERAL = (
    *(CLAIMS, "Evidence found", "Weighing families"),
    *("Weighing fingerprints", "Weighing recorded"),
)
CONFLICTS = ("Weighing conflicts", "Weighing declared")
# the same in other tables
ONE_AGAIN = (
    *("Ledger incidents", "Ledger statements", "Ledger actors", "Ledger places"),
    *("Ledger sources", "Ledger of_subject"),
)
SEVERAL_AGAIN = ("Subjects values",)
LEADING = ("Ledger by_source", "Ledger by_voice", "Ledger in_statement", "Ledger same_actors")
KINDS: dict[str, tuple[str, type[Watched[Any, Any]]]] = {
    **dict.fromkeys((*ONE, *ONE_AGAIN), (OWN, Watched)),
    **dict.fromkeys((*SEVERAL, *SEVERAL_AGAIN), (OWN, ByClaim)),
    **dict.fromkeys(CONFLICTS, (OWN, ByConflict)),
    **dict.fromkeys(LEADING, (LEADS, Watched)),
    CONFLICT_OF: (CONTESTED, ByClaim),
}


class _Atlas(Atlas):
    """An atlas that notes beside which places others were looked for."""

    watch: Watch

    def near(self, name: str) -> list[Near]:
        self.watch.read.add((NEAR, name))
        return super().near(name)


class _Ledger(Ledger):
    """A ledger that tells a title and a kind from whatever else the record says."""

    watch: Watch
    known: Ledger

    def title(self, name: str) -> str:
        self.watch.read.add((TITLE, name))
        return self.known.title(name)

    def kind(self, name: str) -> Kind | None:
        self.watch.read.add((TITLE, name))
        return self.known.kind(name)


class WatchedDossier:
    """A ledger, its weighing and evidence whose tables note what they are asked for.

    What else pages are made from, and is small, is `common` to all: words, rules, who may be one
    with whom; in an order that is the same in every run.
    """

    def __init__(self, ledger: Ledger, weighing: Weighing, evidence: Evidence) -> None:
        self.watch = Watch()
        self.known = ledger
        self._tables: dict[str, Mapping[Any, Any]] = {}
        self.common = (
            ledger.vocabulary,
            ledger.vocabulary_file,
            [(sorted(one.certainties), sorted(map(sorted, one.linked))) for one in weighing.bounds],
            sorted(weighing.public),
        )
        self.ledger = self._ledger(ledger)
        self.weighing = self._tables_in(replace(weighing, bounds=self._bounds(weighing.bounds)))
        self.evidence = self._tables_in(evidence)

    def value(self, part: Part) -> object:
        """What a part holds now; MISSING where there is nothing."""
        name, key = part
        if name == TITLE:
            return self.known.title(str(key)), self.known.kind(str(key))
        if name == NEAR:
            return self.known.references.atlas.near(str(key))
        if name == OWN:
            return [*self._entries(ONE, key), *self._several.get(str(key), ())]
        if name == CONTESTED:
            return self._contested.get(str(key), MISSING)
        if name == LEADS:
            return [self._lead(one) for one in self._entries(self._leading, key)]
        table = self._tables.get(name, {})  # of two bounds that have become one, one has none
        if key is ALL:
            return list(table.items())
        if key is KEYS:
            return list(table)
        if key is ANY:
            return bool(table)
        found = table.get(key, MISSING)
        return sorted(found) if isinstance(found, frozenset) else found

    def _entries(self, names: tuple[str, ...], key: object) -> Iterator[object]:
        return (self._tables[name].get(key, MISSING) for name in names)

    @cached_property
    def _leading(self) -> tuple[str, ...]:
        return (*LEADING, *(name for name in self._tables if name.startswith(REFERENCES)))

    @cached_property
    def _several(self) -> dict[str, list[object]]:
        """All entries of the tables that have several for a record, by its id."""
        found: dict[str, list[object]] = {}
        for name in (*SEVERAL, *CONFLICTS):
            id_in = KINDS[name][1].id_in
            for key, value in self._tables[name].items():
                told = (value.value, value.voices, value.statements) if name == CLAIMS else value
                found.setdefault(id_in(key), []).append((name, key, told))
        return found

    @cached_property
    def _contested(self) -> dict[str, tuple[list[object], dict[str, object]]]:
        """By the id of a record, which claims are in which conflict, and each of these once."""
        found: dict[str, tuple[list[object], dict[str, object]]] = {}
        for key, one in self._tables[CONFLICT_OF].items():
            claims, conflicts = found.setdefault(key.subject, ([], {}))
            name = f"{type(one).__name__} {one.id}"
            claims.append((key, name))
            conflicts[name] = one
        return found

    @cached_property
    def _claims(self) -> dict[ClaimKey, bytes]:
        """A digest of each claim: it leads to many records."""
        return {key: digest_of(claim) for key, claim in self.known.claims.items()}

    def _lead(self, found: object) -> object:
        """What leads to a record: of claims, their digests."""
        if isinstance(found, tuple) and found and isinstance(found[0], Claim):
            return [(claim.key, self._claims[claim.key]) for claim in found]
        return found

    def _ledger(self, known: Ledger) -> Ledger:
        plain = self._tables_in(known)
        atlas = known.references.atlas
        near = _Atlas(atlas.pins, self._table("pins", atlas.by_name), atlas.least_precise)
        references = replace(self._tables_in(known.references), atlas=near)
        subjects = self._tables_in(known.subjects)
        given = {one.name: getattr(plain, one.name) for one in fields(plain)}
        made = _Ledger(**(given | {"references": references, "subjects": subjects}))
        vars(made).update(watch=self.watch, known=known)
        vars(near).update(watch=self.watch)
        return made

    def _bounds(self, known: Bounds) -> Bounds:
        upper = self._links(known.upper, "upper")
        is_one = known.lower is known.upper
        return Bounds(upper if is_one else self._links(known.lower, "lower"), upper)

    def _links(self, known: Links, name: str) -> Links:
        made = Links(self.known, known.certainties)
        made.ledger = self.ledger
        made.actors = self._table(f"{name} actors", known.actors)
        made.statements = self._table(f"{name} statements", known.statements)
        for which in ("documents", "surely"):
            descent: Descent = getattr(made, which)
            for field in ("known_as", "parents"):
                table = getattr(getattr(known, which), field)
                setattr(descent, field, self._table(f"{name} {which} {field}", table))
        self.watch.memories.append(made.worked_out)
        return made

    def _tables_in(self, record: T) -> T:
        """A record whose tables are watched."""
        name = type(record).__name__
        kept = ((one.name, getattr(record, one.name)) for one in fields(cast("Any", record)))
        tables = {
            field: self._table(f"{name} {field}", value)
            for field, value in kept
            if isinstance(value, Mapping)
        }
        return cast("T", replace(cast("Any", record), **tables))

    def _table(self, name: str, table: Mapping[K, V]) -> Watched[K, V]:
        self._tables[name] = table
        side, kind = KINDS.get(name, (LEADS if name.startswith(REFERENCES) else name, Watched))
        return kind(name, table, self.watch, side)
