"""A route that leads over the speaker.

What it finds: a citation whose `via` names the speaker of the claim.
Why it matters: the route is what lies between the speaker and the document; origins are counted by
speakers, routes are shown.
How to mend: take the speaker out of `via`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each stop of a route that is the speaker."""
    for key, claim in ledger.claims.items():
        speakers = {voice.actor for voice in claim.voices if voice.actor}
        for number, citation in enumerate(claim.entry.cite):
            for stop, name in enumerate(citation.via):
                if name in speakers:
                    spot = ledger.claim_spot(key).at("cite", number, "via", stop)
                    message = f"the route leads over {name}, who is the speaker"
                    yield Problem("via-speaker", message, spot, "take it out of `via`")
