"""What a changed page does to the quotes that were taken from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.quotes import folded, nearest, stands_in

if TYPE_CHECKING:
    from factbook.diagnostics.spot import Spot
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
    found = []
    for quote, spot in reversed(quotes.items()):
        if not _stands(quote, now):
            stood = None if before is None else _stands(quote, before)
            found.append(Lost(spot, quote, _near(quote, now), stood))
    return found


def _stands(quote: str, text: str) -> bool:
    return stands_in(folded(quote), folded(text))


def _near(quote: str, text: str) -> str:
    return nearest(folded(quote), folded(text))
