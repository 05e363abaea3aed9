"""The stages, read from top to bottom: from the files of a dossier to problems and views.

Stages are verbs, what they hand on are nouns. Nothing here prints, writes or decides what is fatal:
that is for the doors.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factbook.checks import HOW_MANY, check_rule
from factbook.diagnostics.grading import graded
from factbook.diagnostics.problem import Problem
from factbook.dossier import Dossier
from factbook.evidence.beside import SUFFIX, read_beside
from factbook.evidence.lineage.decided import check_decisions
from factbook.evidence.standing import NO_EVIDENCE, Evidence, with_second
from factbook.facts.decoding import LINEAGE, decode
from factbook.facts.ledger import Ledger, index
from factbook.facts.vocabulary import read_vocabulary
from factbook.outputs.crew import divided, in_parallel, workers
from factbook.pages.home import OwnWords
from factbook.reading.collector import collector_resting
from factbook.reading.configuration import Section, read_section
from factbook.reading.document import parse_tree
from factbook.reading.handwritten import folder_of_pages, is_page, read_handwritten
from factbook.reading.kept import NOTHING_KEPT, Kept
from factbook.reading.memory import FROM_DISK, Reading
from factbook.reading.overlay import moved_to, overlay
from factbook.reading.packs import Packs
from factbook.reading.tree import Tree, read_locks
from factbook.rendering.copied import stale_templates
from factbook.rendering.proofread import proofread
from factbook.rendering.templates import environment
from factbook.renewal import renewal
from factbook.settings import Settings, read_settings
from factbook.weighing.weigh import Weighing, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.reading.document import Document
    from factbook.weighing.fingerprint import AssessmentKey

    Recorded = Mapping[tuple[str, str], str]
    Checked = dict[int, tuple[Problem, ...]]


MANY_CLAIMS = 5_000  # from so many on, checks are worth the fork


class Known(NamedTuple):
    """What is known before the facts are read.

    Problems so far; fingerprints of assessments in locks; those of a public root; known quotes.
    """

    problems: tuple[Problem, ...] = ()
    recorded: Recorded = MappingProxyType({})
    public: Mapping[AssessmentKey, str] = MappingProxyType({})
    evidence: Evidence = NO_EVIDENCE


def examine(  # noqa: PLR0913 - what was found out before, and how
    root: Path,
    second: Path | None = None,
    *,
    name: str = "",
    reading: Reading = FROM_DISK,
    past: Dossier | None = None,
    kept: Kept = NOTHING_KEPT,
) -> Dossier:
    """Everything up to the problems, for the dossier in the folder `root`.

    `second` is the folder of a second root that adds to it; the first must be sound without it.
    `name` is the file that configures the engine, where it is not the one found by itself. `past`
    is an earlier state of the dossier, for who keeps one and remembers its documents in `reading`.
    Of what is `kept` from earlier runs, and for later ones, nothing ever comes from the second.
    """
    with collector_resting():
        section = read_section(root, name)
        if isinstance(section, Problem):
            return examine_tree(Settings(), {}, {}, [section])
        past_first = past.first if past and second is not None else past
        packs = Packs(kept)
        made = _examined(root, section, packs.reading(reading), past_first)
        if second is not None:
            made = _extended(made, root, second, reading, past)
        packs.keep()
        return _proofread(made, root, section)


def _examined(root: Path, section: Section, reading: Reading, past: Dossier | None) -> Dossier:
    settings, problems = read_settings(section.options, section.route, section.document.path)
    tree, found = reading.folder(root, settings.facts)
    parsed, faulty = reading.parse(tree)
    stale = stale_templates(root / settings.templates, settings.templates)
    beside = read_beside(read_locks(root, settings.facts, SUFFIX), settings.facts)
    of_files = (*problems, *found, *stale, *beside.problems, *faulty)
    known = Known(of_files, beside.recorded, evidence=beside.evidence)
    configuration = {document.path: document for document in section.documents}
    made = examine_documents(settings, parsed, list(tree), configuration, known, past=past)
    sources = {path: document.text.encode() for path, document in configuration.items()}
    words = OwnWords(section.site_name, section.site_description)
    return replace(made, own=words, tree={**tree, **sources}, locks=beside.locks)


def _proofread(made: Dossier, root: Path, section: Section) -> Dossier:
    """A dossier with its hand-written pages, and what is wrong with them and the navigation."""
    written = read_handwritten(root, folder_of_pages(section), is_page(section))
    templates = environment(root / made.settings.templates)
    found = made.graded(proofread(written, section, made.ledger, made.weighing, templates))
    problems = tuple(dict.fromkeys([*made.problems, *found]))
    return replace(made, tree={**made.tree, **written.pages}, problems=problems)


def _extended(
    first: Dossier, root: Path, second: Path, reading: Reading, past: Dossier | None
) -> Dossier:
    """A dossier with what a second root adds to it; `past` is an earlier state of both."""
    settings = first.settings
    before = past.documents if past else {}
    files, problems = reading.folder(second, settings.facts)
    parsed, found = reading.parse(files)
    away = Path(os.path.relpath(second, root)).as_posix()
    beside = read_beside(read_locks(second, settings.facts, SUFFIX), settings.facts)
    moved = [
        replace(one, spot=one.spot._replace(path=f"{away}/{one.spot.path}"))
        for one in (*problems, *found, *beside.problems)
    ]
    above = {path: moved_to(f"{away}/{path}", one, before) for path, one in parsed.items()}
    own = {path: one for path, one in first.documents.items() if path in first.tree}
    below = {path: one for path, one in own.items() if path.startswith(f"{settings.facts}/")}
    documents, changes = overlay(below, above, before)
    configuration = {path: one for path, one in own.items() if path not in below}
    facts = (path for path in first.tree if path not in configuration)
    known = Known(
        (*moved, *changes),
        {**first.weighing.recorded, **beside.recorded},
        first.weighing.fingerprints,
        with_second(first.evidence, beside.evidence),
    )
    paths = list(dict.fromkeys([*facts, *files]))
    made = examine_documents(settings, documents, paths, configuration, known, past=past)
    tree = {**first.tree, **{f"{away}/{path}": content for path, content in files.items()}}
    locks = {**first.locks, **{f"{away}/{path}": one for path, one in beside.locks.items()}}
    shown = {**made.documents, **{one.path: one for one in above.values()}}
    both = tuple(dict.fromkeys([*first.problems, *made.problems]))
    made = replace(made, own=first.own, problems=both, documents=shown, first=first)
    return replace(made, tree=tree, locks=locks)


def examine_tree(
    settings: Settings,
    tree: Tree,
    configuration: Mapping[str, Document] = MappingProxyType({}),
    earlier: Iterable[Problem] = (),
    locks: Tree = MappingProxyType({}),
) -> Dossier:
    """Everything up to the problems, for fact files from wherever a tree may come.

    `configuration` is what problems of settings point into, `earlier` are problems found so far;
    `locks` lie beside the files.
    """
    parsed, found = parse_tree(tree)
    beside = read_beside(locks, settings.facts)
    known = Known((*earlier, *beside.problems, *found), beside.recorded, evidence=beside.evidence)
    made = examine_documents(settings, parsed, list(tree), configuration, known)
    sources = {path: document.text.encode() for path, document in configuration.items()}
    return replace(made, tree={**tree, **sources}, locks=locks)


def examine_documents(  # noqa: PLR0913 - what was found out before, and how
    settings: Settings,
    parsed: Mapping[str, Document],
    paths: list[str],
    configuration: Mapping[str, Document],
    known: Known,
    *,
    past: Dossier | None = None,
) -> Dossier:
    """Everything after parsing; `paths` are all files, those included that could not be parsed.

    `past` is an earlier state of the dossier: what nothing has reached since, is taken from there.
    """
    problems = list(known.problems)
    since = renewal(past, settings, parsed) if len(parsed) == len(paths) else None
    own = settings.vocabulary
    vocabulary, found = read_vocabulary(parsed.get(own), is_there=own in paths)
    problems += found
    subjects, found = decode(
        parsed, settings.facts, paths, vocabulary, since.subjects if since else None
    )
    problems += found
    if since and not since.reached <= subjects.records.keys():
        since = None  # an edited file lost its record, as one without a title does
    ledger = index(subjects, vocabulary, own, since.claims if since else {})
    weighing = weigh(ledger, known.recorded, known.public, since.weighed if since else None)
    checked = since.checked(ledger, weighing, known.evidence) if since else None
    checked = checked or _checked(ledger, weighing, known.evidence)
    of_rules = [problem for rule in range(HOW_MANY) for problem in checked[rule]]
    problems += check_decisions(parsed.get(f"{settings.facts}/{LINEAGE}"), ledger)
    every = tuple(graded([*problems, *of_rules], settings.severity))
    made = Dossier(settings, {}, {**parsed, **configuration}, ledger, weighing, every, checked)
    return replace(made, evidence=known.evidence)


def _checked(ledger: Ledger, weighing: Weighing, evidence: Evidence) -> Checked:
    """What each rule finds, by its number; in a large ledger, several look side by side."""

    def look(rules: Iterable[int]) -> list[tuple[int, tuple[Problem, ...]]]:
        return [(rule, tuple(check_rule(rule, ledger, weighing, evidence))) for rule in rules]

    crew = workers() if len(ledger.claims) >= MANY_CLAIMS else 1
    found = in_parallel(divided(range(HOW_MANY), crew), look)
    return {rule: problems for share in found for rule, problems in share}
