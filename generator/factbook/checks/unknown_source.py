"""A source no file describes.

What it finds: a citation, or an `inferred`, that names a source which is not in `facts/sources/`.
Why it matters: readers must be led to the document.
How to mend: correct the id, or add the file with title, publisher and date of the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each citation of an unknown source."""
    for spot, citation in ledger.citations():
        name = citation.source
        if not ledger.is_known(name, "source"):
            mend = did_you_mean(name, ledger.sources, f"add facts/sources/{name}.yaml")
            message = f"there is no source {name}"
            yield Problem("unknown-source", message, spot.at("source"), mend)
    for name, source in ledger.sources.items():
        for number, other in enumerate(source.parents):
            if not ledger.is_known(other, "source"):
                step = () if isinstance(source.derives_from[number], str) else ("source",)
                spot = ledger.spot(name).at("derives_from", number, *step)
                mend = did_you_mean(other, ledger.sources, f"add facts/sources/{other}.yaml")
                yield Problem("unknown-source", f"there is no source {other}", spot, mend)
