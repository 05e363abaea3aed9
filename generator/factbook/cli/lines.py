"""A claim with its quotes in a terminal, and what all that is drawn there has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factbook.pages.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.pages.view import CitationView, ClaimView

INDENT = "  "


def claim_lines(claim: ClaimView, *, with_attribute: bool = False) -> Iterator[Text]:
    """What is said, by whom, in which words, and what stands beside it."""
    head = Text(claim.gone or claim.value, style="bold" if not claim.gone else "dim")
    if with_attribute:
        head = Text.assemble(f"{claim.attribute}: ", head)
    mark = Text(f" [{claim.contested.text}]" if claim.contested else "", style="warning")
    yield Text.assemble(head, mark, Text(f"  {claim.anchor.removeprefix('claim-')}", style="dim"))
    if claim.gone:
        return
    act = f" {claim.act}" if claim.act else ""
    doubt = f" with doubt: “{claim.hedge}”" if claim.hedge else ""
    said = f", {claim.said_on}" if claim.said_on else ""
    statement = f" in {claim.statement.text}{said}" if claim.statement else ""
    yield Text(f"{INDENT}{who(claim)}{act}{doubt}{statement}")
    for one in claim.citations:
        yield from indented(citation_lines(one))
    for remark in claim.remarks:
        yield labelled(INDENT + remark.label, remark.words)


def citation_lines(one: CitationView) -> Iterator[Text]:
    """A quote, the way it took, and the document it stands in."""
    lead = f"{one.lead}: " if one.lead else ""
    yield Text.assemble(lead, (f"“{one.quote}”", "italic"))
    stops = (stop.text for stop in (*one.route, one.source))
    route = " → ".join(filter(None, stops))  # on its own page a source is not named again
    where = ", ".join(filter(None, (route, one.published, one.locator)))
    manner = "".join(f"; {word}" for word in one.manner)
    yield Text(f"{INDENT}{where}{manner}  {one.source_id}", style="dim")


def who(claim: ClaimView) -> str:
    """Who makes a claim."""
    return listed(one.text for one in claim.speakers) if claim.speakers else claim.own_voice


def labelled(label: str, words: str) -> Text:
    """Words after their label."""
    return Text.assemble((f"{label} ", "rule"), words)


def indented(lines: Iterable[Text]) -> Iterator[Text]:
    """The lines, those with words moved in."""
    for line in lines:
        yield Text.assemble(INDENT, line) if line.plain else line
