"""Proposals on the terminal, their passages side by side, and as JSON."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from factbook.cli.console import WIDEST, width
from factbook.evidence.lineage.proposal import NO_LINK
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.evidence.lineage.decided import Sorted
    from factbook.evidence.lineage.proposal import Beside, Extract, Proposal
    from factbook.evidence.lineage.proposing import Found

BETWEEN = 3  # columns between two passages
NARROW = 72  # columns from which two passages stand side by side
_PLAIN = Console(width=WIDEST)  # that wraps; it prints nothing
QUOTATION = "common quotation"
DIFFERS = "yellow"


def as_lines(sides: Sorted, *, everything: bool) -> Iterator[Text]:
    """Each proposal that waits; with `everything` also what is quoted, and what was decided."""
    for one in sides.changed:
        yield from _lines(one, "decided before; its texts have changed since")
    for one in sorted(sides.open, key=lambda one: one.kind == QUOTATION):
        yield from _lines(one) if everything or one.kind != QUOTATION else (*_named(one), Text())
    for one, decision in sides.decided if everything else ():
        by = f", {decision.by}" if decision.by else ""
        yield from _lines(one, f"{decision.decided} on {decision.on.text}{by}: {decision.because}")


def summary(sides: Sorted, found: Found, *, everything: bool) -> Iterator[Text]:
    """How many there are, what is not shown, and which documents could not be compared."""
    waiting = [one for one in (*sides.changed, *sides.open) if one.kind != QUOTATION]
    links = [one for one in waiting if one.kind not in NO_LINK]
    yield Text(
        f"{counted(len(links), 'link')} proposed, {counted(len(waiting) - len(links), 'passage')} "
        f"of stock wording, from {counted(len(found.read), 'document')}",
        style="bold",
    )
    quotations = sum(one.kind == QUOTATION for one in sides.open)
    hidden = [
        "the words that documents quote alike" if quotations else "",
        f"{counted(len(sides.decided), 'proposal')} decided before" if sides.decided else "",
    ]
    if any(hidden) and not everything:
        yield Text(f"Not shown (--all does): {'; '.join(filter(None, hidden))}.")
    if found.missing:
        shown = ", ".join(found.missing[:5]) + (", …" if len(found.missing) > 5 else "")
        missing = counted(len(found.missing), "document")
        yield Text(f"Not compared, without an archived text: {missing} ({shown}).", style="warning")


def _lines(one: Proposal, mark: str = "") -> Iterator[Text]:
    yield from _named(one, mark)
    for both in one.beside:
        yield Text()
        yield from _side_by_side(both)
    yield Text()


def _named(one: Proposal, mark: str = "") -> Iterator[Text]:
    """What is proposed, of which two, and why."""
    yield Text.assemble(
        (one.id, "bold"), f"  {one.kind}, ", (one.certainty, "bold"), (f"  {mark}", "warning")
    )
    arrow = "←" if one.directed and one.kind not in NO_LINK else "—"
    yield Text.assemble("  ", (one.one, "path"), f" {arrow} ", (one.other, "path"))
    because = f"{one.because[:1].upper()}{one.because[1:]}."
    yield from (Text(f"  {line}") for line in textwrap.wrap(because, width() - 2))


def _side_by_side(both: Beside) -> Iterator[Text]:
    """Two passages in two columns, or one below the other where the terminal is narrow."""
    if width() < NARROW:
        for one in both:
            yield Text(f"  {_head(one)}", style="dim")
            yield from (Text.assemble("  ", line) for line in _column(one, width() - 2))
        return
    room = (width() - 2 - BETWEEN) // 2
    columns = [
        [
            *(Text(line, style="dim") for line in textwrap.wrap(_head(one), room)),
            *_column(one, room),
        ]
        for one in both
    ]
    for row in range(max(map(len, columns))):
        left, right = (column[row] if row < len(column) else Text() for column in columns)
        gap = " " * (room - left.cell_len + BETWEEN)
        line = Text.assemble("  ", left, gap, right)
        line.rstrip()
        yield line


def _head(one: Extract) -> str:
    if one.within != "document":
        return f"{one.source}, {'as quoted here' if one.within == 'quote' else 'as it begins'}"
    return f"{one.source}, {'quoted' if one.quoted else 'own words'}, from character {one.start}"


def _column(one: Extract, room: int) -> list[Text]:
    """A passage in lines of so many columns; what does not agree is between brackets, in colour."""
    text = Text()
    for piece in one.pieces:
        words = " ".join(piece.text.split())
        lead = " " if piece.text[:1].isspace() and text.plain else ""
        tail = " " if piece.text[-1:].isspace() and words else ""
        if piece.agrees or not any(sign.isalnum() for sign in words):
            text.append(f"{lead}{words}{tail}" if words else lead)
        else:
            text.append(f"{lead}[{words}]{tail}", style=DIFFERS)
    lines: list[Text] = []
    for line in text.wrap(_PLAIN, room):
        line.rstrip()
        lines.append(line)
    return lines


def as_data(sides: Sorted, found: Found) -> str:
    """All proposals as JSON, with what was decided of each."""
    made = {
        "format": 1,
        "proposals": [
            *(_data(one, "changed") for one in sides.changed),
            *(_data(one, "open") for one in sides.open),
            *(_data(one, decision.decided) for one, decision in sides.decided),
        ],
        "documents": list(found.read),
        "missing": list(found.missing),
    }
    return json.dumps(made, ensure_ascii=False, indent=1)


def _data(one: Proposal, state: str) -> dict[str, Any]:
    return {
        "id": one.id,
        "state": state,
        "kind": one.kind,
        "one": one.one,
        "other": one.other,
        "directed": one.directed,
        "certainty": one.certainty,
        "because": one.because,
        "passages": [[_extract(side) for side in both] for both in one.beside],
    }


def _extract(one: Extract) -> dict[str, Any]:
    return {
        "source": one.source,
        "within": one.within,
        "start": one.start,
        "end": one.end,
        "quoted": one.quoted,
        "text": one.text,
        "pieces": [{"text": piece.text, "agrees": piece.agrees} for piece in one.pieces],
    }
