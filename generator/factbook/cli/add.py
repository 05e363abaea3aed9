"""`factbook add`: a new file or a new claim, from options or from answers on the terminal."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from factbook.cli.asking import Given, asked, options_of
from factbook.cli.console import console, fail, report, root_option, stop_outside
from factbook.cli.writing import write_together
from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.editing.adding import claim_added, new_file
from factbook.facts.decoding import is_id
from factbook.facts.entries import ClaimEntry
from factbook.facts.faults import faults
from factbook.facts.fields import record_type
from factbook.facts.model import FOLDERS
from factbook.pipeline import examine, examine_tree
from factbook.reading.configuration import CONFIGURATION
from factbook.reading.document import parse_file

if TYPE_CHECKING:
    from factbook.dossier import Dossier
    from factbook.facts.vocabulary import Record

# what cannot become right by adding something else
WRONG = frozenset({"value-misfit", "bounds-reversed", "unknown-attribute", "unknown-qualifier"})
_ID_MEND = "use lower-case letters, digits and hyphens: 2020-12-20-green-zone"


@click.group()
def add() -> None:
    """Add a file or a claim: give it all as options, or answer the questions."""


def _file_command(kind: str, folder: str, record: type[Record]) -> click.Command:
    """The command that adds a file of one kind; its options are the fields of the record."""

    @root_option
    def run(identifier: str, root: Path, **given: Any) -> None:  # noqa: ANN401 - click's values
        dossier = _dossier(root)
        _free(identifier, dossier)
        fields = asked(record, Given(given), dossier.ledger)
        path = f"{dossier.settings.facts}/{folder}/{identifier}.yaml"
        content = _encoded(lambda: new_file(fields, record))
        _written(root, dossier, path, content, f"{path} written")

    article = "an" if kind[0] in "aeiou" else "a"
    command = click.command(kind, help=f"Add {article} {kind} with the id ID.")(run)
    command.params[:0] = [click.Argument(["identifier"], metavar="ID"), *options_of(record)]
    return command


for _folder, (_kind, _record) in FOLDERS.items():
    add.add_command(_file_command(_kind, _folder, _record))


def _claim_command() -> click.Command:
    @root_option
    def run(key: str, root: Path, **given: Any) -> None:  # noqa: ANN401 - click's values
        dossier = _dossier(root)
        subject, _, name = key.partition("#")
        path = _path_of(subject, name, dossier)
        fields = asked(ClaimEntry, Given(given), dossier.ledger)
        record = record_type(path, dossier.settings.facts)
        assert record is not None  # noqa: S101 - its file has been decoded
        old = dossier.tree[path]
        content = _encoded(lambda: claim_added(path, old, record, name, fields))
        _written(root, dossier, path, content, f"{key} added to {path}")

    command = click.command("claim", help="Add the claim SUBJECT#CLAIM to its subject's file.")(run)
    command.params[:0] = [
        click.Argument(["key"], metavar="SUBJECT#CLAIM"),
        *options_of(ClaimEntry),
    ]
    return command


add.add_command(_claim_command())


def _dossier(root: Path) -> Dossier:
    """The dossier as it is, broken or not: only its configuration must be there."""
    stop_outside(root)
    dossier = examine(root)
    broken = [one for one in dossier.problems if one.spot.path == CONFIGURATION]
    if broken:
        report(dossier, broken)
        fail("nothing was added")
    return dossier


def _free(identifier: str, dossier: Dossier) -> None:
    """End with a word unless a new file can have this id."""
    subjects = dossier.ledger.subjects
    if not is_id(identifier):
        fail(f"{identifier or 'nothing'} is no id: {_ID_MEND}")
    if identifier in subjects.files:
        where = subjects.paths.get(identifier, "a file that is broken")
        fail(f"{identifier} is taken by {where}: choose another id")
    for name, record in subjects.records.items():
        if identifier in record.moved_from:
            fail(f"{identifier} leads to {name}, which was called so before: choose another id")


def _path_of(subject: str, name: str, dossier: Dossier) -> str:
    """The file of a subject that has no claim of this name; else the end, with a word."""
    subjects = dossier.ledger.subjects
    if subject in subjects.broken:
        fail(f"the file of {subject} is broken: mend it first, `factbook check` says how")
    record = dossier.ledger.subject(subject)
    if subject in subjects.records and record is None:
        fail(f"{subject} is a source: claims are about incidents, statements, actors and places")
    if record is None:
        hint = did_you_mean(subject, subjects.records, "see facts/ for the ids")
        fail(f"there is no subject {subject}: {hint}")
    path = subjects.paths[subject]
    if not is_id(name):
        fail(f"{name or 'nothing'} is no id of a claim: write SUBJECT#CLAIM, as {subject}#killed")
    if name in record.claims:
        fail(f"{subject} has a claim {name} already, in {path}: choose another id")
    for other, claim in record.claims.items():
        if name in claim.moved_from:
            fail(f"{name} leads to {other}, which was called so before: choose another id")
    document = dossier.documents[path]
    kind = record_type(path, dossier.settings.facts)
    if kind is not None and (found := faults(document, kind)):
        report(dossier, found)
        fail(f"nothing was added: {path} is broken")
    return path


def _encoded(make: Any) -> bytes | Problem:  # noqa: ANN401 - a function without arguments
    """What `make` makes; words that no file can hold end it."""
    try:
        made: bytes | Problem = make()
    except UnicodeEncodeError:
        fail("nothing was added: the words are not UTF-8; set the terminal to UTF-8")
    return made


def _written(root: Path, dossier: Dossier, path: str, content: bytes | Problem, done: str) -> None:
    """Write one file if it has the shape of its kind, and say what the checks find in it."""
    if isinstance(content, Problem):
        report(dossier, [content])
        fail("nothing was added")
    below = f"{dossier.settings.facts}/"
    facts = {name: text for name, text in dossier.tree.items() if name.startswith(below)}
    after = examine_tree(dossier.settings, dict(sorted({**facts, path: content}.items())))
    document = parse_file(path, content)
    record = record_type(path, dossier.settings.facts)
    found = [document] if isinstance(document, Problem) else faults(document, record or ClaimEntry)
    if found:
        report(after, found)
        fail(f"nothing was added to {PurePosixPath(path).parent}")
    known = set(dossier.problems)
    new = [one for one in after.problems if one.spot.path == path and one not in known]
    if wrong := [one for one in new if one.rule in WRONG]:
        report(after, wrong)
        fail("nothing was added")
    try:
        write_together(root, {path: content})
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}")
    report(after, new)
    console().print(done)
