"""A judgement of the editors that no page shows.

What it finds: an assessment of a conflict that is not there, or of an attribute on which nobody
disagrees; and a note under `conflicts` on an attribute on which no conflict was found.
Why it matters: it stands on the card of its conflict; without one, readers never see the conclusion
that the editors believe to have published.
How to mend: correct the name; or take it out, and say in the summary what the claims agree on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.weighing.weigh import Weighing

MEND = "correct the name, or take it out"


def check(ledger: Ledger, weighing: Weighing) -> Iterator[Problem]:
    """A warning for each assessment and each note without a conflict."""
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        if subject is None:
            continue
        for key, assessment in subject.assessments.items():
            named = assessment.conflict or assessment.attribute
            if named and weighing.assessed(name, assessment) is None:
                spot = ledger.spot(name).at("assessments", key).of_key()
                message = f"there is no conflict on {named}, so that no page shows this assessment"
                yield Problem("idle-judgement", message, spot, MEND, Severity.WARNING)
        for key in subject.conflicts:
            is_note = key in ledger.vocabulary.attributes
            if is_note and f"{name}.{ledger.vocabulary.root(key)}" not in weighing.conflicts:
                spot = ledger.spot(name).at("conflicts", key).of_key()
                message = f"there is no conflict on {key}, so that no page shows this note"
                yield Problem("idle-judgement", message, spot, MEND, Severity.WARNING)
