"""The evidence has changed since an assessment was made.

What it finds: an assessment whose claims have another value, act, scope or other origins than when
`factbook assess` recorded them, or were taken back since; and one that was never recorded.
Why it matters: a conclusion binds the editors to the evidence of its day; readers must not take it
for one on the evidence of today.
How to mend: look at the evidence again; mend or renew the assessment with a new date, and let
`factbook assess SUBJECT` record what it rests on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.weighing.weigh import Weighing


def check(ledger: Ledger, weighing: Weighing) -> Iterator[Problem]:
    """A warning for each assessment that is not recorded as it stands."""
    for subject, key in weighing.fingerprints:
        spot = ledger.spot(subject).at("assessments", key).of_key()
        if weighing.has_changed(subject, key):
            message = f"the evidence has changed since the assessment {key}"
            mend = f"look at it again, then run `factbook assess {subject}`"
            yield Problem("evidence-changed", message, spot, mend, Severity.WARNING)
        elif not weighing.is_recorded(subject, key):
            message = f"what the assessment {key} rests on is not recorded"
            mend = "run `factbook assess`"
            yield Problem("evidence-changed", message, spot, mend, Severity.WARNING)
