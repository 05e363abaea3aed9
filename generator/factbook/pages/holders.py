"""Who holds a position, in a few words: for a figure, and for a line at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.wording import THE_DOCUMENT, listed, own_voice_in_words, voice_within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.facts.ledger import Claim, Ledger
    from factbook.pages.view import ClaimView

MOST_NAMES = 2


def holders_in_words(claims: Iterable[ClaimView]) -> str:
    """`Iraqi military and US embassy`, `Rudaw itself`, `Mike Pompeo and 2 more`."""
    return _in_short(name for claim in claims for name in _holders(claim))


def holders_of(claims: Iterable[Claim], ledger: Ledger) -> str:
    """The same of claims that are not views, for the middle of a sentence."""
    return _in_short(
        _within(name)
        for claim in claims
        for name in (
            [voice_within(voice, ledger) for voice in claim.voices]
            or [own_voice_in_words(claim, ledger)]
        )
    )


def _in_short(names: Iterable[str]) -> str:
    named = list(dict.fromkeys(names))
    more = len(named) - MOST_NAMES
    if more > 0:
        return f"{named[0]} and {more + 1} more"
    return listed([*named[:1], *map(_within, named[1:])])


def _within(name: str) -> str:
    """A name as it stands in the middle of a sentence."""
    return name.lower() if name == THE_DOCUMENT else name


def _holders(claim: ClaimView) -> list[str]:
    return [speaker.text for speaker in claim.speakers] or [claim.own_voice]
