"""Which documents go back to the same one, as surely as a bound of origins asks.

Documents that derive from each other are one lineage, however many steps away; a document stands
for each: the one that copies nothing. A derivation that is only possible counts at the lower bound
and not at the upper. Which documents one has its words from is told by its own links alone: two
copies of one report are one lineage, and neither comes from the other.

Example: three outlets print an agency's report: one lineage, and each comes from the agency.
Example: a report possibly copied from another, both own reporting: 1 to 2 origins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing.grouping import groups

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.facts.entries import Certainty
    from factbook.facts.ledger import Ledger


class Descent:
    """The lineages of a ledger's documents at one bound: what each counts as, and comes from."""

    __slots__ = ("known_as", "parents")

    def __init__(self, ledger: Ledger, certainties: frozenset[Certainty]) -> None:
        """Follow the derivations that are as sure as `certainties`."""
        self.parents: Mapping[str, tuple[str, ...]] = {
            name: found
            for name, source in ledger.sources.items()
            if source.derives_from
            and (found := tuple(o.source for o in source.derivations if o.certainty in certainties))
        }
        pairs = ((name, other) for name, found in self.parents.items() for other in found)
        self.known_as: Mapping[str, str] = {
            name: min(self._copying_nothing(group, ledger) or group)
            for name, group in groups(pairs).items()
        }

    def of(self, source: str) -> str:
        """The document that stands for all of a document's lineage; itself where it has none."""
        return self.known_as.get(source, source)

    def first(self, source: str) -> tuple[str, ...]:
        """The documents that one comes from in the end, in the order of its links.

        None where it copies nothing, or where its links only lead in a circle.
        """
        if source not in self.parents:
            return ()  # as of most documents
        seen = {source: None}
        waiting = [source]
        while waiting:
            more = [one for one in self.parents.get(waiting.pop(0), ()) if one not in seen]
            seen |= dict.fromkeys(more)
            waiting += more
        return tuple(one for one in seen if one != source and one not in self.parents)

    def _copying_nothing(self, group: frozenset[str], ledger: Ledger) -> list[str]:
        return [one for one in group if one in ledger.sources and one not in self.parents]
