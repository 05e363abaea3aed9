"""What a changed page does to the quotes that were taken from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.finding import find
from factbook.evidence.folding import fold
from factbook.evidence.nearest import Reader

if TYPE_CHECKING:
    from factbook.diagnostics.spot import Spot
    from factbook.evidence.folding import Folded
    from factbook.facts.ledger import Ledger


class Lost(NamedTuple):
    """A quote that a text does not carry, where it is cited, and the passage nearest to it.

    `stood` says whether the text before carried it; None where no text from before is known.
    """

    spot: Spot
    quote: str
    near: str
    stood: bool | None


def lost_quotes(ledger: Ledger, source: str, before: str | None, now: str) -> list[Lost]:
    """The quotes of a source that its text does not carry now, each once.

    `before` is the text from before the page changed, if it is known.
    """
    quotes = {
        citation.quote: spot.at("quote")
        for spot, citation in reversed(ledger.citations())
        if citation.source == source
    }
    old, new = None if before is None else fold(before), fold(now)
    reader = Reader(new)
    found = []
    for quote, spot in reversed(quotes.items()):
        if not _stands(quote, new):
            stood = None if old is None else _stands(quote, old)
            near = reader.nearest(quote)
            found.append(Lost(spot, quote, near.marked if near else "", stood))
    return found


def _stands(quote: str, text: Folded) -> bool:
    return bool(find(text, quote).every)
