"""Proposals and what editors decided of them: what is new, what was put aside, what was idle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem, Severity
from factbook.diagnostics.spot import Spot
from factbook.facts.decisions import read_decisions
from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.evidence.lineage.proposal import Proposal
    from factbook.facts.decisions import Decision
    from factbook.facts.ledger import Ledger
    from factbook.reading.document import Document

MEND = "take the decision out, or correct the id that it names"


class Sorted(NamedTuple):
    """Proposals that wait for a decision; those of which the texts changed since it; the rest."""

    open: tuple[Proposal, ...]
    changed: tuple[Proposal, ...]
    decided: tuple[tuple[Proposal, Decision], ...]


def by_decision(found: Iterable[Proposal], decisions: Mapping[str, Decision]) -> Sorted:
    """Proposals apart by what was decided; one whose texts changed since waits again.

    A decision is known by whom it is about: ids of proposals change where these are renamed.
    """
    known = {(one.kind, frozenset(one.of)): one for one in decisions.values()}
    waiting, changed, decided = [], [], []
    for one in found:
        decision = known.get((one.kind, frozenset((one.one, one.other))))
        if decision is None:
            waiting.append(one)
        elif decision.texts == one.texts:
            decided.append((one, decision))
        else:
            changed.append(one)
    return Sorted(tuple(waiting), tuple(changed), tuple(decided))


def check_decisions(document: Document | None, ledger: Ledger) -> list[Problem]:
    """What is wrong with the file of decisions: its shape, and ids that the dossier does not know.

    The latter are warnings: an idle decision costs nobody more than a look.
    """
    decisions, problems = read_decisions(document)
    for name, decision in decisions.items() if document else ():
        for number, one in enumerate(decision.of):
            if document and not _is_known(one, ledger):
                spot = Spot(document.path, ("decisions", name, "of", number))
                message = f"this decision is about {one}, which is not there"
                problems.append(Problem("idle-decision", message, spot, MEND, Severity.WARNING))
    return problems


def _is_known(name: str, ledger: Ledger) -> bool:
    """Whether there is a source or statement of this name, a claim, or a citation of one."""
    claim, _, citation = name.partition("@")
    if "#" not in claim:
        return ledger.is_known(claim)
    found = ledger.claims.get(key_of(claim, ""))
    return found is not None and (not citation or citation < str(len(found.entry.cite)))
