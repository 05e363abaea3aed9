"""An assessment of nothing, or one that weighs what is not there.

What it finds: an assessment that names neither attribute nor conflict, an unknown attribute, a
claim that is not there.
Why it matters: a conclusion binds the editors' name; it must rest on what was said.
How to mend: name what is assessed, and correct the ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each fault of an assessment."""
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        for key, assessment in subject.assessments.items() if subject else ():
            spot = ledger.spot(name).at("assessments", key)
            if not assessment.attribute and not assessment.conflict:
                message = "an assessment is of an attribute or of a conflict"
                mend = "add `attribute: …` or `conflict: …`"
                yield Problem("assessment-fault", message, spot.of_key(), mend)
            known = ledger.vocabulary.attributes
            if assessment.attribute and assessment.attribute not in known:
                message = f"there is no attribute {assessment.attribute}"
                mend = did_you_mean(assessment.attribute, known)
                yield Problem("assessment-fault", message, spot.at("attribute"), mend)
            for number, claim in enumerate(assessment.weighs):
                if key_of(claim, name) not in ledger.claims:
                    where = spot.at("weighs", number)
                    message = f"there is no claim {claim}"
                    yield Problem("assessment-fault", message, where, "correct the id")
