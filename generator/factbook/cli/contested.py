"""Conflicts in a terminal: found by rule, or declared by editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factbook.cli.lines import INDENT, citation_lines, claim_lines, indented, labelled, who
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.pages.contested import ConflictView, DeclaredView, PositionView


def conflict_lines(one: ConflictView) -> Iterator[Text]:
    """The question, then every position with who holds it, then why they do not agree."""
    yield Text(one.question, style="bold")
    kind = f"{one.kind.capitalize()}, {one.severity} severity, {one.status}"
    yield Text.assemble(f"{one.subject.text}. {kind}  ", (one.id, "dim"))
    if one.split:
        yield Text(one.split)
    yield Text(f"All positions together: {one.origins}")
    for position in one.positions:
        yield Text()
        yield from indented(_position(position))
    yield from _judged(one)
    if one.reasons:
        yield Text()
        yield Text("Why these do not agree")
        for reason in one.reasons:
            yield Text(f"{INDENT}- {reason}")


def declared_lines(one: DeclaredView) -> Iterator[Text]:
    """The question that editors ask, and who holds what."""
    yield Text(one.question, style="bold")
    grade = f", {one.severity} severity" if one.severity != "none" else ""
    kind = f"{one.kind.capitalize()}{grade}, declared by the editors, {one.status}"
    yield Text.assemble(f"{one.subject.text}. {kind}  ", (one.id, "dim"))
    for side in one.sides:
        yield Text()
        yield Text.assemble((f"{INDENT}{side.label}", "bold"), f": {side.origins}")
        for claim in side.claims:
            yield from indented(indented(claim_lines(claim, with_attribute=True)))
    yield from _judged(one)


def _judged(one: ConflictView | DeclaredView) -> Iterator[Text]:
    """What the editors conclude, and why it is open or explained."""
    if made := one.assessment:
        yield Text()
        changed = " Evidence has changed since." if made.has_changed else ""
        yield Text.assemble(
            "Our assessment: ",
            (made.conclusion, "bold"),
            "" if made.is_open else f", {made.confidence} confidence",
            f"; method: {made.method}.{changed}",
        )
        yield Text(f"{INDENT}{made.because}")
    if one.because:
        yield Text()
        yield labelled("Explained" if one.status == "explained" else "Why it is open", one.because)


def _position(position: PositionView) -> Iterator[Text]:
    attribute = f" ({position.attribute.lower()})" if position.attribute else ""
    merged = "".join(f", {reason}" for reason in position.merged)
    own = counted(position.own_voice, "document")
    alone = f"; {own} in {'its' if position.own_voice == 1 else 'their'} own voice"
    evidence = f"{position.origins}{merged}{alone if position.own_voice else ''}"
    yield Text.assemble((position.value, "bold"), f"{attribute}: {evidence}")
    for claim in position.claims:
        statement = f" in {claim.statement.text}" if claim.statement else ""
        yield Text(f"{INDENT}{who(claim)}{statement}")
        for cited in claim.citations:
            yield from indented(indented(citation_lines(cited)))
