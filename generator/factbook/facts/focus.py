"""A ledger that goes through some of its subjects only, and knows all of them.

Whoever asks it for a record by its id gets any; whoever goes through its records, claims, incidents
or citations comes to those in focus. So a rule that judges each file by itself judges just these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.facts.ledger import Ledger
    from factbook.facts.model import AnyRecord

Key = TypeVar("Key")
Value = TypeVar("Value")


class Focus(Mapping[Key, Value]):
    """A mapping that holds everything and goes through some of its keys."""

    def __init__(self, whole: Mapping[Key, Value], keys: Iterable[Key]) -> None:
        self._whole = whole
        self._keys = tuple(keys)

    def __getitem__(self, key: Key) -> Value:
        return self._whole[key]

    def __contains__(self, key: object) -> bool:
        return key in self._whole

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def focused(ledger: Ledger, names: Iterable[str]) -> Ledger:
    """The ledger with the subjects of these ids in focus."""
    kept = set(names)
    in_order = [name for name in ledger.subjects.records if name in kept]
    keys = [claim.key for name in in_order for claim in ledger.of_subject.get(name, ())]
    records = cast("dict[str, AnyRecord]", Focus(ledger.subjects.records, in_order))
    return replace(
        ledger,
        subjects=replace(ledger.subjects, records=records),
        incidents=Focus(ledger.incidents, [one for one in ledger.incidents if one in kept]),
        claims=Focus(ledger.claims, keys),
    )
