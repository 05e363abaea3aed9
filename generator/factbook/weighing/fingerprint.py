"""An assessment binds the editors to the evidence of its day.

Its fingerprint is made of all it weighed: each claim with its value, what it covers, its act and
whether it still stands, and the origins behind it. It lies in the lock beside the subject's file.
When it no longer fits, the page says that the evidence has changed since. An assessment may weigh
what was withdrawn after it; then it is overtaken in the same way.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from factbook.facts.judgements import Assessment
    from factbook.facts.ledger import Claim
    from factbook.weighing.family import Bounds

LENGTH = 32  # hexadecimal digits: 128 bits


def fingerprint(subject: str, assessment: Assessment, bounds: Bounds) -> str:
    """The fingerprint of what an assessment of a subject weighs, as hexadecimal digits."""
    claims = bounds.upper.ledger.claims
    weighed = sorted({key_of(claim, subject) for claim in assessment.weighs})
    told = [[*key, _told(claims[key], bounds) if key in claims else None] for key in weighed]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _told(claim: Claim, bounds: Bounds) -> list[object]:
    """What of a claim the editors have relied on."""
    entry = claim.entry
    if not entry.stands:
        return ["gone"]
    value = [entry.value] if isinstance(entry.value, str) else list(entry.value)
    places = sorted(
        [where.relation, where.place, where.label, where.within] for where in entry.places
    )
    covered = [sorted(entry.of.items()), places, entry.during.text if entry.during else ""]
    behind = [sorted(links.behind(claim).together) for links in bounds]
    return [entry.attribute, value, covered, entry.act, entry.hedge, behind]
