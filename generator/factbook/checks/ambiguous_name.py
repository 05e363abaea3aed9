"""Two actors under one name.

What it finds: two actors with the same title, or a name of one that is the title or a name of
another.
Why it matters: readers cannot tell who speaks, and a claim is easily given to the wrong one.
How to mend: make the titles differ ("Army (Telmora)"), or keep the name with one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A warning for each actor whose title or name another has already."""
    owners: dict[str, str] = {}
    for name, actor in ledger.actors.items():
        spot = ledger.spot(name)
        words = [(actor.title, spot.at("title"))]
        words += [(one.name, spot.at("names", n, "name")) for n, one in enumerate(actor.names)]
        for word, where in words:
            owner = owners.setdefault(word.casefold(), name)
            if owner != name:
                message = f"{word} is also a name of {owner}"
                mend = "make the two names differ, or keep it with one of them"
                yield Problem("ambiguous-name", message, where, mend, Severity.WARNING)
