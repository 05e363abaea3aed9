"""`factbook why`: how the claims on a subject were compared, and their origins counted."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NoReturn

import click
from rich.text import Text

from factbook.cli.console import console, fail, root_option, width, with_option
from factbook.cli.opened import desk_of, opened
from factbook.diagnostics.problem import did_you_mean
from factbook.pages.why import why_subject
from factbook.pages.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factbook.pages.contested import OriginStep, PairStep, Why
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import DeclaredOne


@click.command()
@click.argument("subject", metavar="SUBJECT")
@click.argument("attribute", required=False, metavar="[ATTRIBUTE]")
@root_option
@with_option
def why(subject: str, attribute: str | None, root: Path, second: Path | None) -> None:
    """Explain step by step how the claims on a SUBJECT were weighed.

    For each ATTRIBUTE (with its parts and its whole): the positions, who counts as an origin of
    each, how every pair was compared and by which rule. The id of a conflict does for both.
    """
    dossier = opened(root, second, strict=True)
    desk = desk_of(dossier)
    out = console()
    if attribute is None and subject in desk.weighing.conflicts:
        conflict = desk.weighing.conflicts[subject]
        subject, attribute = conflict.subject, conflict.family
    elif attribute is None and subject in desk.weighing.declared:
        declared = desk.weighing.declared[subject]
        say = "The editors declare this; no rule sees it. How rules compared the claims it names:"
        out.print(Text(say, style="bold"))
        subject, attribute = declared.subject, _attribute_of(declared, desk)
    if not desk.ledger.of_subject.get(subject):
        _no_claims(subject, desk)
    if attribute and attribute not in desk.ledger.vocabulary.attributes:
        has = sorted({one.entry.attribute for one in desk.ledger.of_subject[subject]})
        hint = did_you_mean(attribute, has) or did_you_mean(
            attribute, desk.ledger.vocabulary.attributes, f"{subject} has {listed(has)}"
        )
        fail(f"there is no attribute {attribute}: {hint}")
    accounts = why_subject(subject, attribute or "", desk)
    if not accounts:
        fail(f"no claim on {subject} is about {attribute}")
    out.print(Text(desk.ledger.title(subject), style="bold"))
    for account in accounts:
        for line in _lines(account):
            out.print(line)


def _attribute_of(declared: DeclaredOne, desk: Desk) -> str | None:
    """The one family that a declared conflict is about; None for several, which are then all."""
    roots = {
        desk.weighing.bounds.upper.roots.get(desk.ledger.claims[key].entry.attribute, "")
        for key in declared.claims
        if key.subject == declared.subject
    }
    return roots.pop() if len(roots) == 1 else None


def _no_claims(subject: str, desk: Desk) -> NoReturn:
    if subject in desk.ledger.subjects.records:
        fail(f"{subject} has no claims of its own")
    hint = did_you_mean(subject, desk.ledger.of_subject, "factbook list names all ids")
    fail(f"nothing here has the id {subject}: {hint}")


def _lines(account: Why) -> Iterator[Text]:
    """One family: positions with their origins, then pair by pair, then what was left aside."""
    yield Text()
    yield Text(account.question, style="bold underline")
    for step in account.origins:
        yield from _position(step)
    for pair in account.pairs:
        yield from _pair(pair)
    if account.more:
        yield Text(f"\n  and {account.more} more pairs that do not disagree")
    for asked in account.declared:
        yield from _wrapped(f"The editors ask beside: {asked.text}", 2)
    if account.aside:
        yield Text("\n  Shown and not weighed", style="bold")
        for one in account.aside:
            yield from _wrapped(f"- {one}", 4)


def _position(step: OriginStep) -> Iterator[Text]:
    yield Text.assemble("\n  ", (step.position, "bold"), f": {step.origins}")
    yield from (Text(line.plain, style="dim") for line in _wrapped(step.claims, 4))
    for sentence in (*step.steps, *step.lineage):
        yield from _wrapped(sentence, 4)


def _pair(pair: PairStep) -> Iterator[Text]:
    style = "error" if pair.is_conflict else "mend"
    yield Text()
    yield from _wrapped(" / ".join(pair.sides), 2)
    yield Text.assemble("    ", (pair.relation, style), f": {pair.because}")
    yield from (Text(line.plain, style="dim") for line in _wrapped(pair.rule.text, 4))
    for note in pair.notes:
        yield from _wrapped(f"note: {note}", 4)
    for one in pair.explained:
        yield from _wrapped(f"- {one}", 4)


def _wrapped(words: str, indent: int) -> list[Text]:
    margin = " " * indent
    lines = textwrap.wrap(words, width() - indent, break_long_words=False)
    return [Text(f"{margin}{line}") for line in lines]
