"""Quotes that were verified in the old state, and in the new one are not."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factbook.review.change import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.diagnostics.spot import Spot
    from factbook.evidence.standing import Evidence
    from factbook.facts.entries import Citation
    from factbook.facts.ledger import Ledger
    from factbook.review.changes import State

    Cited = tuple[str, str, str]  # subject, claim, source

VERIFIED = frozenset({"in this run", "recorded"})


def unverified(old: State, new: State, names: Mapping[str, str]) -> Mapping[str, list[Change]]:
    """By subject, the quotes that nobody has found, where one of the same document was found.

    `names` lead from former ids to those of today, which the old state has. The quote was edited,
    the document has another snapshot, or the lock lost its line.
    """
    if old.evidence == new.evidence and old.ledger is new.ledger:
        return {}
    before = {
        (names.get(subject, subject), claim, source)
        for (subject, claim, source), _, _, found in _cited(old.ledger, old.evidence)
        if found
    }
    lost: defaultdict[str, list[Change]] = defaultdict(list)
    for place, spot, cited, found in _cited(new.ledger, new.evidence):
        if not found and place in before:
            subject, claim, _ = place
            where = spot.at("quote")
            change = Change(ChangeKind.QUOTE_UNVERIFIED, subject, where, claim, new=cited)
            lost[subject].append(change)
    return lost


def _cited(ledger: Ledger, evidence: Evidence) -> Iterator[tuple[Cited, Spot, Citation, bool]]:
    """Every citation: by whom and of what, where it is written, and whether it is verified."""
    for spot, cited in ledger.citations():
        claim = str(spot.route[1]) if spot.route[:1] == ("claims",) else ""
        state = evidence.of(cited, ledger.sources.get(cited.source)).state
        place = PurePosixPath(spot.path).stem, claim, cited.source
        yield place, spot, cited, state in VERIFIED
