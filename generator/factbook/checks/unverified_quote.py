"""A quote that nobody has found in its document.

What it finds: a quote that the lock of its source, `facts/sources/ID.lock`, does not know: one that
is new or was edited, also in its `prefix`, `suffix` or `locator`. Where nothing of a source is
known, since it has no snapshot or was never looked through, it is told once for the source.
Why it matters: a quote carries a claim only if the words stand in the document; the site says at
this one that it is not verified.
How to mend: run `factbook verify` where the archived document is at hand; it records what it finds.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.evidence.standing import Evidence
    from factbook.facts.ledger import Ledger
    from factbook.facts.model import Source

RUN = "run `factbook verify` where the archived document is at hand"


def check(ledger: Ledger, evidence: Evidence) -> Iterator[Problem]:
    """A warning for each unverified quote; one for all of a source of which nothing is known."""
    waiting: defaultdict[str, list[Spot]] = defaultdict(list)
    for spot, cited in ledger.citations():
        source = ledger.sources.get(cited.source)
        if source and evidence.of(cited, source).state == "unverified":
            waiting[cited.source].append(spot.at("quote"))
    for name, spots in waiting.items():
        if not evidence.lock(name).quotes:
            yield _of_source(name, ledger.sources[name], len(spots), ledger)
            continue
        for spot in spots:
            message = f"this quote is not recorded as found in {name}"
            yield Problem("unverified-quote", message, spot, RUN, Severity.WARNING)


def _of_source(name: str, source: Source, count: int, ledger: Ledger) -> Problem:
    spot = ledger.spot(name)
    number = "its quote is" if count == 1 else f"its {count} quotes are"
    if source.snapshot is None:
        message = f"{number} not verified: it has no snapshot"
        mend = "archive the document, record its sha256 under `snapshot`, and run `factbook verify`"
        return Problem("unverified-quote", message, spot, mend, Severity.WARNING)
    message = f"{number} not verified: nothing is recorded as found in its snapshot"
    return Problem("unverified-quote", message, spot.at("snapshot"), RUN, Severity.WARNING)
