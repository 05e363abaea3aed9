"""What an edit reaches: so that a dossier which is kept open is not weighed and checked anew.

Nearly every edit is to what one incident says. Of other subjects it reaches those that name the
incident's claims, those that name these, and so on; what nothing reaches, stays. An edit to
anything else, a file that is new, gone or broken, other words or settings: all of it is done again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factbook.checks import (
    ALL_RULES,
    HOW_MANY,
    ambiguous_name,
    check_rule,
    circular_hierarchy,
    evidence_changed,
    id_taken,
    ids_alike,
    label_as_organisation,
    stale_quote,
    too_many_named,
    unknown_word,
    unreached_subject,
    unverified_quote,
)
from factbook.facts.focus import focused
from factbook.weighing.weigh import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier
    from factbook.evidence.standing import Evidence
    from factbook.facts.decoding import ClaimKey, Subjects
    from factbook.facts.ledger import Claim, Ledger
    from factbook.reading.document import Document
    from factbook.settings import Settings
    from factbook.weighing.weigh import Weighing

    Checked = Mapping[int, tuple[Problem, ...]]  # what each rule found, by its number

# rules that look at one file and what it names; all others look from file to file
_ACROSS = (
    ambiguous_name,
    circular_hierarchy,
    evidence_changed,
    id_taken,
    ids_alike,
    label_as_organisation,
    stale_quote,
    too_many_named,
    unknown_word,
    unreached_subject,
    unverified_quote,
)
FILE_BY_FILE = frozenset(number for number, rule in enumerate(ALL_RULES) if rule not in _ACROSS)


class Renewal(NamedTuple):
    """An earlier state of a dossier, and the ids of the incidents and others that edits reach."""

    past: Dossier
    reached: frozenset[str]

    @property
    def subjects(self) -> Subjects:
        """Subjects that are as they were: of sound files, none of which has changed."""
        known = self.past.ledger.subjects
        faulty = {problem.spot.path for problem in self.past.problems}
        documents = self.past.documents  # one of a second root knows another path than its own
        paths = {
            name: path
            for name, path in known.paths.items()
            if name not in self.reached and faulty.isdisjoint({path, documents[path].path})
        }
        return replace(known, paths=paths)

    @property
    def claims(self) -> dict[ClaimKey, Claim]:
        """Claims that are as they were."""
        records, claims = self.past.ledger.subjects.records, self.past.ledger.claims
        unreached = (name for name in records if name not in self.reached)
        return {
            claim.key: claims[claim.key]
            for name in unreached
            for claim in self.past.ledger.of_subject.get(name, ())
        }

    @property
    def weighed(self) -> Kept:
        """What stays of the weighing."""
        records = self.past.ledger.subjects.records
        return Kept(self.past.weighing, records.keys() - self.reached)

    def checked(self, ledger: Ledger, weighing: Weighing, evidence: Evidence) -> Checked | None:
        """What each rule finds now; None where that must be found out from the start.

        So it must where a reached file is at fault: what a rule then says can depend on others.
        """
        close = focused(ledger, self.reached)
        paths = {ledger.subjects.paths[name] for name in self.reached}
        found: dict[int, tuple[Problem, ...]] = {}
        for rule in range(HOW_MANY):
            if rule not in FILE_BY_FILE:
                found[rule] = tuple(check_rule(rule, ledger, weighing, evidence))
            elif any(one.spot.path in paths for one in check_rule(rule, close, weighing, evidence)):
                return None
            else:
                old = self.past.checked[rule]
                found[rule] = tuple(one for one in old if one.spot.path not in paths)
        return found


def renewal(
    past: Dossier | None, settings: Settings, documents: Mapping[str, Document]
) -> Renewal | None:
    """What edits since `past` reach, if they can be followed; `documents` are those of now.

    A document that has not changed must be the very same object.
    """
    if past is None or settings != past.settings or not past.checked:
        return None
    before = {path: past.documents.get(path) for path in documents}
    gone = past.ledger.subjects.paths.values() - documents.keys()
    changed = {path for path, document in documents.items() if before[path] is not document}
    folder = f"{settings.facts}/incidents/"
    known = {path: name for name, path in past.ledger.subjects.paths.items()}
    if gone or not all(path.startswith(folder) and path in known for path in changed):
        return None
    reached = _reached({known[path] for path in changed}, documents, known)
    return Renewal(past, reached)


def _reached(
    names: set[str], documents: Mapping[str, Document], known: Mapping[str, str]
) -> frozenset[str]:
    """Some subjects, and all that name claims of theirs, and all that name claims of these."""
    reached: set[str] = set()
    waiting: Iterable[str] = names
    while waiting:
        reached |= set(waiting)
        words = [f"{name}#".encode() for name in waiting]
        waiting = [
            known[path]
            for path, document in documents.items()
            if path in known and known[path] not in reached and document.mentions(words)
        ]
    return frozenset(reached)
