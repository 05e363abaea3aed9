"""Pages in a terminal: the views of the site, in its words, as lines of text.

Claims, conflicts and quotes have a form of their own; whatever else a page has is drawn by what it
is made of, so that a new field of a view shows up here by itself.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from factbook.cli.contested import conflict_lines, declared_lines
from factbook.cli.lines import citation_lines, claim_lines, indented, labelled, who
from factbook.pages.contested import ConflictView, DeclaredView
from factbook.pages.facsimile import Facsimile
from factbook.pages.part import Part
from factbook.pages.view import (
    CitationView,
    ClaimGroup,
    Grounds,
    Link,
    NameView,
    Note,
    Page,
    Prose,
    Remark,
    Row,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADINGS = {
    "alike": "Perhaps one and the same",
    "contested": "What is contested",
    "facsimile": "What of it is cited",
    "conflicts": "What is contested",
    "glance": "At a glance",
    "grounds": "How this is known",
    "groups": "What is said",
    "located": "How its coordinates are known",
    "parts": "In other files",
    "silent": "What nobody says",
    "sources": "Documents",
}
APART = {"id", "section", "address", "title", "description"}  # of every page: not drawn as fields
SCALAR = str | int | Link


def page_lines(page: Page) -> Iterator[Text]:
    """A whole page: its title, its particulars, then part by part."""
    yield Text(page.title, style="bold")
    values = [(one.name, getattr(page, one.name)) for one in fields(page) if one.name not in APART]
    filled = [(name, value) for name, value in values if not _is_empty(value)]
    for name, value in filled:
        if _is_short(value):
            yield labelled(_label(name), _words(value))
    for name, value in filled:
        if not _is_short(value):
            yield Text()
            yield Text(HEADINGS.get(name, _label(name)), style="bold")
            yield from indented(_part(value))


def _part(value: object) -> Iterator[Text]:
    """Any part of a view, by what it is."""
    match value:
        case ConflictView():
            yield from conflict_lines(value)
            yield Text()
        case DeclaredView():
            yield from declared_lines(value)
            yield Text()
        case CitationView():
            yield from citation_lines(value)
        case ClaimGroup():
            yield from _group(value)
        case Prose():
            yield from _prose(value)
        case Grounds():
            yield from _grounds(value)
        case Part():
            yield Text(f"{value.heading} ({value.paging.total})", style="bold")
            yield from indented(_part((*value.groups, *value.rows, *value.names)))
        case tuple():
            for item in value:
                yield from _part(item)
        case _:
            yield Text(_words(value))


def _grounds(value: Grounds) -> Iterator[Text]:
    yield from _part(value.citations)
    if value.inferred:
        yield labelled("Inferred", value.inferred)


def _group(group: ClaimGroup) -> Iterator[Text]:
    yield Text(group.heading.text, style="underline")
    for claim in group.claims:
        with_attribute = claim.attribute != group.heading.text
        yield from indented(claim_lines(claim, with_attribute=with_attribute))


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
    return f"{note.number} {who(note.claim)}{quote}"


def _words(value: object) -> str:
    """A small thing in one line."""
    match value:
        case Link(text=words) | Facsimile(in_words=words):
            return words
        case Row():
            contested = value.contested.text if value.contested else ""
            told = (value.link.text, *value.facts, value.mark, contested)
            return " · ".join(filter(None, told))
        case NameView():
            users = ", ".join(user.text for user in value.users)
            return " · ".join(filter(None, (value.name, value.tongue, users)))
        case Remark():
            return f"{value.label}: {value.words}"
        case tuple():
            return ", ".join(map(_words, value))
        case _ if is_dataclass(value):
            parts = (getattr(value, one.name) for one in fields(value))
            return ": ".join(_words(part) for part in parts if not _is_empty(part))
    return str(value)


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
