"""`factbook add`: a new file or a new claim, from options or from answers on the terminal."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from factbook.cli.asking import Given, asked, is_terminal, options_of
from factbook.cli.console import console, fail, report, root_option, stop_outside
from factbook.cli.writing import write_together
from factbook.diagnostics.problem import Problem, Severity, did_you_mean
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
    from factbook.diagnostics.spot import Route
    from factbook.dossier import Dossier
    from factbook.facts.vocabulary import Record

# what cannot become right by adding something else
WRONG = frozenset({"value-misfit", "bounds-reversed", "unknown-attribute", "unknown-qualifier"})
# what can only be mended once it is written: by claims, `verify`, `archive` or what refers to it
LATER = frozenset(
    {
        *("headline-unsupported", "missing-claim", "unreached-subject"),
        *("unverified-quote", "no-snapshot", "ambiguous-quote"),
    }
)
ALL_THE_SAME = "Write it all the same, to mend it in its file?"
UNFINISHED = "mend it, add first what it names, or write it as it is with --unfinished"
unfinished_option = click.Option(
    ["--unfinished"], is_flag=True, help="Write it with its errors, to mend them in its file."
)
_ID_MEND = "use lower-case letters, digits and hyphens: 2020-12-20-green-zone"


class Addition(NamedTuple):
    """What is to be added: the file as it would be, and the route of what is new in it."""

    path: str
    content: bytes | Problem
    route: Route = ()


@click.group()
def add() -> None:
    """Add a file or a claim: give it all as options, or answer the questions.

    What has errors is told and not written, but for those that only a later addition can mend.
    """


def _file_command(kind: str, folder: str, record: type[Record]) -> click.Command:
    """The command that adds a file of one kind; its options are the fields of the record."""

    @root_option
    def run(identifier: str, root: Path, *, unfinished: bool, **given: Any) -> None:  # noqa: ANN401 - click's values
        dossier = _dossier(root)
        _free(identifier, dossier)
        fields = asked(record, Given(given), dossier.ledger)
        path = f"{dossier.settings.facts}/{folder}/{identifier}.yaml"
        content = _encoded(lambda: new_file(fields, record))
        _write(root, dossier, Addition(path, content), unfinished=unfinished)
        console().print(f"{path} written")

    article = "an" if kind[0] in "aeiou" else "a"
    command = click.command(kind, help=f"Add {article} {kind} with the id ID.")(run)
    argument = click.Argument(["identifier"], metavar="ID")
    command.params[:0] = [argument, *options_of(record), unfinished_option]
    return command


for _folder, (_kind, _record) in FOLDERS.items():
    add.add_command(_file_command(_kind, _folder, _record))


def _claim_command() -> click.Command:
    @root_option
    def run(key: str, root: Path, *, unfinished: bool, **given: Any) -> None:  # noqa: ANN401 - click's values
        dossier = _dossier(root)
        subject, _, name = key.partition("#")
        path = _path_of(subject, name, dossier)
        fields = asked(ClaimEntry, Given(given), dossier.ledger)
        record = record_type(path, dossier.settings.facts)
        assert record is not None  # noqa: S101 - its file has been decoded
        old = dossier.tree[path]
        content = _encoded(lambda: claim_added(path, old, record, name, fields))
        addition = Addition(path, content, ("claims", name))
        _write(root, dossier, addition, unfinished=unfinished)
        console().print(f"{key} added to {path}")

    command = click.command("claim", help="Add the claim SUBJECT#CLAIM to its subject's file.")(run)
    command.params[:0] = [
        click.Argument(["key"], metavar="SUBJECT#CLAIM"),
        *options_of(ClaimEntry),
        unfinished_option,
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


def _write(root: Path, dossier: Dossier, addition: Addition, *, unfinished: bool) -> None:
    """Write one file if it has the shape of its kind and what is new in it has no errors.

    `unfinished` writes it with errors that can still be mended. What it does to the rest of the
    facts, such as an assessment that does not weigh a new claim yet, is told.
    """
    path, content, route = addition
    if isinstance(content, Problem):
        report(dossier, [content])
        fail("nothing was added")
    below = f"{dossier.settings.facts}/"
    facts = {name: text for name, text in dossier.tree.items() if name.startswith(below)}
    tree = dict(sorted({**facts, path: content}.items()))
    after = examine_tree(dossier.settings, tree, locks=dossier.locks)
    document = parse_file(path, content)
    record = record_type(path, dossier.settings.facts)
    found = [document] if isinstance(document, Problem) else faults(document, record or ClaimEntry)
    if found:
        report(after, found)
        fail(f"nothing was added to {PurePosixPath(path).parent}")
    known = set(dossier.problems)
    new = [one for one in after.problems if one not in known]
    report(after, new)
    own = [
        one
        for one in new
        if one.spot.path == path
        and one.spot.route[: len(route)] == route
        and one.severity is Severity.ERROR
        and one.rule not in LATER
    ]
    _consider(own, unfinished=unfinished)
    try:
        write_together(root, {path: content})
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}")


def _consider(errors: list[Problem], *, unfinished: bool) -> None:
    """End if what is to be added has errors, unless its writer wants it all the same."""
    if any(one.rule in WRONG for one in errors):
        fail("nothing was added")
    if not errors or unfinished or (is_terminal() and click.confirm(ALL_THE_SAME)):
        return
    fail("nothing was added" if is_terminal() else f"nothing was added: {UNFINISHED}")
