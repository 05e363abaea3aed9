"""What a page rests on: everything that was read of a dossier while the page was composed.

A page that is composed again from the same comes out the same. So whoever keeps pages needs to know
what each has read, down to what was looked up and not there. Pages read a dossier through tables: a
watched dossier has the same tables, which note what they are asked for. A part is a table's name
and a key in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from factbook.facts.atlas import Atlas
from factbook.facts.ledger import Ledger
from factbook.weighing.family import Bounds
from factbook.weighing.linking import Links

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Hashable,
        ItemsView,
        Iterable,
        Iterator,
        KeysView,
        ValuesView,
    )

    from factbook.evidence.standing import Evidence
    from factbook.facts.atlas import Near
    from factbook.facts.model import Kind
    from factbook.weighing.descent import Descent
    from factbook.weighing.weigh import Weighing

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")
Part = tuple[str, "Hashable"]

ALL = None  # for a key: the whole table, in its order
ANY = True  # for a key: whether there is anything in the table
TITLE, NEAR = "title", "near"
MISSING = "\N{EMPTY SET} nothing"  # as no value of ours is


class Noted:
    """What was read between two moments: parts, and what was noted of others on the way."""

    __slots__ = ("read",)

    def __init__(self, read: Iterable[Part | Noted] = ()) -> None:
        self.read = tuple(read)


class Watch:
    """Notes what is read: `read` is what has been since the last noting began.

    `memories` are what those who are asked have worked out before: it hides what they have read.
    """

    __slots__ = ("memories", "read")

    def __init__(self) -> None:
        self.read: set[Part | Noted] = set()
        self.memories: list[dict[Any, Any]] = []

    def noting(self, make: Callable[[], T]) -> tuple[T, Noted]:
        """What `make` makes, and what it has read; whoever notes outside, notes that as well."""
        outer, self.read = self.read, set()
        for memory in self.memories:
            memory.clear()
        try:
            made = make()
            noted = Noted(self.read)
        finally:
            self.read = outer
        outer.add(noted)
        return made, noted


class Watched(Mapping[K, V]):
    """A table that notes what it is asked for."""

    __slots__ = ("_name", "_table", "_watch")

    def __init__(self, name: str, table: Mapping[K, V], watch: Watch) -> None:
        self._name, self._table, self._watch = name, table, watch

    def __getitem__(self, key: K) -> V:
        self._watch.read.add((self._name, key))
        return self._table[key]

    def get(self, key: K, default: Any = None) -> Any:  # noqa: ANN401 - as tables do
        """What stands under a key, or the default."""
        self._watch.read.add((self._name, key))
        return self._table.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._watch.read.add((self._name, key))
        return key in self._table

    def __bool__(self) -> bool:
        self._watch.read.add((self._name, ANY))
        return bool(self._table)

    def __len__(self) -> int:
        return len(self._whole)

    def __iter__(self) -> Iterator[K]:
        return iter(self._whole)

    def keys(self) -> KeysView[K]:
        """All keys."""
        return self._whole.keys()

    def values(self) -> ValuesView[V]:
        """All values."""
        return self._whole.values()

    def items(self) -> ItemsView[K, V]:
        """All keys with their values."""
        return self._whole.items()

    @property
    def _whole(self) -> Mapping[K, V]:
        self._watch.read.add((self._name, ALL))
        return self._table


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

    `tables` are the same tables unwatched, by the names that parts have. What else pages are made
    from, and is small, is `common` to all: words, rules, and who may be one with whom; in an order
    that is the same in every run.
    """

    def __init__(self, ledger: Ledger, weighing: Weighing, evidence: Evidence) -> None:
        self.watch = Watch()
        self.known = ledger
        self.tables: dict[str, Mapping[Any, Any]] = {}
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
        table = self.tables[name]
        if key is ALL:
            return list(table.items())
        if key is ANY:
            return bool(table)
        found = table.get(key, MISSING)
        return sorted(found) if isinstance(found, frozenset) else found

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
        self.tables[name] = table
        return Watched(name, table, self.watch)
