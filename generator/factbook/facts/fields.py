"""The fields of fact files as editing needs them: their order, and every text with its field.

All of it is read off the types, so that a new field of the model is laid out, asked for and
rewritten without a line of its own.
"""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.decisions import Decisions
from factbook.facts.decoding import LINEAGE, is_id
from factbook.facts.entries import ClaimEntry
from factbook.facts.model import FOLDERS
from factbook.facts.shapes import (
    Choice,
    Day,
    Either,
    Listing,
    Mapping,
    Part,
    Words,
    YesNo,
    all_records,
    fields_of,
)
from factbook.facts.vocabulary import VocabularyFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.spot import Route
    from factbook.facts.shapes import FieldShape, Shape
    from factbook.facts.vocabulary import Record
    from factbook.reading.parser import Data


class Leaf(NamedTuple):
    """A text of a file: its route, and the record and field (as written) that it belongs to."""

    route: Route
    record: str
    field: str
    text: str


class Simple(NamedTuple):
    """A field that takes one text, one of some words, a list of texts, or true and false.

    `alone` says that a text can stand without a list around it.
    """

    name: str
    required: bool
    choices: tuple[str, ...] = ()
    many: bool = False
    alone: bool = True
    flag: bool = False


def record_type(path: str, facts: str) -> type[Record] | None:
    """The type of record that a path below the folder of facts says; None where it says none.

    The vocabulary has a type, too, and so have decisions about lineage.
    """
    whole = PurePosixPath(path)
    if not whole.is_relative_to(facts):
        return None
    below = whole.relative_to(facts)
    if below.parts == ("vocabulary.yaml",):
        return VocabularyFile
    if below.parts == (LINEAGE,):
        return Decisions
    folder = below.parts[0] if len(below.parts) > 1 else ""
    return FOLDERS[folder][1] if folder in FOLDERS and is_id(below.stem) else None


@cache
def field_order(record: type[Record]) -> tuple[str, ...]:
    """The names of a record's fields in the order in which they are written.

    What a kind of subject adds stands between what every subject must have and what it may have.
    """
    fields = fields_of(record)
    own = [field for field in fields if field.owner == record.__name__]
    rest = [field for field in fields if field.owner != record.__name__]
    first = [field for field in rest if field.required]
    last = [field for field in rest if not field.required]
    return tuple(field.key for field in (*first, *own, *last))


def claim_fields() -> tuple[str, ...]:
    """The names of a claim's fields in their order."""
    return field_order(ClaimEntry)


def leaves(data: Data, record: type[Record]) -> Iterator[Leaf]:
    """Every text in the data of a file, as far as the data has the shape of the record."""
    yield from _leaves(data, Part(record.__name__), (), ("", ""))


def _leaves(data: Data, shape: Shape, route: Route, owner: tuple[str, str]) -> Iterator[Leaf]:
    if isinstance(shape, Either):
        shape = next((one for one in shape.options if isinstance(data, _python_type(one))), shape)
    match shape:
        case Part() if isinstance(data, dict):
            for field in _fields(shape.name):
                if field.key in data:
                    inner = (shape.name, field.key)
                    yield from _leaves(data[field.key], field.shape, (*route, field.key), inner)
        case Mapping() if isinstance(data, dict):
            for key, value in data.items():
                yield from _leaves(value, shape.item, (*route, key), owner)
        case Listing() if isinstance(data, list):
            for index, value in enumerate(data):
                yield from _leaves(value, shape.item, (*route, index), owner)
        case _ if isinstance(data, str):
            yield Leaf(route, *owner, data)


@cache
def _fields(name: str) -> tuple[FieldShape, ...]:
    return fields_of(all_records()[name])


def text_fields() -> set[tuple[str, str]]:
    """Every field of every record that can hold texts: (record, field)."""
    return {
        (name, field.key)
        for name in all_records()
        for field in _fields(name)
        if _holds_text(field.shape)
    }


def _holds_text(shape: Shape) -> bool:
    match shape:
        case Words():
            return True
        case Either():
            return any(_holds_text(option) for option in shape.options)
        case Listing() | Mapping():
            return _holds_text(shape.item)
    return False


def simple_fields(record: type[Record]) -> tuple[Simple, ...]:
    """The fields of a record that need no record of their own, in their order."""
    fields = {field.key: field for field in _fields(record.__name__)}
    found = (_simple(fields[name]) for name in field_order(record))
    return tuple(field for field in found if field is not None)


def _simple(field: FieldShape) -> Simple | None:
    shape = field.shape
    options = shape.options if isinstance(shape, Either) else (shape,)
    many = any(isinstance(one, Listing) and _is_text(one.item) for one in options)
    choices = tuple(
        str(value) for one in options if isinstance(one, Choice) for value in one.values
    )
    flag = any(isinstance(one, YesNo) for one in options)
    alone = any(isinstance(one, Words | Day) for one in options)
    if not (many or choices or flag or alone):
        return None
    return Simple(field.key, field.required, choices, many, alone, flag)


def _is_text(shape: Shape) -> bool:
    """Whether a text by itself is enough."""
    options = shape.options if isinstance(shape, Either) else (shape,)
    return any(isinstance(one, Words) for one in options)


def _python_type(shape: Shape) -> type:
    match shape:
        case Part() | Mapping():
            return dict
        case Listing():
            return list
    return str
