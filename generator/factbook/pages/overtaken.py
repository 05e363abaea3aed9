"""Assessments that evidence has overtaken: what they weighed is no longer what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.prose import key_of
from factbook.pages.task import Task
from factbook.pages.wording import counted
from factbook.weighing.position import is_weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.judgements import Assessment
    from factbook.pages.links import Desk

URGENCY = 80


def overtaken_assessments(desk: Desk) -> Iterator[Task]:
    """Assessments that rest on a claim which was taken back, or leave out a newer one."""
    ledger = desk.ledger
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        for key, assessment in subject.assessments.items() if subject else ():
            weighed = {key_of(claim, name) for claim in assessment.weighs}
            gone = [
                claim
                for claim in weighed
                if claim in ledger.claims and not ledger.claims[claim].entry.stands
            ]
            left_out = _claims_on(name, assessment, desk) - weighed
            has_changed = desk.weighing.has_changed(name, key)
            if gone or left_out or has_changed:
                parts = [f"{counted(len(gone), 'claim')} taken back" if gone else ""]
                parts += [f"{counted(len(left_out), 'claim')} not weighed" if left_out else ""]
                parts += ["the evidence has changed since" if has_changed else ""]
                yield Task(
                    urgency=URGENCY,
                    kind="assessment",
                    what=f"{key} of {ledger.title(name)}: {', '.join(filter(None, parts))}",
                    where=ledger.spot(name).at("assessments", key),
                    help=f"weigh the evidence again, then `factbook assess {name}`",
                )


def _claims_on(name: str, assessment: Assessment, desk: Desk) -> set[tuple[str, str]]:
    """All claims that are weighed on the attribute of an assessment."""
    return {
        claim.key
        for claim in desk.ledger.of_subject.get(name, ())
        if claim.entry.attribute == assessment.attribute and is_weighed(claim)
    }
