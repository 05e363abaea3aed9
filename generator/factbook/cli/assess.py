"""`factbook assess`: record what the editors' assessments rest on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factbook.cli.console import FAILED, console, fail, root_option, with_option
from factbook.cli.opened import opened
from factbook.cli.writing import write_together
from factbook.diagnostics.problem import did_you_mean
from factbook.evidence.locks import lock_of, lock_text
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.dossier import Dossier
    from factbook.weighing.fingerprint import AssessmentKey


@click.command()
@click.argument("subjects", nargs=-1, metavar="[SUBJECT]...")
@root_option
@with_option
def assess(subjects: tuple[str, ...], root: Path, second: Path | None) -> None:
    """Record what assessments rest on, so that readers learn when the evidence has changed.

    Records the new assessments of all subjects. One whose evidence has changed since is renewed
    only where its SUBJECT is named: whoever names it has looked at the evidence again.
    """
    dossier = opened(root, second, strict=True)
    known = {key.subject for key in dossier.weighing.fingerprints}
    for subject in subjects:
        if subject not in known:
            hint = did_you_mean(subject, known, "no subject of that id is assessed")
            fail(f"there is no assessment of {subject}: {hint}")
    waiting = _to_write(dossier, subjects)
    texts = _locks(dossier, waiting)
    try:
        write_together(root, texts)
    except OSError as error:
        fail(f"nothing was written: {error.filename}: {error.strerror}")
    out = console()
    for key in waiting:
        out.print(f"{key.subject} {key.key} recorded")
    changed = [one for one in dossier.weighing.fingerprints if _is_stale(one, dossier, waiting)]
    for key in changed:
        out.print(f"{key.subject} {key.key}: the evidence has changed since; name it to renew it")
    out.print(f"{counted(len(waiting), 'assessment')} recorded")
    if changed:
        sys.exit(FAILED)


def _to_write(dossier: Dossier, subjects: tuple[str, ...]) -> list[AssessmentKey]:
    """Assessments that are not recorded as they stand, and may be."""
    weighing = dossier.weighing
    return [
        key
        for key, found in weighing.fingerprints.items()
        if weighing.recorded.get(key) != found
        and (key.subject in subjects or not weighing.is_recorded(*key))
        and (not subjects or key.subject in subjects)
    ]


def _is_stale(key: AssessmentKey, dossier: Dossier, waiting: list[AssessmentKey]) -> bool:
    return dossier.weighing.has_changed(*key) and key not in waiting


def _locks(dossier: Dossier, waiting: list[AssessmentKey]) -> dict[str, bytes]:
    """The locks to write: path -> text; an assessment's lies beside the file that holds it."""
    weighing = dossier.weighing
    files = {key: lock_of(dossier.file_of_assessment(key)) for key in weighing.fingerprints}
    texts = {}
    for path in dict.fromkeys(files[key] for key in waiting):
        lines = {
            key.key: weighing.fingerprints[key] if key in waiting else weighing.recorded[key]
            for key, file in files.items()
            if file == path and (key in waiting or weighing.is_recorded(*key))
        }
        texts[path] = lock_text(lines)
    return texts
