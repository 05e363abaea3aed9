"""`factbook rename`: another id, everywhere at once."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from factbook.cli.console import (
    console,
    fail,
    report,
    root_option,
    stop_on_errors,
    stop_outside,
)
from factbook.cli.writing import write_together
from factbook.diagnostics.problem import Problem, is_fatal
from factbook.editing.rename import (
    Edits,
    rename_in_facts,
    rename_in_navigation,
    rename_in_pages,
    renaming_of,
)
from factbook.evidence.locks import lock_of, lock_text
from factbook.pages.wording import counted
from factbook.pipeline import examine, examine_tree
from factbook.reading.configuration import read_section
from factbook.reading.handwritten import folder_of_pages, read_handwritten

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.dossier import Dossier
    from factbook.editing.references import Renaming


@click.command()
@click.argument("old")
@click.argument("new")
@root_option
def rename(old: str, new: str, root: Path) -> None:
    """Rename the subject or source OLD to NEW: its file, and all that names it.

    OLD and NEW can be claims too: SUBJECT#CLAIM. The earlier name is kept as `moved_from`. A second
    root is not touched: `factbook check --with` lists what still has the earlier name there.
    """
    stop_outside(root)
    dossier = examine(root)
    if is_fatal(dossier.problems, strict=False):
        stop_on_errors(dossier, dossier.problems)
    renaming = renaming_of(old, new, dossier.ledger)
    if isinstance(renaming, str):
        fail(renaming)
    below = f"{dossier.settings.facts}/"
    facts = {path: text for path, text in dossier.tree.items() if path.startswith(below)}
    edits = rename_in_facts(renaming, facts, dossier.settings.facts, dossier.ledger)
    if isinstance(edits, Problem):
        stop_on_errors(dossier, [edits])
        return
    after = _sound_after(dossier, facts, edits)
    _outside_facts(edits, renaming, root)
    edits.written.update(_locks(dossier, after, renaming))
    try:
        write_together(root, edits.written, edits.removed)
    except OSError as error:
        fail(f"nothing was renamed: {error.filename}: {error.strerror}")
    out = console()
    for path in sorted(edits.written):
        out.print(path)
    out.print(f"{old} is now {new}: {counted(len(edits.written), 'file')} written")


def _sound_after(dossier: Dossier, facts: dict[str, bytes], edits: Edits) -> Dossier:
    """The facts after the renaming, read and checked, which must be as sound as before."""
    kept = {path: text for path, text in facts.items() if path not in edits.removed}
    after = examine_tree(dossier.settings, dict(sorted({**kept, **edits.written}.items())))
    sizes = [
        (len(one.ledger.subjects.records), len(one.ledger.claims), len(one.weighing.conflicts))
        for one in (dossier, after)
    ]
    if is_fatal(after.problems, strict=False) or sizes[0] != sizes[1]:
        report(after, after.problems)
        fail("nothing was renamed: the facts would not be the same; please report this")
    return after


def _locks(before: Dossier, after: Dossier, renaming: Renaming) -> dict[str, bytes]:
    """The locks of assessments, for evidence that has other ids now and is the same.

    What had changed before the renaming still has.
    """
    old, new = before.weighing, after.weighing
    lines: dict[str, dict[str, str]] = {}
    for key, found in new.fingerprints.items():
        renamed = not renaming.subject and key.subject == renaming.new
        was = (renaming.old if renamed else key.subject), key.key
        if old.is_recorded(*was):
            kept = old.recorded[was] if old.has_changed(*was) else found
            lines.setdefault(lock_of(after.file_of_assessment(key)), {})[key.key] = kept
    return {path: lock_text(kept) for path, kept in lines.items()}


def _outside_facts(edits: Edits, renaming: Renaming, root: Path) -> None:
    """Add what lies beside the facts: locks, hand-written pages, the navigation."""
    for path in list(edits.removed):
        lock = PurePosixPath(path).with_suffix(".lock")
        if (root / lock).is_file():
            edits.written[str(lock.with_stem(renaming.new))] = (root / lock).read_bytes()
            edits.removed.append(str(lock))
    section = read_section(root)
    for document in () if isinstance(section, Problem) else section.documents:
        content = (root / document.path).read_bytes()
        made = rename_in_navigation(renaming, document.path, content)
        if made != content:
            edits.written[document.path] = made
    pages = read_handwritten(root, folder_of_pages(section)).pages
    edits.written.update(rename_in_pages(renaming, pages))
