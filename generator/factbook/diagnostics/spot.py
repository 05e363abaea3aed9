"""Where a problem stands: symbolically (a route of keys), and resolved (line and column).

Models hold no line numbers. A check names the route it complains about; the document turns that
route into line and column when, and only when, the problem is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Route = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns count characters from 1, the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Spot(NamedTuple):
    """A place in a file.

    `path` is relative to the dossier, with forward slashes. `route` leads from the top of the file
    to a value, by keys and list indices. `key` asks for the key instead of its value. `words` are
    words inside that value to point at. `span` is given where no route exists: broken syntax.
    """

    path: str
    route: Route = ()
    key: bool = False
    words: str = ""
    span: Span | None = None

    def at(self, *steps: str | int) -> Spot:
        """The spot `steps` further down."""
        return Spot(self.path, (*self.route, *steps))

    def of_key(self) -> Spot:
        """The key that leads here, rather than the value."""
        return Spot(self.path, self.route, key=True)

    def pointing_at(self, words: str) -> Spot:
        """The words inside the value, rather than the whole of it."""
        return Spot(self.path, self.route, words=words)


@dataclass(frozen=True, slots=True)
class Located:
    """A resolved spot: the span and the text of its first line (empty where a file has none)."""

    span: Span
    source_line: str
