"""How far a quote is proven, in the words of readers: when its words were found, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.dates import in_words, parse_date
from factbook.pages.view import NOT_VERIFIED, Proof

if TYPE_CHECKING:
    from factbook.evidence.source_lock import Line
    from factbook.evidence.standing import Standing

NOW = "verified in this build"
STALE = "not verified: found in an earlier text"


def proof(standing: Standing) -> Proof:
    """How far a quote is proven; what was found in other bytes than those of today is not."""
    if standing.line is None:
        return NOT_VERIFIED
    if standing.state == "stale":
        return Proof(STALE)
    words = NOW if standing.state == "in this run" else f"recorded as verified on {_day(standing)}"
    return Proof(words, _where(standing.line), standing.line.snapshot)


def locator(standing: Standing, written: str) -> str:
    """The locator that editors wrote; otherwise that of the place where the words were found."""
    line = standing.line
    if written or line is None or standing.state == "stale":
        return written
    more = line.places - 1
    others = f" and {more} other place{'' if more == 1 else 's'}" if more else ""
    return f"{line.locator}{others}"


def _day(standing: Standing) -> str:
    if standing.line is None or not standing.line.day:
        return "an unknown day"
    return in_words(parse_date(standing.line.day))


def _where(line: Line) -> str:
    spans = ", ".join(f"{start} to {end}" for start, end in line.spans)
    return f"{line.locator}, characters {spans}"
