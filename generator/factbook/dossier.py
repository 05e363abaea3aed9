"""A dossier that has been read, weighed and checked, and what can be made of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from factbook.diagnostics.grading import graded
from factbook.diagnostics.problem import Severity
from factbook.evidence.at_hand import at_hand
from factbook.evidence.quotes import verify
from factbook.evidence.standing import NO_EVIDENCE, Evidence
from factbook.outputs.briefing import set_briefing
from factbook.outputs.drawing import draw_all
from factbook.pages.addresses import Addresses
from factbook.pages.briefing import briefing
from factbook.pages.compose import Site, plans
from factbook.pages.home import NO_WORDS, OwnWords
from factbook.pages.links import Desk
from factbook.reading.document import located
from factbook.rendering.briefing import briefing_data, briefing_fonts, briefing_template
from factbook.rendering.page import Waiting, draw_page
from factbook.rendering.templates import compile_own, environment
from factbook.review.changes import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from jinja2 import Environment

    from factbook.diagnostics.problem import Problem
    from factbook.diagnostics.spot import Located, Spot
    from factbook.facts.ledger import Ledger
    from factbook.pages.compose import Plan
    from factbook.pages.watched import WatchedDossier
    from factbook.reading.document import Document
    from factbook.reading.tree import Tree
    from factbook.rendering.page import Drawn
    from factbook.settings import Settings
    from factbook.weighing.fingerprint import AssessmentKey
    from factbook.weighing.weigh import Weighing


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier that has been read, weighed and checked."""

    settings: Settings
    tree: Tree
    documents: Mapping[str, Document]
    ledger: Ledger
    weighing: Weighing
    problems: tuple[Problem, ...]
    checked: Mapping[int, tuple[Problem, ...]] = field(default_factory=dict)  # by number of rule
    own: OwnWords = NO_WORDS
    first: Dossier | None = None  # the first root alone, where a second adds to it
    evidence: Evidence = NO_EVIDENCE
    locks: Tree = field(default_factory=dict)  # beside the files, by path

    def located(self, problems: Iterable[Problem]) -> list[tuple[Problem, Located]]:
        """Problems with the lines they stand on, in the order of the files."""
        return located(list(problems), self.documents, {**self.tree, **self.locks})

    def graded(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems with the severities this dossier has chosen; those of `self` have them."""
        return graded(problems, self.settings.severity)

    def drawn(self, root: Path, addresses: Addresses) -> tuple[list[Drawn], list[Problem]]:
        """Every page of the dossier with its body drawn, and the problems of its templates."""
        pages, problems = draw_all(self._planned(self._desk(addresses)), self._templates(root))
        return pages, self.graded(problems)

    def waiting(
        self, root: Path, addresses: Addresses, watched: WatchedDossier | None = None
    ) -> tuple[list[Waiting], list[Problem]]:
        """Every page of the dossier, to be drawn when it is asked for, and faulty templates.

        From a `watched` dossier pages are composed for who wants to know what each rests on.
        """
        templates = self._templates(root)
        problems = compile_own(templates, root / self.settings.templates)

        def draw(plan: Plan) -> Drawn | Problem:
            return draw_page(plan.compose(), templates)

        if watched is None:
            desk = self._desk(addresses)
        else:
            of = watched.ledger, watched.weighing, addresses, "", watched.evidence
            desk = Desk(*of, watch=watched.watch)
        return [Waiting(plan, draw) for plan in self._planned(desk)], self.graded(problems)

    def _planned(self, desk: Desk) -> list[Plan]:
        return list(plans(Site(desk, self.settings.severity, self.own)))

    def _desk(self, addresses: Addresses) -> Desk:
        return Desk(self.ledger, self.weighing, addresses, "", self.evidence)

    def _templates(self, root: Path) -> Environment:
        return environment(root / self.settings.templates)

    def verified(self, root: Path) -> Dossier:
        """The same, with every quote looked up in the snapshots that are at hand, if any are.

        What is wrong with quotes is wrong with the dossier then, but for what only warns.
        """
        store, problems = at_hand(root, self.settings.snapshots)
        if store is None:
            return self
        found = verify(self.ledger, store, self.evidence, again=True)
        faults = [
            one
            for one in self.graded([*problems, *found.problems])
            if one.severity is Severity.ERROR
        ]
        evidence = Evidence(self.evidence.locks, found.lines)
        return replace(self, evidence=evidence, problems=(*self.problems, *faults))

    @property
    def facts_digest(self) -> bytes:
        """A digest of everything that is written in the folder of the facts."""
        digest = blake2b(digest_size=16)
        for path, content in sorted({**self.tree, **self.locks}.items()):
            if path.startswith(f"{self.settings.facts}/"):
                digest.update(f"{path} {len(content)}\n".encode("utf-8", "surrogateescape"))
                digest.update(content)
        return digest.digest()

    @property
    def state(self) -> State:
        """What a review compares."""
        return State(self.ledger, self.weighing, self.evidence)

    def file_of_assessment(self, key: AssessmentKey) -> str:
        """The path of the file that holds an assessment: of either root, where there are two."""
        spot = self.ledger.spot(key.subject).at("assessments", key.key)
        return self.documents[spot.path].source(spot)[1].path

    def line(self, spot: Spot) -> int:
        """The line a spot stands on."""
        document = self.documents.get(spot.path)
        return document.locate(spot).line if document else 1

    def briefing(self, names: Sequence[str], day: date, root: Path) -> bytes | Problem:
        """The PDF of a briefing on records that exist, dated `day`."""
        view = briefing(names, self._desk(Addresses()), self.own.title or "Factbook", day)
        template = briefing_template(root / self.settings.templates)
        return set_briefing(briefing_data(view), template, briefing_fonts())
