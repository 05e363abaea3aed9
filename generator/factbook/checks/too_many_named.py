"""More people named than counted.

What it finds: an attribute that holds names (`names_of` another in the vocabulary) with more
different names, over all claims, than the highest count that anybody gives.
Why it matters: either a count is too low, or somebody is named who does not belong there; both are
what casualty recorders look for first.
How to mend: check the names and the counts against the documents; if both stand, say so in a note
and switch this rule off for the dossier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity
from factbook.facts.sets import highest
from factbook.facts.values import Count, Names
from factbook.weighing.position import is_weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A warning for each subject with more names than its counts allow."""
    naming = ledger.vocabulary.naming
    for subject, claims in ledger.of_subject.items():
        for attribute, counted in naming.items():
            named = [one for one in claims if one.entry.attribute == attribute and is_weighed(one)]
            people = {
                name for one in named if isinstance(one.value, Names) for name in one.value.ids
            }
            counts = [
                highest(one.value.numbers.outermost)
                for one in claims
                if one.entry.attribute == counted
                and is_weighed(one)
                and isinstance(one.value, Count)
            ]
            if counts and len(people) > max(counts):
                message = f"{len(people)} people are named, and at most {max(counts):.0f} counted"
                spot = ledger.claim_spot(named[-1].key).at("value")
                mend = f"check {attribute} and {counted} of {subject}"
                yield Problem("too-many-named", message, spot, mend, Severity.WARNING)
