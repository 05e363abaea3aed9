"""The stages, read from top to bottom: from the files of a dossier to problems and views.

Stages are verbs, what they hand on are nouns. Nothing here prints, writes or decides what is fatal:
that is for the doors.
"""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factbook.checks import check
from factbook.diagnostics.grading import graded
from factbook.diagnostics.problem import Problem
from factbook.evidence.locks import SUFFIX, read_recorded
from factbook.facts.decoding import decode
from factbook.facts.ledger import Ledger, index
from factbook.facts.vocabulary import read_vocabulary
from factbook.outputs.briefing import set_briefing
from factbook.pages.addresses import Addresses
from factbook.pages.briefing import briefing
from factbook.pages.compose import compose
from factbook.pages.links import Desk
from factbook.pages.review import Review, review
from factbook.reading.configuration import CONFIGURATION, read_section, section_of
from factbook.reading.document import located, parse_tree
from factbook.reading.git import read_revision
from factbook.reading.overlay import overlay
from factbook.reading.tree import Tree, is_fact_file, read_folder, read_locks
from factbook.rendering.briefing import briefing_data, briefing_fonts, briefing_template
from factbook.rendering.copied import stale_templates
from factbook.rendering.page import Drawn, draw_page
from factbook.rendering.templates import environment
from factbook.review.changes import State, changes
from factbook.settings import Settings, read_settings
from factbook.weighing.weigh import Weighing, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from factbook.diagnostics.spot import Located, Spot
    from factbook.reading.document import Document
    from factbook.review.change import Change
    from factbook.weighing.fingerprint import AssessmentKey

    Recorded = Mapping[tuple[str, str], str]


