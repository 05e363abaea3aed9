"""What a page rests on: everything that was read of a dossier while the page was composed.

A page that is composed again from the same comes out the same. So whoever keeps pages needs to know
what each has read, down to what was looked up and not there. Pages read a dossier through tables: a
watched dossier has the same tables, which note what they are asked for.

A part has a name and a key: that of a table, or of several that are noted as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

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

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")
Part = tuple[str, "Hashable"]

ALL = None  # for a key: the whole table, in its order
KEYS = False  # for a key: all keys of the table, in their order
ANY = True  # for a key: whether there is anything in the table


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
    """A table that notes what it is asked for, each entry as part of a `side`."""

    __slots__ = ("_name", "_side", "_table", "_watch")

    def __init__(self, name: str, table: Mapping[K, V], watch: Watch, side: str = "") -> None:
        self._name, self._table, self._watch = name, table, watch
        self._side = side or name

    def __getitem__(self, key: K) -> V:
        self._watch.read.add((self._side, self.id_in(key)))
        return self._table[key]

    def get(self, key: K, default: Any = None) -> Any:  # noqa: ANN401 - as tables do
        """What stands under a key, or the default."""
        self._watch.read.add((self._side, self.id_in(key)))
        return self._table.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._watch.read.add((self._side, self.id_in(key)))
        return key in self._table

    def __bool__(self) -> bool:
        self._watch.read.add((self._name, ANY))
        return bool(self._table)

    def __len__(self) -> int:
        self._watch.read.add((self._name, KEYS))
        return len(self._table)

    def __iter__(self) -> Iterator[K]:
        self._watch.read.add((self._name, KEYS))
        return iter(self._table)

    def keys(self) -> KeysView[K]:
        """All keys."""
        self._watch.read.add((self._name, KEYS))
        return self._table.keys()

    def values(self) -> ValuesView[V]:
        """All values."""
        self._watch.read.add((self._name, ALL))
        return self._table.values()

    def items(self) -> ItemsView[K, V]:
        """All keys with their values."""
        self._watch.read.add((self._name, ALL))
        return self._table.items()

    @staticmethod
    def id_in(key: Any) -> Any:  # noqa: ANN401 - tables have keys of many types
        """The id of the record that an entry belongs to: here the key itself."""
        return key


class ByClaim(Watched[K, V]):
    """A table whose keys begin with the id of a record."""

    __slots__ = ()

    @staticmethod
    def id_in(key: Any) -> Any:  # noqa: ANN401 - a tuple
        """The id of the record: what the key begins with."""
        return key[0]


class ByConflict(Watched[K, V]):
    """A table of conflicts, whose ids begin with that of a record."""

    __slots__ = ()

    @staticmethod
    def id_in(key: Any) -> Any:  # noqa: ANN401 - an id
        """The id of the record: of whatever is in conflict there."""
        return key.partition(".")[0]
