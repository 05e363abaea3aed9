"""A document is one parsed file: plain data, and on demand where each part of it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Located, Span, Spot
from factbook.reading.parser import Data, Spans, parse, spans_of
from factbook.reading.plain import parse_plain
from factbook.reading.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.reading.tree import Tree

TOP = Span(1, 1, 1, 1)
BYTE_ORDER_MARK = "\ufeff"


class Pack:
    """What a file says, as decoding packs it; empty until it has."""

    __slots__ = ("content",)

    def __init__(self, content: bytes | memoryview = b"") -> None:
        self.content = content


@dataclass(frozen=True)
class Document:
    """One file that can be parsed: its bytes, and on demand its text, its data and its spans.

    `strict` says how it was parsed, so that all of them agree. `pack` is where its data is kept for
    the next run, if it is.
    """

    path: str
    content: bytes
    strict: bool = True
    pack: Pack | None = field(default=None, compare=False, repr=False)

    @cached_property
    def text(self) -> str:
        """The text of the file, without a byte order mark."""
        return self.content.decode("utf-8").removeprefix(BYTE_ORDER_MARK)

    @cached_property
    def data(self) -> Data:
        """What the file says, as plain data."""
        return _parsed(self.text, strict=self.strict)

    def rest(self) -> None:
        """Let go of text and data, which can be had again: ten thousand files are large."""
        for name in ("text", "data"):
            self.__dict__.pop(name, None)

    @cached_property
    def spans(self) -> Spans:
        """Route -> span; costs a second pass over the text, paid only when something is shown."""
        return spans_of(self.text, strict=self.strict)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text as libyaml counts them: ended by LF, CR or both."""
        return _lines(self.text)

    def locate(self, spot: Spot) -> Span:
        """The span of a spot: of its words if they stand there, else of the nearest part above."""
        route = spot.route
        key = spot.key
        while (route, key) not in self.spans and route:
            route, key = route[:-1], key and len(route) > 1
            if (route, True) in self.spans:
                key = True
        span = self.spans.get((route, key), TOP)
        return self._words_in(span, spot.words) if spot.words else span

    def mentions(self, words: Iterable[bytes]) -> bool:
        """Whether any of some words stands in it."""
        return any(word in self.content for word in words)

    def source(self, spot: Spot) -> tuple[Document, Spot]:
        """The file that wrote what a spot points at, and the spot in there."""
        return self, spot._replace(path=self.path)

    def _words_in(self, span: Span, words: str) -> Span:
        lines = self.lines
        for number in range(span.line, min(span.end_line, len(lines)) + 1):
            start = span.column - 1 if number == span.line else 0
            found = lines[number - 1].find(words, start)
            if found >= 0:
                return Span(number, found + 1, number, found + 1 + len(words))
        return span


def parse_file(
    path: str, content: bytes, pack: Pack | None = None, *, strict: bool = True
) -> Document | Problem:
    """The document of a file, or the problem that keeps it from being one.

    Fact files are parsed strictly, the configuration of other tools is not.
    """
    document = Document(path, content, strict, pack)
    try:
        document.data  # noqa: B018 - parsed here, so that it can be relied on from now on
    except UnicodeDecodeError as error:
        return _not_utf8(path, content, error)
    except RefusedError as error:
        return Problem("syntax", error.message, Spot(path, span=error.span), error.mend)
    return document


def parse_tree(tree: Tree) -> tuple[dict[str, Document], list[Problem]]:
    """All documents of a tree by path; a file that cannot be parsed loses only itself."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for path, content in tree.items():
        parsed = parse_file(path, content)
        if isinstance(parsed, Problem):
            problems.append(parsed)
        else:
            documents[path] = parsed
    return documents, problems


def located(
    problems: list[Problem], documents: Mapping[str, Document], tree: Tree
) -> list[tuple[Problem, Located]]:
    """Each problem with its span and source line, in the order of path, line and column."""
    lines: dict[str, list[str]] = {}  # a file's lines are cut once, however much is wrong with it
    found = []
    by_path = {**{one.path: one for one in documents.values()}, **documents}
    for found_problem in problems:
        problem = found_problem
        document = by_path.get(problem.spot.path)
        if document:
            document, where = document.source(problem.spot)
            problem = replace(problem, spot=where)
        spot = problem.spot
        span = spot.span or (document.locate(spot) if document else TOP)
        if spot.path not in lines:
            lines[spot.path] = document.lines if document else _source_lines(tree, spot.path)
        there = lines[spot.path]
        line = there[span.line - 1] if span.line <= len(there) else ""
        found.append((problem, Located(span, line)))
    return sorted(found, key=lambda pair: (pair[0].spot.path, pair[1].span, pair[0].rule))


def _parsed(text: str, *, strict: bool) -> Data:
    plain = parse_plain(text) if strict else None
    return parse(text, strict=strict) if plain is None else plain


def _not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> Problem:
    before = content[: error.start].decode("utf-8")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    message = f"this file is not UTF-8: byte 0x{content[error.start]:02x} stands here"
    mend = "save it with the encoding UTF-8"
    return Problem("encoding", message, Spot(path, span=Span(line, column, line, column + 1)), mend)


def _source_lines(tree: Tree, path: str) -> list[str]:
    text = tree.get(path, b"").decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)
    return _lines(text)


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\n|\r", text)
