"""An assessment binds the editors to the evidence of its day.

Its fingerprint is made of all it weighed: each claim with its value, what it covers, its act and
whether it still stands, and the origins behind it. It lies in the lock beside the subject's file.
When it no longer fits, the page says that the evidence has changed since. An assessment may weigh
what was withdrawn after it; then it is overtaken in the same way.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from factbook.facts.judgements import Assessment
    from factbook.facts.ledger import Claim
    from factbook.weighing.family import Bounds

GONE: list[object] = ["gone"]
LENGTH = 32  # hexadecimal digits: 128 bits


class AssessmentKey(NamedTuple):
    """What identifies an assessment: its subject's id and its own key."""

    subject: str
    key: str


def fingerprints(bounds: Bounds) -> dict[AssessmentKey, str]:
    """The fingerprints of all assessments of a ledger."""
    ledger = bounds.upper.ledger
    return {
        AssessmentKey(name, key): fingerprint(name, assessment, bounds)
        for name in ledger.subjects.records
        if (subject := ledger.subject(name)) is not None
        for key, assessment in subject.assessments.items()
    }


def fingerprint(subject: str, assessment: Assessment, bounds: Bounds) -> str:
    """The fingerprint of what an assessment of a subject weighs, as hexadecimal digits."""
    claims = bounds.upper.ledger.claims
    weighed = {key_of(claim, subject) for claim in assessment.weighs}
    told = [_told(claims[key], bounds) if key in claims else GONE for key in weighed]
    text = json.dumps(sorted(map(json.dumps, told)))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _told(claim: Claim, bounds: Bounds) -> list[object]:
    """What of a claim the editors have relied on."""
    entry = claim.entry
    if not entry.stands:
        return GONE
    value = [entry.value] if isinstance(entry.value, str) else list(entry.value)
    places = sorted(
        [where.relation, where.place, where.label, where.within] for where in entry.places
    )
    covered = [sorted(entry.of.items()), places, entry.during.text if entry.during else ""]
    behind = [sorted(links.behind(claim).together) for links in bounds]
    return [entry.attribute, value, covered, entry.act, entry.hedge, behind]
