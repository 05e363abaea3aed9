"""`factbook show`: one record, claim or conflict in the terminal, in the words of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click
from rich.text import Text

from factbook.cli.console import console, fail, root_option, with_option
from factbook.cli.contested import conflict_lines, declared_lines
from factbook.cli.drawing import page_lines
from factbook.cli.lines import claim_lines
from factbook.cli.opened import desk_of, opened, place_of
from factbook.diagnostics.problem import did_you_mean
from factbook.facts.model import FOLDER_OF
from factbook.facts.prose import key_of
from factbook.pages.claims import claim_view
from factbook.pages.compose import PAGES
from factbook.pages.conflict import conflict_view
from factbook.pages.judgement import declared_view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factbook.diagnostics.spot import Spot
    from factbook.pages.links import Desk
    from factbook.pages.view import ClaimView


@click.command()
@click.argument("name", metavar="ID")
@root_option
@with_option
def show(name: str, root: Path, second: Path | None) -> None:
    """Show a subject, a source, a claim (SUBJECT#CLAIM) or a conflict, by its ID."""
    dossier = opened(root, second, strict=True)
    desk = desk_of(dossier)
    out = console()
    for line in _lines(name, desk):
        out.print(line)
    out.print(Text(f"\n{place_of(_spot(name, desk), dossier)}", style="path"))


def _lines(name: str, desk: Desk) -> Iterator[Text]:
    """The lines of whatever has this id; ends the command where nothing has."""
    ledger = desk.ledger
    if name in ledger.subjects.records:
        return page_lines(PAGES[FOLDER_OF[ledger.subjects.kinds[name]]](name, desk, whole=True))
    if name in desk.weighing.conflicts:
        return conflict_lines(conflict_view(desk.weighing.conflicts[name], desk))
    if name in desk.weighing.declared:
        return declared_lines(declared_view(desk.weighing.declared[name], desk))
    claim = ledger.claims.get(key_of(name, ""))
    if claim is None:
        _unknown(name, desk)
    return _claim(claim_view(claim, desk), ledger.title(claim.key.subject))


def _claim(view: ClaimView, subject: str) -> Iterator[Text]:
    yield Text(subject)
    yield from claim_lines(view, with_attribute=True)


def _unknown(name: str, desk: Desk) -> NoReturn:
    ledger = desk.ledger
    claims = (f"{key.subject}#{key.claim}" for key in ledger.claims)
    known = [*ledger.subjects.records, *desk.weighing.conflicts, *desk.weighing.declared]
    hint = did_you_mean(name, claims if "#" in name else known, "factbook list names all ids")
    fail(f"nothing here has the id {name}: {hint}")


def _spot(name: str, desk: Desk) -> Spot:
    """Where it is written; of a conflict, the file of its subject."""
    if name in desk.ledger.subjects.records:
        return desk.ledger.spot(name)
    if name in desk.weighing.conflicts:
        return desk.ledger.spot(desk.weighing.conflicts[name].subject)
    if name in desk.weighing.declared:
        one = desk.weighing.declared[name]
        return desk.ledger.spot(one.subject).at("conflicts", one.key).of_key()
    return desk.ledger.claim_spot(key_of(name, "")).of_key()
