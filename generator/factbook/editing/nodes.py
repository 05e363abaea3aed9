"""A document as nodes with offsets: what stands where in its text, and which comments belong to it.

A scalar keeps the text it was written in, so that whoever moves it never has to write it anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTES = "'\""


@dataclass(slots=True)
class Comment:
    """A comment: where it begins, whether it has its line for itself, whether one is blank above.

    `gap` are the spaces between it and what stands before it on its line.
    """

    offset: int
    column: int
    text: str
    own_line: bool
    blank_above: bool
    gap: int = 0


@dataclass(slots=True)
class Scalar:
    """A text as it is written; `data` is what it means."""

    start: int
    end: int
    column: int
    source: str
    data: str
    own_line: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it is written with | or >."""
        return self.source[:1] in {"|", ">"}

    @property
    def keeps_blanks(self) -> bool:
        """Whether empty lines after it would be part of it."""
        return self.is_block and "+" in self.source.split("\n", 1)[0].partition("#")[0]

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in quotation marks."""
        return bool(self.source) and self.source[0] in _QUOTES


@dataclass(slots=True)
class Collection:
    """A mapping or a list, with what it holds and the comments after the last of it."""

    start: int
    end: int  # exact for flow collections only
    column: int
    mapping: bool
    flow: bool
    entries: list[Entry] = field(default_factory=list)
    tail: list[Comment] = field(default_factory=list)
    owner: Entry | None = None


Node = Scalar | Collection


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list, with its comments: above, at the key, at the end.

    `start` is where its key or hyphen stands.
    """

    start: int
    key: Scalar | None
    value: Node
    name: str | int
    within: Collection
    blank_above: bool = False
    leading: list[Comment] = field(default_factory=list)
    head: list[Comment] = field(default_factory=list)
    trailing: list[Comment] = field(default_factory=list)


def block_indent(source: str, around: int) -> int:
    """How far the lines of a block scalar are indented, in a collection at the column `around`."""
    header, *lines = source.split("\n")
    digit = re.search(r"[1-9]", header.partition("#")[0])
    if digit:
        return max(around, 0) + int(digit[0])
    first = next((line for line in lines if line.strip(" ")), "")
    return len(first) - len(first.lstrip(" "))


def end_of(node: Node) -> int:
    """Where the last word or bracket of a node ends."""
    if isinstance(node, Scalar) or node.flow or not node.entries:
        return node.end
    return end_of(node.entries[-1].value)


def in_order(collection: Collection) -> Iterator[Entry]:
    """All entries below a collection in the order in which they begin."""
    for entry in collection.entries:
        yield entry
        if isinstance(entry.value, Collection):
            yield from in_order(entry.value)


def tokens(collection: Collection) -> Iterator[Scalar]:
    """All scalars of a collection, keys among them, in the order of the text."""
    for entry in in_order(collection):
        if entry.key:
            yield entry.key
        if isinstance(entry.value, Scalar):
            yield entry.value
