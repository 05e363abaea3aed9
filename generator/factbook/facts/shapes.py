"""The shape of what users write, read off the types: for schemas and for the reference.

A record's fields come from its type alone, so that a new field is known everywhere at once. What a
field means in words stands in `reference.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast, get_args, get_origin

import msgspec
from msgspec import inspect

from factbook.facts.dates import Edtf
from factbook.facts.decisions import Decisions
from factbook.facts.model import FOLDERS
from factbook.facts.vocabulary import Record, VocabularyFile

if TYPE_CHECKING:
    from collections.abc import Iterator

VOCABULARY = "vocabulary"
DECISIONS = "lineage"
FILES: dict[str, type[Record]] = {
    **dict(FOLDERS.values()),
    VOCABULARY: VocabularyFile,
    DECISIONS: Decisions,
}


@dataclass(frozen=True, slots=True)
class Words:
    """Text; `filled` says that it may not be empty."""

    filled: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words or numbers; `or_none` says that it may be left empty."""

    values: tuple[str | int, ...]
    or_none: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number, whole or not, within bounds."""

    whole: bool
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class YesNo:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date."""


@dataclass(frozen=True, slots=True)
class Part:
    """A record of its own, by the name of its type."""

    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of at least so many."""

    item: Shape
    least: int = 0


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys that users choose, each with a value of one shape."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Either:
    """One of several shapes."""

    options: tuple[Shape, ...]


Shape = Words | Choice | Number | YesNo | Day | Part | Listing | Mapping | Either


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field of a record, by the key users write; `default` is what it is when left out."""

    key: str
    shape: Shape
    required: bool
    default: str
    owner: str  # the name of the type that declares it


def fields_of(record: type[Record]) -> tuple[FieldShape, ...]:
    """The fields of a record: the required ones first, else in the order of its type."""
    info = inspect.type_info(record)
    if not isinstance(info, inspect.StructType):
        raise TypeError(f"{record} is no record")
    hints = {one.encode_name: one.type for one in msgspec.structs.fields(record)}
    found = [
        FieldShape(
            key=one.encode_name,
            shape=_shape(one.type, hints[one.encode_name]),
            required=one.required,
            default=_default(one.default),
            owner=_owner(record, one.name),
        )
        for one in info.fields
    ]
    return tuple(sorted(found, key=lambda field: not field.required))


def parts_of(record: type[Record]) -> dict[str, type[Record]]:
    """The records that a record is made of, however deep, by name and in the order they are met."""
    found: dict[str, type[Record]] = {}
    waiting: list[inspect.Type] = [inspect.type_info(record)]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, inspect.StructType):
            if one.cls is not record and one.cls.__name__ not in found:
                found[one.cls.__name__] = cast("type[Record]", one.cls)
            elif one.cls is not record:
                continue
            waiting += [field.type for field in one.fields]
        waiting += _inner(one)
    return found


def all_records() -> dict[str, type[Record]]:
    """Every type of record that a file can hold, the kinds of files first."""
    found = {record.__name__: record for record in FILES.values()}
    for record in FILES.values():
        found |= {name: part for name, part in parts_of(record).items() if name not in found}
    return found


def _inner(one: inspect.Type) -> list[inspect.Type]:
    match one:
        case inspect.UnionType():
            return list(one.types)
        case inspect.DictType():
            return [one.value_type]
        case inspect.VarTupleType() | inspect.ListType():
            return [one.item_type]
    return []


def _shape(one: inspect.Type, hint: Any) -> Shape:  # noqa: ANN401 - any annotation
    """The shape of a type; `hint` is the annotation, which knows the order of its choices."""
    match one:
        case inspect.UnionType():
            return _union(one, hint)
        case inspect.StructType():
            return Part(one.cls.__name__)
        case inspect.DictType():
            return Mapping(_shape(one.value_type, hint))
        case inspect.VarTupleType() | inspect.ListType():
            return Listing(_shape(one.item_type, hint), one.min_length or 0)
        case inspect.CustomType() if one.cls is Edtf:
            return Day()
        case inspect.LiteralType():
            order = dict.fromkeys(_literals(hint))
            return Choice(tuple(value for value in order if value in one.values))
        case inspect.BoolType():
            return YesNo()
        case inspect.IntType() | inspect.FloatType():
            return Number(isinstance(one, inspect.IntType), one.ge, one.le)
        case inspect.StrType():
            return Words(filled=bool(one.min_length))
    raise TypeError(f"no shape is known for {one}")


def _union(one: inspect.UnionType, hint: Any) -> Shape:  # noqa: ANN401 - any annotation
    """A choice with "nothing" beside it is one choice; None is what is left out."""
    members = [member for member in one.types if not isinstance(member, inspect.NoneType)]
    filled = [
        member
        for member in members
        if not (isinstance(member, inspect.LiteralType) and member.values == ("",))
    ]
    shapes = tuple(_shape(member, hint) for member in filled)
    if len(shapes) == 1 and isinstance(shapes[0], Choice):
        return Choice(shapes[0].values, or_none=len(filled) < len(members))
    return shapes[0] if len(shapes) == 1 else Either(shapes)


def _literals(hint: Any) -> Iterator[str | int]:  # noqa: ANN401 - any annotation
    if get_origin(hint) is Literal:
        yield from get_args(hint)
        return
    for inner in get_args(hint):
        yield from _literals(inner)


def _default(value: object) -> str:
    """The default in words; empty for nothing."""
    if value in (msgspec.NODEFAULT, None, "", (), False) or value is msgspec.UNSET:
        return ""
    return str(value)


def _owner(record: type[Record], name: str) -> str:
    """The type, nearest to the root, that declares the field: `title` belongs to Subject."""
    declaring = [one for one in record.__mro__ if name in vars(one).get("__annotations__", {})]
    return (declaring[-1] if declaring else record).__name__


def in_words(record: type[Record]) -> str:
    """`Declared conflict`: the name of a type of record as words."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__.removesuffix("Entry"))
    return words.capitalize()


def said_of(record: type[Record]) -> str:
    """The first paragraph of what the type says of itself."""
    return " ".join((record.__doc__ or "").split("\n\n")[0].split())
