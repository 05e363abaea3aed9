"""From a document to its nodes: data and spans become offsets, and comments are found."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from factbook.editing.nodes import (
    Collection,
    Comment,
    Entry,
    Node,
    Scalar,
    block_indent,
    end_of,
    in_order,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.diagnostics.spot import Route, Span
    from factbook.reading.document import Document
    from factbook.reading.parser import Data

_COMMENT = re.compile(r"#[^\n]*")


class Lines:
    """Offsets of lines: from spans to offsets and back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = list(accumulate((len(line) for line in text.split("\n")), _next, initial=0))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column that count from 1."""
        return min(self.starts[min(line, len(self.starts)) - 1] + column - 1, len(self.text))

    def line(self, offset: int) -> int:
        """The number, from 0, of the line an offset is on."""
        return min(bisect_right(self.starts, offset), len(self.starts) - 1) - 1

    def column(self, offset: int) -> int:
        """The column, from 0, of an offset."""
        return offset - self.starts[self.line(offset)]

    def before(self, offset: int) -> str:
        """What stands on the line before an offset."""
        return self.text[self.starts[self.line(offset)] : offset]

    def blank_above(self, offset: int, since: int) -> bool:
        """Whether an offset is the first on its line, and the line above, after `since`, empty.

        Empty lines before `since` belong to a text.
        """
        line = self.line(offset)
        if self.before(offset).strip() or not line or self.starts[line - 1] <= since:
            return False
        return not self.text[self.starts[line - 1] : self.starts[line]].strip()


def _next(start: int, length: int) -> int:
    return start + length + 1


def tree_of(document: Document) -> Collection | None:
    """The nodes of a document whose lines end in LF; None where it is no mapping."""
    builder = _Builder(document)
    root = builder.node(document.data, ())
    if not isinstance(root, Collection) or not root.mapping:
        return None
    since = -1
    for entry in in_order(root):
        entry.blank_above = builder.lines.blank_above(entry.start, since)
        since = entry.key.end if entry.key else entry.start
        since = entry.value.end if isinstance(entry.value, Scalar) else since
    return root


class _Builder:
    def __init__(self, document: Document) -> None:
        self.spans = document.spans
        self.lines = Lines(document.text)
        self.text = document.text

    def node(self, data: Data, route: Route, around: int = -1) -> Node:
        """The node at a route; `around` is the column of the collection it stands in."""
        start, end = self._offsets(self.spans[route, False])
        column = self.lines.column(start)
        if isinstance(data, str):
            return self._scalar(start, end, data, around)
        flow = self.text[start : start + 1] == ("{" if isinstance(data, dict) else "[")
        node = Collection(start, end, column, isinstance(data, dict), flow)
        items = data.items() if isinstance(data, dict) else enumerate(data)
        previous = start
        for name, value in items:
            entry = self._entry(node, route, name, value, previous)
            previous = end_of(entry.value)
            node.entries.append(entry)
        return node

    def _entry(
        self, within: Collection, route: Route, name: str | int, data: Data, previous: int
    ) -> Entry:
        value = self.node(data, (*route, name), within.column)
        key = None
        if within.mapping:
            begin, end = self._offsets(self.spans[(*route, name), True])
            key = self._scalar(begin, end, str(name))
            start = begin
        else:
            start = value.start if within.flow else self._hyphen(previous, value.start)
        entry = Entry(start, key, value, name, within)
        if isinstance(value, Collection):
            value.owner = entry
        return entry

    def _hyphen(self, start: int, end: int) -> int:
        """Where the hyphen of an item stands, between the item before it and its own value."""
        gap = _COMMENT.sub(lambda match: " " * len(match[0]), self.text[start:end])
        found = gap.find("-")
        return start + found if found >= 0 else end

    def _scalar(self, start: int, end: int, data: str, around: int = 0) -> Scalar:
        source = self.text[start:end]
        if source[:1] in {"|", ">"}:
            source = _block_source(source, data, around)
        own_line = not self.lines.before(start).strip()
        column = self.lines.column(start)
        return Scalar(start, start + len(source), column, source, data, own_line)

    def _offsets(self, span: Span) -> tuple[int, int]:
        offset = self.lines.offset
        return offset(span.line, span.column), offset(span.end_line, span.end_column)


def _block_source(source: str, data: str, around: int) -> str:
    """A block scalar without the empty lines after it that are none of its text."""
    header, *lines = source.removesuffix("\n").split("\n")
    if not data:
        return header
    if "+" not in header.partition("#")[0]:
        indent = block_indent(source, around)
        while lines and not lines[-1].strip(" ") and len(lines[-1]) <= indent:
            lines.pop()  # spaces that go beyond the indentation would be text
    return "\n".join((header, *lines))


def comments_of(text: str, scalars: Sequence[Scalar]) -> list[Comment]:
    """All comments of a text: outside of scalars, only a comment has a #."""
    lines = Lines(text)
    found: list[Comment] = []
    position = -1
    for scalar in scalars:
        found += _between(text, position, scalar.start, lines)
        if scalar.is_block:  # its first line may end in a comment
            first = scalar.start + len(scalar.source.split("\n", 1)[0])
            found += _between(text, scalar.start, first, lines)
        position = scalar.end
    return [*found, *_between(text, position, len(text), lines)]


def _between(text: str, start: int, end: int, lines: Lines) -> Iterator[Comment]:
    for match in _COMMENT.finditer(text, max(start, 0), end):
        before = lines.before(match.start())
        yield Comment(
            offset=match.start(),
            column=len(before),
            text=match[0].rstrip(),
            own_line=not before.strip(),
            blank_above=lines.blank_above(match.start(), start),
            gap=len(before) - len(before.rstrip()),
        )
