"""Pages in a terminal: the views of the site, in its words, as lines of text.

Claims, conflicts and quotes have a form of their own; whatever else a page has is drawn by what it
is made of, so that a new field of a view shows up here by itself.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from factbook.pages.contested import ConflictView, PositionView
from factbook.pages.view import (
    CitationView,
    ClaimGroup,
    ClaimView,
    Grounds,
    Link,
    Note,
    Page,
    Prose,
    Remark,
    Row,
)
from factbook.pages.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INDENT = "  "
HEADINGS = {
    "about": "What is said about it",
    "conflicts": "What is contested",
    "documents": "Documents",
    "glance": "At a glance",
    "grounds": "How this is known",
    "groups": "What is said",
    "holds": "Holds",
    "incidents": "Incidents here",
    "perhaps_same": "Perhaps the same statement",
    "said": "What it says",
    "silent": "What nobody says",
    "sources": "Documents",
    "statements": "Statements",
}
APART = {"id", "section", "address", "title", "description"}  # of every page: not drawn as fields
SCALAR = str | int | Link
OWN_VOICE = "The document itself"


def page_lines(page: Page) -> Iterator[Text]:
    """A whole page: its title, its particulars, then part by part."""
    yield Text(page.title, style="bold")
    values = [(one.name, getattr(page, one.name)) for one in fields(page) if one.name not in APART]
    filled = [(name, value) for name, value in values if not _is_empty(value)]
    for name, value in filled:
        if _is_short(value):
            yield _labelled(_label(name), _words(value))
    for name, value in filled:
        if not _is_short(value):
            yield Text()
            yield Text(HEADINGS.get(name, _label(name)), style="bold")
            yield from _indented(_part(value))


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
    yield Text(f"{INDENT}{_who(claim)}{act}{doubt}{statement}")
    for one in claim.citations:
        yield from _indented(citation_lines(one))
    for remark in claim.remarks:
        yield _labelled(INDENT + remark.label, remark.words)


def citation_lines(one: CitationView) -> Iterator[Text]:
    """A quote, the way it took, and the document it stands in."""
    lead = f"{one.lead}: " if one.lead else ""
    yield Text.assemble(lead, (f"“{one.quote}”", "italic"))
    route = " → ".join([*(stop.text for stop in one.route), one.source.text])
    more = "".join(f", {word}" for word in (one.published, one.locator) if word)
    manner = "".join(f"; {word}" for word in one.manner)
    yield Text(f"{INDENT}{route}{more}{manner}  {one.source_id}", style="dim")


def conflict_lines(one: ConflictView) -> Iterator[Text]:
    """The question, then every position with who holds it, then why they do not agree."""
    yield Text(one.question, style="bold")
    kind = f"{one.kind.capitalize()}, {one.severity} severity, {one.status}"
    yield Text.assemble(f"{one.subject.text}. {kind}  ", (one.id, "dim"))
    if one.split:
        yield Text(one.split)
    for position in one.positions:
        yield Text()
        yield from _indented(_position(position))
    if one.reasons:
        yield Text()
        yield Text("Why these do not agree")
        for reason in one.reasons:
            yield Text(f"{INDENT}- {reason}")


def _position(position: PositionView) -> Iterator[Text]:
    denied = "denied: " if position.denied else ""
    attribute = f" ({position.attribute.lower()})" if position.attribute else ""
    merged = "".join(f", {reason}" for reason in position.merged)
    own = counted(position.own_voice, "document")
    alone = f"; {own} in {'its' if position.own_voice == 1 else 'their'} own voice"
    evidence = f"{position.origins}{merged}{alone if position.own_voice else ''}"
    yield Text.assemble((f"{denied}{position.value}", "bold"), f"{attribute}: {evidence}")
    for claim in position.claims:
        statement = f" in {claim.statement.text}" if claim.statement else ""
        yield Text(f"{INDENT}{_who(claim)}{statement}")
        for cited in claim.citations:
            yield from _indented(_indented(citation_lines(cited)))


def _part(value: object) -> Iterator[Text]:
    """Any part of a view, by what it is."""
    match value:
        case ConflictView():
            yield from conflict_lines(value)
            yield Text()
        case CitationView():
            yield from citation_lines(value)
        case ClaimGroup():
            yield from _group(value)
        case Prose():
            yield from _prose(value)
        case Grounds():
            yield from _part(value.citations)
            if value.inferred:
                yield _labelled("Inferred", value.inferred)
        case tuple():
            for item in value:
                yield from _part(item)
        case _:
            yield Text(_words(value))


def _group(group: ClaimGroup) -> Iterator[Text]:
    yield Text(group.heading.text, style="underline")
    for claim in group.claims:
        with_attribute = claim.attribute != group.heading.text
        yield from _indented(claim_lines(claim, with_attribute=with_attribute))


def _prose(value: Prose) -> Iterator[Text]:
    """The summary with numbers for its citations, and a note for each."""
    text = value.text
    for words, number in value.numbers.items():
        text = text.replace(words, f"[{number}]")
    yield from (Text(line) for line in text.strip().splitlines())
    yield from (Text(_note(note), style="dim") for note in value.notes)


def _note(note: Note) -> str:
    first = note.claim.citations[0] if note.claim.citations else None
    quote = f", in {first.source.text}: “{first.quote}”" if first else ""
    return f"{note.number} {_who(note.claim)}{quote}"


def _words(value: object) -> str:
    """A small thing in one line."""
    match value:
        case Link(text=text):
            return text
        case Row():
            return " · ".join(filter(None, (value.link.text, *value.facts, value.contested)))
        case Remark():
            return f"{value.label}: {value.words}"
        case tuple():
            return ", ".join(map(_words, value))
        case _ if is_dataclass(value):
            parts = (getattr(value, one.name) for one in fields(value))
            return ": ".join(_words(part) for part in parts if not _is_empty(part))
    return str(value)


def _who(claim: ClaimView) -> str:
    return listed(one.text for one in claim.speakers) if claim.speakers else OWN_VOICE


def _is_short(value: object) -> bool:
    """Whether it fits into one line: words, a link, a few of them."""
    if isinstance(value, tuple):
        return all(isinstance(item, SCALAR | Remark) for item in value)
    return isinstance(value, SCALAR)


def _is_empty(value: object) -> bool:
    match value:
        case Prose():
            return not value.text
        case Grounds():
            return not value.citations and not value.inferred
    return not value


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _labelled(label: str, words: str) -> Text:
    return Text.assemble((f"{label} ", "rule"), words)


def _indented(lines: Iterable[Text]) -> Iterator[Text]:
    for line in lines:
        yield Text.assemble(INDENT, line) if line.plain else line
