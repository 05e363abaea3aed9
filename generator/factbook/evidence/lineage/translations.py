"""Documents of which one may be a translation of the other: by names and figures alone.

Only documents that say that they are in two languages are compared. Where nearly all figures and
names of the shorter one stand in the other, in the same order, it may be a translation, or both may
tell of the same things one after the other: that is for somebody to see who reads both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factbook.evidence.lineage.proposal import Beside, Extract, Proposal
from factbook.evidence.lineage.signature import Signatures, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.evidence.lineage.signature import Item
    from factbook.facts.ledger import Ledger

LEAST, FIGURES = 5, 2  # names and figures in the same order, and figures among them
PART = 0.75  # of those of the shorter document
MANY = 30  # documents that hold a figure or a name, from which it brings none together
RARE = 2  # of the shared ones, how many few documents hold


def of_translations(ledger: Ledger, texts: Mapping[str, str]) -> Iterator[Proposal]:
    """Pairs of documents of which one may be the other's translation."""
    signatures = Signatures(ledger)
    own = {name: signatures.of(text) for name, text in texts.items() if _language(name, ledger)}
    held: defaultdict[Item, list[str]] = defaultdict(list)
    for name, items in own.items():
        for item in items:
            held[item].append(name)
    shared = Counter(
        pair
        for names in held.values()
        if len(names) <= MANY
        for pair in combinations(names, 2)
        if _language(pair[0], ledger) != _language(pair[1], ledger)
    )
    for (one, other), often in shared.items():
        if often < RARE:
            continue
        common = in_order(own[one], own[other])
        figures = sum(isinstance(item, int) for item in common)
        shorter = min(len(own[one]), len(own[other]))
        if len(common) >= LEAST and figures >= FIGURES and len(common) >= PART * shorter:
            yield _proposal(one, other, common, ledger, texts)


def _language(name: str, ledger: Ledger) -> str:
    return ledger.sources[name].language.partition("-")[0].lower()


def _proposal(
    one: str, other: str, common: tuple[Item, ...], ledger: Ledger, texts: Mapping[str, str]
) -> Proposal:
    days = [ledger.sources[name].published for name in (one, other)]
    known = all(day.known for day in days)
    earlier = known and days[0].usual.high < days[1].usual.low
    later = known and days[1].usual.high < days[0].usual.low
    named = ", ".join(str(item) if isinstance(item, int) else ledger.title(item) for item in common)
    order = (
        f"{other if earlier else one} was published later"
        if earlier or later
        else "which of the two came first, their dates do not say"
    )
    because = (
        f"in two languages, with {len(common)} names and figures in the same order ({named}): "
        f"perhaps a translation; {order}"
    )
    shown = (Beside(*(Extract.opening(name, texts[name]) for name in (one, other))),)
    made = Proposal("derives_from", one, other, "possible", because, shown, directed=later)
    return made.reversed() if earlier else made
