"""A dossier as a commit has it, and what changed in it from one state to another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.evidence.standing import read_evidence
from factbook.pages.review import Review, review
from factbook.pipeline import examine_tree
from factbook.reading.collector import collector_resting
from factbook.reading.configuration import section_in
from factbook.reading.git import read_revision
from factbook.reading.tree import is_fact_file
from factbook.review.changes import changes
from factbook.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.dossier import Dossier
    from factbook.review.change import Change


def examine_revision(root: Path, commit: str) -> Dossier:
    """Everything up to the problems, for a commit; raises GitError where git cannot read it.

    A commit from before the dossier was begun is a dossier without facts.
    """
    with collector_resting():
        return _examined_revision(root, commit)


def _examined_revision(root: Path, commit: str) -> Dossier:
    def read(name: str) -> bytes | None:
        return read_revision(root, commit, name).get(name)

    section = section_in(read)
    if section is None or isinstance(section, Problem):
        return examine_tree(Settings(), {}, {}, [section] if section else [])
    settings, problems = read_settings(section.options, section.route, section.document.path)
    files = read_revision(root, commit, settings.facts)
    tree = {path: content for path, content in files.items() if is_fact_file(path)}
    dossier = examine_tree(settings, tree, {section.document.path: section.document}, problems)
    return replace(dossier, evidence=read_evidence(files, settings.facts)[0])  # faults aside


def compare(old: Dossier, new: Dossier, base: str, head: str) -> Review:
    """What changed in the facts from one state of a dossier to another, named `base` and `head`."""

    def line_of(change: Change) -> int:
        return (old if change.gone else new).line(change.spot)

    return review(old.state, new.state, base, head, changes(old.state, new.state), line_of)
