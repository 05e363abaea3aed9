"""`factbook lineage`: what documents and speakers share, and what editors decide of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

import click

from factbook.cli.console import console, fail, report, root_option
from factbook.cli.lineage_files import Files
from factbook.cli.lineage_text import as_data, as_lines, summary
from factbook.cli.opened import opened
from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.editing.deciding import Reason, decided, undecided
from factbook.editing.linking import linked, subject_of
from factbook.evidence.lineage.decided import by_decision
from factbook.evidence.lineage.proposal import NO_LINK
from factbook.evidence.lineage.proposing import Found, proposals
from factbook.evidence.snapshots import snapshots_at
from factbook.facts.decisions import Decision, read_decisions
from factbook.facts.decoding import LINEAGE
from factbook.facts.entries import Certainty
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.dossier import Dossier
    from factbook.evidence.lineage.proposal import Proposal

snapshots_option = click.option(
    "--snapshots",
    envvar="FACTBOOK_SNAPSHOTS",
    help="The archived documents: a folder or a store; by default what mkdocs.yml says.",
)
by_option = click.option("--by", default="", help="Who decides.")
day_option = click.option(
    "--on",
    "given",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the decision; left out, today.",
)


Where = tuple[Path, str | None]  # the dossier, and where its snapshots are


class Compared(NamedTuple):
    """A dossier, what is proposed for it, and what was decided before."""

    dossier: Dossier
    found: Found
    decisions: Mapping[str, Decision]


@click.group(invoke_without_command=True)
@root_option
@snapshots_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="How to print them; json has all, with exact places.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also what was decided, and the words that are quoted.",
)
@click.pass_context
def lineage(
    context: click.Context, root: Path, snapshots: str | None, form: str, *, everything: bool
) -> None:
    """Propose which documents, statements and claims go back to each other, with shared passages.

    Documents are compared word for word; quotes of one speaker by their words, names and figures.
    """
    if context.invoked_subcommand:
        context.obj = root, snapshots
        return
    compared = _compared(root, snapshots)
    sides = by_decision(compared.found.proposals, compared.decisions)
    if form == "json":
        click.echo(as_data(sides, compared.found))
        return
    out = console()
    for line in as_lines(sides, everything=everything):
        out.print(line)
    for line in summary(sides, compared.found, everything=everything):
        out.print(line)


@lineage.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--because", help="Why; if left out, what was found.")
@click.option("--from", "first", help="Which of the two came first, where no date says.")
@click.option(
    "--certainty",
    type=click.Choice(get_args(Certainty)),
    help="How sure the link is; if left out, what is proposed.",
)
@by_option
@day_option
@click.pass_obj
def accept(  # noqa: PLR0913 - click hands them on one by one
    where: Where,
    ids: tuple[str, ...],
    *,
    because: str | None,
    first: str | None,
    certainty: Certainty | None,
    by: str,
    given: dt.datetime | None,
) -> None:
    """Write what is proposed into the fact files; stock wording is noted as known."""
    root = where[0]
    compared = _compared(*where)
    directed = [_directed(one, first) for one in _chosen(ids, compared)]
    chosen = [replace(one, certainty=certainty or one.certainty) for one in directed]
    files = Files(compared.dossier)
    for one in chosen:
        words = because or f"{one.because[:1].upper()}{one.because[1:]}."
        if one.kind in NO_LINK:
            files.put(
                files.decisions,
                decided(*files.decided, one, Reason("noted", words, by, _day(given))),
            )
        else:
            path = compared.dossier.ledger.subjects.paths[subject_of(one)]
            files.put(path, linked(path, files.content(path), one, words))
            if files.decided[1]:
                files.put(files.decisions, undecided(*files.decided, one))
    files.write(root)
    for one in chosen:
        link = f"{one.kind}, {one.certainty}: {one.one} ← {one.other}"
        said = "noted" if one.kind in NO_LINK else link
        console().print(f"{one.id} {said}")


@lineage.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--because", required=True, help="Why it is no lineage.")
@by_option
@day_option
@click.pass_obj
def refuse(
    where: Where, ids: tuple[str, ...], *, because: str, by: str, given: dt.datetime | None
) -> None:
    """Keep it that a proposal is refused, and why; it is shown again if its texts change."""
    compared = _compared(*where)
    files = Files(compared.dossier)
    chosen = _chosen(ids, compared)
    for one, earlier in by_decision(chosen, compared.decisions).decided:
        if earlier.decided == "refused":
            fail(
                f"{one.id} was refused on {earlier.on.text} ({earlier.because}): "
                f"to give another reason, edit {files.decisions}"
            )
    for one in chosen:
        made = decided(*files.decided, one, Reason("refused", because, by, _day(given)))
        files.put(files.decisions, made)
    files.write(where[0])
    console().print(f"{counted(len(ids), 'proposal')} refused, in {files.decisions}")


def _compared(root: Path, snapshots: str | None) -> Compared:
    """Everything that is proposed for the dossier in a folder."""
    dossier = opened(root, strict=True)
    texts, problems = _snapshots(root, snapshots, dossier.settings.snapshots)
    report(dossier, dossier.graded(problems))
    decisions, _ = read_decisions(dossier.documents.get(f"{dossier.settings.facts}/{LINEAGE}"))
    return Compared(dossier, proposals(dossier.ledger, texts), decisions)


def _snapshots(
    root: Path, named: str | None, configured: str
) -> tuple[Mapping[str, bytes], list[Problem]]:
    """The snapshots that were named, seen from here; else those of mkdocs.yml, if there are any.

    Without them only quotes are compared, which is said at the end.
    """
    is_folder = "://" not in (named or configured) and "::" not in (named or configured)
    if named:
        return snapshots_at(str(Path(named).absolute()) if is_folder else named, root)
    if is_folder and not (root / configured).is_dir():
        return {}, []
    return snapshots_at(configured, root)


def _chosen(ids: tuple[str, ...], compared: Compared) -> list[Proposal]:
    known = {one.id: one for one in compared.found.proposals}
    for name in ids:
        if name not in known:
            hint = did_you_mean(name, known, "`factbook lineage --all` lists them")
            fail(
                f"nothing of the id {name} is proposed, or it is in the fact files already: {hint}"
            )
    return [known[name] for name in dict.fromkeys(ids)]


def _directed(one: Proposal, first: str | None) -> Proposal:
    """A proposal whose order is known; end where nothing tells which of the two came first."""
    if first and first not in {one.one, one.other}:
        fail(f"{one.id} is about {one.one} and {one.other}: name one of them with --from")
    if first == one.one:
        return one.reversed()
    if not first and not one.directed:
        fail(
            f"{one.id}: no date says which of {one.one} and {one.other} came first; "
            "say it with --from"
        )
    return one


def _day(given: dt.datetime | None) -> dt.date:
    """The day that was given, or today's."""
    return (given or dt.datetime.now(tz=dt.UTC)).date()
