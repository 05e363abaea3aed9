"""Splices: stretches of a file's text replaced, everything around them left as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem
from factbook.editing.comments import attach_comments
from factbook.editing.layout import document_of
from factbook.editing.nodes import Collection, Entry, Node, Scalar, end_of
from factbook.editing.opening import tree_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.diagnostics.spot import Route
    from factbook.reading.parser import Data

_MARK = b"\xef\xbb\xbf"
_LINE_END = re.compile(rb"\r\n|\n|\r")


class Splice(NamedTuple):
    """New text for what stands from `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A file opened for splicing: its text with lines that end in LF, its data and its nodes."""

    path: str
    content: bytes
    text: str
    data: dict[str, Data]
    root: Collection

    def scalar(self, route: Route) -> Scalar | None:
        """The text at a route."""
        node = self.node(route)
        return node if isinstance(node, Scalar) else None

    def node(self, route: Route) -> Node | None:
        """What stands at a route."""
        node: Node = self.root
        for step in route:
            entry = entry_of(node, step)
            if entry is None:
                return None
            node = entry.value
        return node

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The bytes of the file with the splices made, and all other bytes as they were.

        New lines end as the line does where they begin.
        """
        ends = _LINE_END.findall(self.content)
        made, done = [_MARK if self.content.startswith(_MARK) else b""], 0
        last_first = sorted(splices, key=lambda one: (one.start, one.end), reverse=True)
        for splice in reversed(last_first):
            made.append(self._as_it_was(done, splice.start, ends))
            here = ends[self.text.count("\n", 0, splice.start) :] or ends[-1:] or [b"\n"]
            made.append(splice.text.encode().replace(b"\n", here[0]))
            done = splice.end
        return b"".join([*made, self._as_it_was(done, len(self.text), ends)])

    def _as_it_was(self, start: int, end: int, ends: Sequence[bytes]) -> bytes:
        """A stretch of the text as the file has it, each line with the end of its own."""
        lines = self.text[start:end].encode().split(b"\n")
        first = self.text.count("\n", 0, start)
        own = [*ends[first : first + len(lines) - 1], b""]
        return b"".join(line + end for line, end in zip(lines, own, strict=True))


def opened(path: str, content: bytes) -> Opened | Problem | None:
    """A file opened for splicing; None where it is no mapping."""
    document = document_of(path, content)
    if isinstance(document, Problem):
        return document
    root = tree_of(document)
    if root is None or not isinstance(document.data, dict):
        return None
    attach_comments(document.text, root)
    return Opened(path, content, document.text, document.data, root)


def entry_of(node: Node, name: str | int) -> Entry | None:
    """The entry of a collection by its key or index."""
    entries = node.entries if isinstance(node, Collection) else []
    return next((entry for entry in entries if entry.name == name), None)


def replaced(scalar: Scalar, text: str) -> Splice:
    """A splice that puts another word in place of a text, in the quotation marks it stood in."""
    mark = scalar.source[0] if scalar.is_quoted else ""
    return Splice(scalar.start, scalar.end, f"{mark}{text}{mark}")


def field_added(file: Opened, mapping: Collection, order: Sequence[str], line: str) -> Splice:
    """A splice that adds the field `line` ("name: value") to a mapping, at its place in the order.

    The mapping holds something already.
    """
    rank = order.index(line.partition(":")[0])
    earlier = [
        entry
        for entry in mapping.entries
        if entry.name not in order or order.index(str(entry.name)) < rank
    ]
    after = earlier[-1] if earlier else mapping.entries[0]
    if mapping.flow:
        end = end_of(after.value)
        return Splice(end, end, f", {line}")
    return line_added(file, after, " " * mapping.column + line)


def line_added(file: Opened, after: Entry, lines: str) -> Splice:
    """A splice that adds lines below an entry and its comments."""
    end = file.text.find("\n", reach_of(after))
    if end < 0:
        return Splice(len(file.text), len(file.text), f"\n{lines}")
    return Splice(end, end, f"\n{lines}")


def reach_of(entry: Entry) -> int:
    """Where an entry ends, the comments that belong to it included."""
    own = [comment.offset + len(comment.text) for comment in entry.trailing]
    if isinstance(entry.value, Collection):
        own += [comment.offset + len(comment.text) for comment in entry.value.tail]
        own += [reach_of(entry.value.entries[-1])] if entry.value.entries else []
    return max([end_of(entry.value), *own])
