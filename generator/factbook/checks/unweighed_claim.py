"""An assessment that leaves out a claim of the conflict it assesses.

What it finds: an assessment of an attribute or a conflict that does not weigh every claim which
takes part in that conflict.
Why it matters: a conclusion that passes over a claim looks as if nobody had made it.
How to mend: add the claim to `weighs`, and say in `because` why it does not carry the conclusion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.weighing.weigh import Weighing

MEND = "add it to `weighs`, and say in `because` why it does not carry the conclusion"


def check(ledger: Ledger, weighing: Weighing) -> Iterator[Problem]:
    """A problem for each claim of a conflict that its assessment passes over."""
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        for key, assessment in subject.assessments.items() if subject else ():
            conflict = weighing.assessed(name, assessment)
            if conflict is None or (name, key) in weighing.public:
                continue  # a public assessment is checked without what is internal
            weighed = {key_of(claim, name) for claim in assessment.weighs}
            for missing in sorted(set(conflict.claims) - weighed):
                spot = ledger.spot(name).at("assessments", key, "weighs").of_key()
                message = f"{missing.claim} takes part in the conflict and is not weighed"
                yield Problem("unweighed-claim", message, spot, MEND)