class Known(NamedTuple):
    """What is known before the facts are read.

    Problems found so far; the fingerprints of assessments that locks hold; and those of a public
    first root, which what a second adds does not touch.
    """

    problems: tuple[Problem, ...] = ()
    recorded: Recorded = MappingProxyType({})
    public: Mapping[AssessmentKey, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier that has been read, weighed and checked."""

    settings: Settings
    tree: Tree
    documents: Mapping[str, Document]
    ledger: Ledger
    weighing: Weighing
    problems: tuple[Problem, ...]
    title: str = ""

    def located(self, problems: Iterable[Problem]) -> list[tuple[Problem, Located]]:
        """Problems with the lines they stand on, in the order of the files."""
        return located(list(problems), self.documents, self.tree)

    def graded(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems with the severities this dossier has chosen; those of `self` have them."""
        return graded(problems, self.settings.severity)

    def drawn(self, root: Path, addresses: Addresses) -> tuple[list[Drawn], list[Problem]]:
        """Every page of the dossier with its body drawn, and the problems of its templates."""
        templates = environment(root / self.settings.templates)
        views = compose(self.ledger, self.weighing, addresses, self.settings.severity)
        drawn = [draw_page(view, templates) for view in views]
        pages = [page for page in drawn if isinstance(page, Drawn)]
        problems = [page for page in drawn if isinstance(page, Problem)]
        return pages, self.graded(dict.fromkeys(problems))

    @property
    def state(self) -> State:
        """What a review compares."""
        return State(self.ledger, self.weighing)

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
        desk = Desk(self.ledger, self.weighing, Addresses(), "")
        view = briefing(names, desk, self.title or "Factbook", day)
        template = briefing_template(root / self.settings.templates)
        return set_briefing(briefing_data(view), template, briefing_fonts())


def examine(root: Path, second: Path | None = None) -> Dossier:
    """Everything up to the problems, for the dossier in the folder `root`.

    `second` is the folder of a second root that adds to it; the first must be sound without it.
    """
    section = read_section(root)
    if isinstance(section, Problem):
        return examine_tree(Settings(), {}, {}, [section])
    settings, problems = read_settings(section.options, section.route)
    tree, found = read_folder(root, settings.facts)
    documents = {section.document.path: section.document}
    stale = stale_templates(root / settings.templates, settings.templates)
    recorded, broken = read_recorded(read_locks(root, settings.facts, SUFFIX))
    earlier = [*problems, *found, *stale, *broken]
    made = examine_tree(settings, tree, documents, earlier, recorded)
    made = replace(made, title=section.site_name)
    return made if second is None else _extended(made, root, second)


def _extended(first: Dossier, root: Path, second: Path) -> Dossier:
    """A dossier with what a second root adds to it."""
    settings = first.settings
    files, problems = read_folder(second, settings.facts)
    parsed, found = parse_tree(files)
    away = Path(os.path.relpath(second, root)).as_posix()
    moved = [
        replace(one, spot=one.spot._replace(path=f"{away}/{one.spot.path}"))
        for one in (*problems, *found)
    ]
    above = {path: replace(one, path=f"{away}/{path}") for path, one in parsed.items()}
    own = {path: one for path, one in first.documents.items() if path in first.tree}
    below = {path: one for path, one in own.items() if path.startswith(f"{settings.facts}/")}
    documents, changes = overlay(below, above)
    locks, broken = read_recorded(read_locks(second, settings.facts, SUFFIX))
    configuration = {path: one for path, one in own.items() if path not in below}
    paths = [*first.tree, *files]
    known = Known(
        (*moved, *changes, *broken),
        {**first.weighing.recorded, **locks},
        first.weighing.fingerprints,
    )
    made = examine_documents(settings, documents, paths, configuration, known)
    tree = {**first.tree, **{f"{away}/{path}": content for path, content in files.items()}}
    both = dict.fromkeys([*first.problems, *made.problems])
    shown = {**made.documents, **{one.path: one for one in above.values()}}
    return replace(made, title=first.title, tree=tree, problems=tuple(both), documents=shown)


def examine_revision(root: Path, commit: str) -> Dossier:
    """Everything up to the problems, for a commit; raises GitError where git cannot read it.

    A commit from before the dossier was begun is a dossier without facts.
    """

    def read(name: str) -> bytes | None:
        return read_revision(root, commit, name).get(name)

    configuration = read(CONFIGURATION)
    section = section_of(configuration, read) if configuration is not None else None
    if section is None or isinstance(section, Problem):
        return examine_tree(Settings(), {}, {}, [section] if section else [])
    settings, problems = read_settings(section.options, section.route)
    files = read_revision(root, commit, settings.facts)
    tree = {path: content for path, content in files.items() if is_fact_file(path)}
    return examine_tree(settings, tree, {CONFIGURATION: section.document}, problems)


def examine_tree(
    settings: Settings,
    tree: Tree,
    configuration: Mapping[str, Document] = MappingProxyType({}),
    earlier: Iterable[Problem] = (),
    recorded: Recorded = MappingProxyType({}),
) -> Dossier:
    """Everything up to the problems, for fact files from wherever a tree may come.

    `configuration` is what problems of settings point into, `earlier` are problems found so far;
    `recorded` are the fingerprints that locks hold.
    """
    with _collector_resting():
        parsed, found = parse_tree(tree)
    problems = [*earlier, *found]
    known = Known(tuple(problems), recorded)
    made = examine_documents(settings, parsed, list(tree), configuration, known)
    sources = {path: document.text.encode() for path, document in configuration.items()}
    return replace(made, tree={**tree, **sources})


def examine_documents(
    settings: Settings,
    parsed: Mapping[str, Document],
    paths: list[str],
    configuration: Mapping[str, Document],
    known: Known,
) -> Dossier:
    """Everything after parsing; `paths` are all files, those included that could not be parsed."""
    problems = list(known.problems)
    own = settings.vocabulary
    with _collector_resting():
        vocabulary, found = read_vocabulary(parsed.get(own), is_there=own in paths)
        problems += found
        subjects, found = decode(parsed, settings.facts, paths, vocabulary)
        problems += found
        ledger = index(subjects, vocabulary, own)
        weighing = weigh(ledger, known.recorded, known.public)
    problems = graded([*problems, *check(ledger, weighing)], settings.severity)
    documents = {**parsed, **configuration}
    return Dossier(settings, {}, documents, ledger, weighing, tuple(problems))


def compare(old: Dossier, new: Dossier, base: str, head: str) -> Review:
    """What changed in the facts from one state of a dossier to another, named `base` and `head`."""

    def line_of(change: Change) -> int:
        return (old if change.gone else new).line(change.spot)

    found = changes(old.state, new.state)
    return review(old.state, new.state, base, head, found, line_of)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Loading makes many objects and no garbage: the cyclic collector costs five times the work."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
