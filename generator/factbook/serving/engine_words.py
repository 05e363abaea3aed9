"""Where the engine's messages point: it names files and words in quotation marks, and no lines."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Located, Span, Spot
from factbook.reading.configuration import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.diagnostics.problem import Severity
    from factbook.reading.tree import Tree

    Found = tuple[Problem, Located]

TOP = Span(1, 1, 1, 1)
NAV = "nav"
_QUOTED = re.compile(r"'([^'\n]+)'|\"([^\"\n]+)\"")
_LINES = re.compile(r"\r\n|\n|\r")
_OF_SETTINGS = ("Config value", "'nav'")  # how it speaks of what mkdocs.yml says


class Said(NamedTuple):
    """Messages of the engine: those with a place, and those that name no file of the dossier."""

    placed: tuple[Found, ...] = ()
    words: tuple[str, ...] = ()


def said(messages: Iterable[str], severity: Severity, tree: Tree) -> Said:
    """Each message with the place that it means, as far as it names a file of `tree`.

    A message that comes twice means the words where they stand for the second time.
    """
    placed: list[Found] = []
    words: list[str] = []
    times: Counter[str] = Counter()
    for message in messages:
        where = _place(message, tree, times[message])
        times[message] += 1
        if where is None:
            words.append(message)
        else:
            path, there = where
            spot = Spot(path, span=there.span)
            placed.append((Problem("engine-message", message, spot, severity=severity), there))
    return Said(tuple(placed), tuple(words))


def in_words(*every: Said) -> Iterator[str]:
    """The messages in a line each, with `path:line:column` before those that have a place."""
    for one in every:
        for problem, there in one.placed:
            span = there.span
            yield f"{problem.spot.path}:{span.line}:{span.column}: {problem.message}"
        yield from one.words


def _place(message: str, tree: Tree, time: int) -> tuple[str, Located] | None:
    """The file that a message means, and the place of its words there."""
    quoted = [first or second for first, second in _QUOTED.findall(message)]
    for number, name in enumerate(quoted):
        if path := _page(name, tree):
            return path, _located(_text(tree, path), quoted[number + 1 :], time) or _top(tree, path)
    if any(sign in message for sign in _OF_SETTINGS):
        looked = [word for word in reversed(quoted) if word != NAV]
        for path in (name for name in tree if PurePosixPath(name).name in NAMES):
            if there := _located(_text(tree, path), looked, time):
                return path, there
    return None


def _page(name: str, tree: Tree) -> str | None:
    """The path of the hand-written page that has a name in its folder."""
    ends = (path for path in tree if path == name or path.endswith(f"/{name}"))
    pages = (path for path in ends if not path.endswith((".yml", ".yaml")))
    return min(pages, key=len, default=None)


def _located(text: str, words: Iterable[str], time: int) -> Located | None:
    """The place of the first of some words that a text has."""
    for word in words:
        found = list(re.finditer(rf"(?<![\w/.-]){re.escape(word)}(?![\w/-])", text))
        if found:
            return _at(text, found[min(time, len(found) - 1)].start(), len(word))
    return None


def _at(text: str, start: int, width: int) -> Located:
    before = _LINES.split(text[:start])
    line, column = len(before), len(before[-1]) + 1
    return Located(Span(line, column, line, column + width), _LINES.split(text)[line - 1])


def _top(tree: Tree, path: str) -> Located:
    return Located(TOP, next(iter(_LINES.split(_text(tree, path))), ""))


def _text(tree: Tree, path: str) -> str:
    return tree[path].decode("utf-8", "replace").removeprefix("\ufeff")
