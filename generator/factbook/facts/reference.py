"""What each field means, with an example and the kinds of ids that it takes.

The sentences lie beside this file, in `reference.yaml`. A field that has none yet is shown without:
a test asks for it, and nothing else breaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, cast

from msgspec import convert

from factbook.diagnostics.problem import Problem
from factbook.facts.vocabulary import Record
from factbook.reading.document import parse_file

if TYPE_CHECKING:
    from factbook.facts.shapes import FieldShape
    from factbook.reading.parser import Data

FILE = "reference.yaml"
VALUES = "values"


class _Entry(Record, frozen=True, kw_only=True):
    """An entry as it is written; its example is plain data."""

    means: str
    example: str | list[object] | dict[str, object] = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """A field in words: what it means, an example as plain data, the kinds of ids it takes."""

    means: str = ""
    example: Data = ""
    ids: tuple[str, ...] = ()


def explained(field: FieldShape) -> Explained:
    """What a field means; nothing where nobody has written it down yet."""
    return reference().get(field.owner, {}).get(field.key, Explained())


def form_of(attribute_type: str) -> Explained:
    """How values of a type of attribute are written; the example is a list."""
    return reference()[VALUES].get(attribute_type, Explained(example=[]))


@cache
def reference() -> dict[str, dict[str, Explained]]:
    """Record -> field -> what it means; below VALUES, type of attribute -> how it is written."""
    content = resources.files("factbook.facts").joinpath(FILE).read_bytes()
    document = parse_file(FILE, content)
    if isinstance(document, Problem):
        raise AssertionError(document.message)  # noqa: TRY004 - a fault of the package, not a type
    entries = convert(document.data, dict[str, dict[str, _Entry]])
    return {
        record: {
            name: Explained(entry.means, cast("Data", entry.example), entry.ids)
            for name, entry in fields.items()
        }
        for record, fields in entries.items()
    }
