"""Every fault of a file's shape, each with its route.

msgspec decodes a whole file in one go and names only the first fault. This walk is the slow path,
taken when that failed: it follows the type through the data, node by node, and reports them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import inspect

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.diagnostics.spot import Spot
from factbook.facts.dates import DateError, Edtf, as_date_text, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.reading.document import Document
    from factbook.reading.parser import Data

_SHAPES: dict[type, str] = {
    str: "a single value",
    list: "a list",
    dict: "a mapping of keys to values",
}

_MENDS: dict[type, str] = {
    list: "begin each entry on a line of its own with `- `, or write [one, other]",
    dict: "write {key: value}, or a key on each line below",
}


def decode_date(expected: type, value: Any) -> Any:  # noqa: ANN401 - msgspec's hook takes anything
    """The hook of msgspec for types of our own: dates are parsed from text."""
    text = as_date_text(value)
    if expected is not Edtf or text is None:
        raise ValueError(f"{value} is no date")
    return parse_date(text)


def faults(document: Document, expected: type) -> list[Problem]:
    """All places where a document's data does not have the expected type; none if it fits."""
    top = Spot(document.path)
    return list(_check(document.data, inspect.type_info(expected), top))


def _check(data: Data, expected: inspect.Type, spot: Spot) -> Iterator[Problem]:
    match expected:
        case inspect.UnionType():
            yield from _check_union(data, expected, spot)
        case inspect.StructType():
            yield from _check_record(data, expected, spot)
        case inspect.DictType():
            yield from _check_mapping(data, expected, spot)
        case inspect.VarTupleType() | inspect.ListType():
            yield from _check_list(data, expected, spot)
        case inspect.CustomType() if expected.cls is Edtf:
            yield from _check_date(data, spot)
        case _:
            yield from _check_scalar(data, expected, spot)


def _check_union(data: Data, expected: inspect.UnionType, spot: Spot) -> Iterator[Problem]:
    """Report against the member of the shape the user chose; against all shapes if none fits."""
    for member in expected.types:
        if isinstance(data, _shape(member)):
            yield from _check(data, member, spot)
            return
    yield _wrong_shape(data, [_shape(member) for member in expected.types], spot)


def _check_record(data: Data, expected: inspect.StructType, spot: Spot) -> Iterator[Problem]:
    if not isinstance(data, dict):
        yield _wrong_shape(data, [dict], spot)
        return
    fields = {field.encode_name: field for field in expected.fields}
    for key, value in data.items():
        if key in fields:
            yield from _check(value, fields[key].type, spot.at(key))
        else:
            mend = did_you_mean(key, fields, f"known here: {', '.join(fields)}")
            yield Problem("unknown-key", f"there is no key {key} here", spot.at(key).of_key(), mend)
    for name, field in fields.items():
        if field.required and name not in data:
            where = spot.of_key() if spot.route else spot
            yield Problem("missing-key", f"{name} is missing", where, f"add a line `{name}: …`")


def _check_mapping(data: Data, expected: inspect.DictType, spot: Spot) -> Iterator[Problem]:
    if not isinstance(data, dict):
        yield _wrong_shape(data, [dict], spot)
        return
    for key, value in data.items():
        yield from _check(value, expected.value_type, spot.at(key))


def _check_list(
    data: Data, expected: inspect.VarTupleType | inspect.ListType, spot: Spot
) -> Iterator[Problem]:
    if not isinstance(data, list):
        yield _wrong_shape(data, [list], spot)
        return
    if len(data) < (expected.min_length or 0):
        yield Problem("empty-value", "this list is empty", spot.of_key(), "name at least one")
    for index, value in enumerate(data):
        yield from _check(value, expected.item_type, spot.at(index))


def _check_date(data: Data, spot: Spot) -> Iterator[Problem]:
    text = as_date_text(data)
    if text is None:
        yield _wrong_shape(data, [str], spot)
        return
    try:
        parse_date(text)
    except DateError as error:
        yield Problem("value-misfit", str(error), spot)


def _check_scalar(data: Data, expected: inspect.Type, spot: Spot) -> Iterator[Problem]:
    if not isinstance(data, str):
        yield _wrong_shape(data, [str], spot)
        return
    if isinstance(expected, inspect.StrType):
        if not data and expected.min_length:
            yield Problem("empty-value", "there is nothing here", spot.of_key(), "fill it in")
        return
    allowed = _allowed(expected)
    try:
        msgspec.convert(data, _python_type(expected), strict=False)
    except msgspec.ValidationError:
        mend = did_you_mean(data, allowed, f"one of: {', '.join(allowed)}" if allowed else "")
        yield Problem("value-misfit", f"{data or 'nothing'} does not fit here", spot, mend)


def _allowed(expected: inspect.Type) -> list[str]:
    if isinstance(expected, inspect.LiteralType):
        return [str(value) for value in expected.values]
    return ["true", "false"] if isinstance(expected, inspect.BoolType) else []


def _python_type(expected: inspect.Type) -> Any:  # noqa: ANN401 - a type form, not a class
    if isinstance(expected, inspect.LiteralType):
        return Literal[expected.values]
    return bool if isinstance(expected, inspect.BoolType) else int


def _shape(expected: inspect.Type) -> type:
    match expected:
        case inspect.StructType() | inspect.DictType():
            return dict
        case inspect.VarTupleType() | inspect.ListType():
            return list
    return str


def _wrong_shape(data: Data, shapes: list[type], spot: Spot) -> Problem:
    wanted = " or ".join(dict.fromkeys(_SHAPES[shape] for shape in shapes))
    where = spot.of_key() if spot.route and not isinstance(spot.route[-1], int) else spot
    if data == "":
        return Problem("empty-value", f"there is nothing here, where {wanted} belongs", where)
    message = f"{wanted} belongs here, not {_SHAPES[type(data)]}"
    return Problem("wrong-shape", message, where, _MENDS.get(shapes[-1], ""))
