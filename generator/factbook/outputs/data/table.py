"""The claims as a table for spreadsheets: one row for each citation.

A cell that a spreadsheet would take for a formula begins with an apostrophe, so that opening a file
of quotes from strangers runs nothing.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from factbook.facts.sets import hull
from factbook.facts.values import Count, Quantity
from factbook.outputs.data.values import claim_address, whole_id
from factbook.pages.remarks import gone
from factbook.pages.wording import listed, value_in_words, voice_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.facts.entries import Citation
    from factbook.facts.ledger import Claim, Ledger
    from factbook.pages.links import Desk

COLUMNS = (
    *("claim", "subject", "subject_title", "status", "attribute", "value", "lowest", "highest"),
    *("act", "hedge", "speakers", "statement", "conflict", "source", "publisher", "published"),
    *("quote", "rendering", "tie", "locator", "route"),
    *("verified", "verified_on", "verified_sha256", "address"),
)
FORMULA = frozenset("=+-@\t\r\n ")  # some programs pass over spaces
MARK = "\ufeff"  # by which spreadsheets know UTF-8
END = "\r\n"
LONG = 60
_QUOTED = re.compile(r'[,"\r\n]')


class _Cells(dict[str, str]):
    """Words -> a cell of the table; titles and figures stand in thousands of rows."""

    def __missing__(self, words: str) -> str:
        """Make a cell of words; long ones are hardly met again."""
        made = cell(words)
        if len(words) < LONG:
            self[words] = made
        return made

    def line(self, row: Iterable[str]) -> str:
        """Some cells side by side."""
        return ",".join(map(self.__getitem__, row))


def claims_table(desk: Desk) -> bytes:
    """All claims as CSV with a line of titles."""
    cells = _Cells()
    text = BytesIO()
    text.write(f"{MARK}{cells.line(COLUMNS)}{END}".encode())
    for claim in desk.ledger.claims.values():
        rows = [f"{row}{END}" for row in _rows(claim, desk, cells)]
        text.write("".join(rows).encode())
    return text.getvalue()


def cell(words: str) -> str:
    """Words as a cell, in quotation marks where they hold a sign of the table."""
    made = harmless(words)
    return '"{}"'.format(made.replace('"', '""')) if _QUOTED.search(made) else made


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell and cell[0] in FORMULA and cell.strip(" ") else cell


def _rows(claim: Claim, desk: Desk, cells: _Cells) -> Iterator[str]:
    """A row for each citation; one row alone for a claim that is gone or inferred."""
    ledger, entry = desk.ledger, claim.entry
    name = claim.key.subject
    head = f"{cell(whole_id(claim.key))},{cells.line([name, ledger.title(name)])}"
    address = cell(claim_address(claim.key, desk))
    if why := gone(claim):
        yield f"{head},{cell(why)}{',' * (len(COLUMNS) - 4)}{address}"
        return
    attribute = ledger.vocabulary.attributes.get(entry.attribute)
    conflict = desk.weighing.conflict_of.get(claim.key)
    told = [
        "retracted" if entry.retracted else "stands",
        attribute.label if attribute else entry.attribute,
        value_in_words(claim.value, entry.of, ledger),
        *_bounds(claim),
        entry.act,
        entry.hedge,
        listed(voice_in_words(voice, ledger) for voice in claim.voices),
        entry.stated_in,
        conflict.id if conflict else "",
    ]
    said = cells.line(told)
    for one in entry.cite:
        cited = cells.line([*_citation(one, ledger), *_verified(one, desk)])
        yield f"{head},{said},{cited},{address}"
    if not entry.cite:
        yield f"{head},{said}{',' * (len(COLUMNS) - len(told) - 3)}{address}"


def _bounds(claim: Claim) -> tuple[str, str]:
    """The outermost numbers that a count or a quantity can mean; nothing where there is no end."""
    match claim.value:
        case Count(numbers=numbers):
            low, high = hull(numbers.outermost)
        case Quantity(measure=measure):
            low, high = hull(measure.numbers.outermost)
        case _:
            return "", ""
    return f"{low:g}", "" if high == float("inf") else f"{high:g}"


def _citation(one: Citation, ledger: Ledger) -> list[str]:
    source = ledger.sources.get(one.source)
    return [
        one.source,
        ledger.title(source.publisher) if source else "",
        source.published.text if source else "",
        " ".join(one.quote.split()),
        one.rendering,
        one.tie,
        one.locator,
        " > ".join(map(ledger.title, one.via)),
    ]


def _verified(one: Citation, desk: Desk) -> tuple[str, str, str]:
    """Whether the words of a quote were found, on which day that was recorded, in which bytes."""
    state, line = desk.evidence.of(one, desk.ledger.sources.get(one.source))
    if line is None or state == "stale":
        return "no", "", ""
    return "in this build" if state == "in this run" else "recorded", line.day, line.snapshot
