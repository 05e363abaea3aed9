"""Two roots as one dossier: the second adds to the files of the first, and changes nothing there.

Internal material never lies in the public root. A second root holds files of the same form; where
a path stands in both, its file adds keys and list items to that of the first. A single value that
differs is a problem. A build that is not given the second root cannot leak what it has never read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot
from factbook.reading.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.diagnostics.spot import Route
    from factbook.reading.parser import Data

MEND = "a second root adds keys and list items; to change a value, change it in the first"


@dataclass(frozen=True, kw_only=True)
class Layered(Document):
    """A file that two roots write: the data of both, and where each part of it stands."""

    first: Document
    over: Document

    @cached_property
    def data(self) -> Data:
        """The data of both files together."""
        return _merged(self.first.data, self.over.data)

    def mentions(self, words: Iterable[bytes]) -> bool:
        """Whether any of some words stands in either file."""
        kept = tuple(words)
        return self.first.mentions(kept) or self.over.mentions(kept)

    def source(self, spot: Spot) -> tuple[Document, Spot]:
        """The file that wrote what a spot points at, and the spot in there."""
        route = self._route_above(spot.route)
        if route is None:
            return self.first.source(spot)
        return self.over, spot._replace(path=self.over.path, route=route)

    def _route_above(self, route: Route) -> Route | None:
        """The route in the second file; None where the first file wrote the value."""
        below: Data | None = self.first.data
        above: Data | None = self.over.data
        found: list[str | int] = []
        for step in route:
            inside = step
            if isinstance(below, list) and isinstance(step, int) and step >= len(below):
                inside = step - len(below)  # items of the second file come after the first's
                below = None
            else:
                below = _at(below, step)
            above = _at(above, inside)
            found.append(inside)
        return tuple(found) if below is None and above is not None else None


def moved_to(path: str, document: Document, before: Mapping[str, Document]) -> Document:
    """A document under the path where it really is; the very object of `before` if it is that."""
    known = before.get(path)
    if known is not None and known.path == path and known.content == document.content:
        return known
    return replace(document, path=path)


def overlay(
    base: Mapping[str, Document],
    over: Mapping[str, Document],
    before: Mapping[str, Document] = MappingProxyType({}),
) -> tuple[dict[str, Document], list[Problem]]:
    """The documents of both roots by path, and what the second wrongly changes.

    `over` is keyed by the path a file would have in the first root; its documents know where they
    really are. What both wrote as they did in `before` is the very object from there.
    """
    documents = dict(base)
    problems: list[Problem] = []
    for path, document in over.items():
        first, known = base.get(path), before.get(path)
        if first is None:
            documents[path] = document
            continue
        problems += _changes(first.data, document.data, Spot(document.path))
        if isinstance(known, Layered) and known.first is first and known.over is document:
            documents[path] = known
        else:
            documents[path] = Layered(path, first.content, first=first, over=document)
    return dict(sorted(documents.items())), problems


def _merged(below: Data, above: Data) -> Data:
    """Both together: keys and list items of `above` are added."""
    if isinstance(below, dict) and isinstance(above, dict):
        added = {key: value for key, value in above.items() if key not in below}
        both = {
            key: _merged(value, above[key]) if key in above else value
            for key, value in below.items()
        }
        return {**both, **added}
    if isinstance(below, list) and isinstance(above, list):
        return [*below, *above]
    return below


def _changes(below: Data, above: Data, spot: Spot) -> Iterator[Problem]:
    """A problem for each value that both files write, unless they write the same."""
    if isinstance(below, dict) and isinstance(above, dict):
        for key, value in above.items():
            if key in below:
                yield from _changes(below[key], value, spot.at(key))
    elif not (isinstance(below, list) and isinstance(above, list)) and below != above:
        message = "the first root writes something else here"
        yield Problem("overlay-change", message, spot, MEND)


def _at(data: Data | None, step: str | int) -> Data | None:
    if isinstance(data, dict) and isinstance(step, str):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return data[step]
    return None
