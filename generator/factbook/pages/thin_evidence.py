"""Tasks about evidence: open conflicts, and claims that rest on little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.conflict import conflict_view
from factbook.pages.position import with_denial
from factbook.pages.task import Task
from factbook.pages.wording import claim_in_words, counted
from factbook.weighing.position import is_weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.facts.ledger import Claim, Ledger
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import Conflict, Weighed

WEIGHTY = 3  # the weight from which an attribute is shown at a glance
URGENCY_OF_CONFLICT = {"high": 100, "moderate": 70, "low": 40}
LESS_WHEN_NOTED = 20  # for a conflict of which the editors say why it is open
URGENCY_OF_WEIGHT = {3: 60, 2: 30, 1: 15}  # of thin evidence on an attribute of this weight


def open_conflicts(desk: Desk) -> Iterator[Task]:
    """Conflicts that the editors have neither assessed nor explained."""
    for conflict in desk.weighing.conflicts.values():
        noted = conflict.noted
        if conflict.assessment or (noted and noted.explained):
            continue
        view = conflict_view(conflict, desk)
        reason = noted.open_because if noted else ""
        yield Task(
            urgency=URGENCY_OF_CONFLICT[view.severity] - (LESS_WHEN_NOTED if reason else 0),
            kind="open conflict",
            what=f"{view.question} {view.split}".strip(),
            where=_first_in(conflict, desk.ledger),
            help=f"open because: {reason}"
            if reason
            else "find a source that settles it, or add an assessment, or say why it stays open",
        )


def single_paraphrases(desk: Desk) -> Iterator[Task]:
    """Claims of a speaker that rest on one document, which gives them in its own words."""
    for claim in desk.ledger.claims.values():
        cite = claim.entry.cite
        if is_weighed(claim) and len(cite) == 1 and cite[0].rendering == "paraphrase":
            yield Task(
                urgency=_urgency(claim, desk.ledger) - 5,
                kind="one paraphrase only",
                what=f"{claim_in_words(claim, desk.ledger)}: only as one document puts it",
                where=desk.ledger.claim_spot(claim.key),
                help="find the words themselves, or a second document that gives them",
            )


def own_voice_only(desk: Desk) -> Iterator[Task]:
    """Positions on weighty attributes that rest on documents alone, with no origin behind them."""
    for (subject, _), family in desk.weighing.families.items():
        for one in family:
            attribute = desk.ledger.vocabulary.attributes[one.position.attribute]
            if attribute.weight >= WEIGHTY and one.origins.own_voice and not one.origins.high:
                yield Task(
                    urgency=45,
                    kind="no origin named",
                    what=_position(subject, attribute.label, one, desk),
                    where=desk.ledger.claim_spot(one.position.claims[0].key),
                    help="find out who told the document, or whether it saw that itself (`basis`)",
                )


def hedged_claims(desk: Desk) -> Iterator[Task]:
    """Claims that are shown and not weighed because the speaker doubts them."""
    for claim in desk.ledger.claims.values():
        if claim.entry.hedge and claim.entry.stands:
            yield Task(
                urgency=_urgency(claim, desk.ledger) // 2,
                kind="said with doubt",
                what=f"{claim_in_words(claim, desk.ledger)}: “{claim.entry.hedge}”",
                where=desk.ledger.claim_spot(claim.key),
                help="find out whether somebody says so without doubt",
            )


def _first_in(conflict: Conflict, ledger: Ledger) -> Spot:
    """The first claim that disagrees with another."""
    first = conflict.positions[conflict.contested[0]].position
    return ledger.claim_spot(first.claims[0].key)


def _urgency(claim: Claim, ledger: Ledger) -> int:
    attribute = ledger.vocabulary.attributes.get(claim.entry.attribute)
    return URGENCY_OF_WEIGHT[attribute.weight if attribute else 1]


def _position(subject: str, label: str, weighed: Weighed, desk: Desk) -> str:
    value = with_denial(weighed.position, desk.ledger)
    documents = counted(weighed.origins.own_voice, "document")
    return f"{desk.ledger.title(subject)}, {label}: {value}, on the word of {documents}"
