"""Prose or a value that names a claim which is not there.

What it finds: `[@claim]` or `[@subject#claim]` in a summary that names no claim of the dossier, and
`[@subject#claim]` in a hand-written page that names none.
Why it matters: the sentence looks sourced and is not.
How to mend: correct the id, or write the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.facts.counts import claim_of_most
from factbook.facts.prose import key_of, mentions
from factbook.facts.values import Misfit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each citation in prose, and each `most of CLAIM`, that leads nowhere."""
    yield from _most_of(ledger)
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        for mention in mentions(subject.summary, name) if subject else []:
            if mention.key not in ledger.claims and not _in_broken_file(ledger, mention.key):
                spot = ledger.spot(name).at("summary").pointing_at(mention.words)
                yield Problem(
                    "missing-claim",
                    f"there is no claim {mention.key.claim} in {mention.key.subject}",
                    spot,
                    did_you_mean(mention.key.claim, _claims(ledger, mention.key.subject)),
                )


def _most_of(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each `most of CLAIM` whose claim is not there."""
    for key, claim in ledger.claims.items():
        written = claim.entry.value
        attribute = ledger.vocabulary.attributes.get(claim.entry.attribute)
        if isinstance(claim.value, Misfit) or not attribute or attribute.type != "count":
            continue
        named = claim_of_most(written) if isinstance(written, str) else None
        other = key_of(named, key.subject) if named else None
        if other and other not in ledger.claims and not _in_broken_file(ledger, other):
            spot = ledger.claim_spot(key).at("value")
            message = f"there is no claim {other.claim} in {other.subject}"
            mend = did_you_mean(other.claim, _claims(ledger, other.subject))
            yield Problem("missing-claim", message, spot, mend)


def _in_broken_file(ledger: Ledger, key: ClaimKey) -> bool:
    return key.subject not in ledger.subjects.records and ledger.is_known(key.subject)


def _claims(ledger: Ledger, subject: str) -> list[str]:
    return [claim.key.claim for claim in ledger.of_subject.get(subject, ())]
