"""The lock of a source: which quotes were found in which bytes, where, and on which day.

It lies beside the source's file, `facts/sources/ID.lock`, and holds no word of the document: a line
for the text that was looked through (snapshot, digest of the text, its length, its paragraphs), and
a line for each distinct quote (its hash, the snapshot, where it stands in the text). Lines stand in
one order and each is whole in itself, so that git merges them; each ends in a sum of its own, so
that a slip of the pen is noticed where no document is at hand.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Span, Spot
from factbook.evidence.locating import Locator, Paragraph, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.facts.entries import Citation

FOLDER = "sources"
SUFFIX = ".lock"
HEAD = "# Where quotes stand in the archived text; written by `factbook verify`.\n"
MEND = "take the line out, and let `factbook verify` write it anew"
_DIGITS = 32  # hexadecimal: 128 bits
_SUM = 8
_N = r"\d{1,12}"
_BLOCK = rf"{_N}-{_N}"
_LINE = re.compile(
    r"(?P<quote>[0-9a-f]{32}): (?P<snapshot>[0-9a-f]{64}) "
    rf"(?P<spans>{_N}-{_N}(?:\+{_N}-{_N})*) "
    rf"(?:page (?P<page>{_N}) )?paragraph (?P<first>{_N})(?:-(?P<last>{_N}))? "
    rf"(?P<places>{_N}) (?:place|places) (?P<day>\d{{4}}-\d\d-\d\d)",
    re.ASCII,
)
_TEXT = re.compile(
    rf"text: (?P<snapshot>[0-9a-f]{{64}}) (?P<digest>[0-9a-f]{{32}}) (?P<length>{_N}) characters, "
    rf"paragraphs (?P<paragraphs>[ |]*(?:{_BLOCK}(?:[ |]+{_BLOCK})*)?[ |]*)",
    re.ASCII,
)


class Line(NamedTuple):
    """A quote that was found: in which bytes, at which characters of their text, on which day.

    `spans` are several where the quote has an ellipsis. `places` are more than one where the words
    stand more than once and nothing says which place is meant: then this is the first.
    """

    snapshot: str
    spans: tuple[tuple[int, int], ...]
    locator: Locator
    places: int
    day: str


class Text(NamedTuple):
    """A text that was looked through: its snapshot, a digest of it, its length and paragraphs."""

    snapshot: str
    digest: str
    length: int
    paragraphs: tuple[Paragraph, ...]


class SourceLock(NamedTuple):
    """All that a lock says; `text` is None in one that was written by nobody."""

    text: Text | None
    quotes: Mapping[str, Line]


NO_LOCK = SourceLock(None, {})


def key_of_quote(cited: Citation) -> str:
    """The hash by which a lock knows a quote, with its prefix, suffix and written locator."""
    return _hash(cited.quote, cited.prefix, cited.suffix, cited.locator)


@lru_cache(maxsize=100_000)  # pages show a quote more than once
def _hash(quote: str, prefix: str, suffix: str, locator: str) -> str:
    told = [" ".join(words.split()) for words in (quote, prefix, suffix)]
    if locator:
        told.append(" ".join(locator.split()))
    text = json.dumps(told, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def text_record(snapshot: str, text: str) -> Text:
    """What a lock keeps of a text."""
    return Text(snapshot, digest_of(text), len(text), paragraphs(text))


def digest_of(text: str) -> str:
    """The digest of a text, by which a lock knows it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def is_lock_of_source(path: str, facts: str) -> bool:
    """Whether a lock lies among the sources of the folder of facts."""
    return path.startswith(f"{facts}/{FOLDER}/") and path.endswith(SUFFIX)


def read_lock(path: str, content: bytes) -> tuple[SourceLock, list[Problem]]:
    """What a lock says, and a problem for each line that `factbook verify` never wrote."""
    text: Text | None = None
    quotes: dict[str, Line] = {}
    problems: list[Problem] = []
    for number, line in enumerate(content.decode("utf-8-sig", "replace").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        told, _, its_sum = line.rpartition(" ")
        if its_sum == _sum(told) and (match := _LINE.fullmatch(told)) and _is_sound(match):
            _keep(quotes, match)
        elif its_sum == _sum(told) and (match := _TEXT.fullmatch(told)):
            text = _text(match)
        else:
            span = Span(number, 1, number, len(line) + 1)
            message = "this line is none that `factbook verify` writes"
            problems.append(Problem("broken-lock", message, Spot(path, span=span), MEND))
    return SourceLock(text, quotes), problems


def _is_sound(match: re.Match[str]) -> bool:
    """Whether a line names a day of the calendar, and stretches that follow each other."""
    try:
        date.fromisoformat(match["day"])
    except ValueError:
        return False
    ends = [int(end) for end in re.split("[-+]", match["spans"])]
    return ends == sorted(ends) and all(
        start < end for start, end in zip(ends[::2], ends[1::2], strict=True)
    )


def _keep(quotes: dict[str, Line], match: re.Match[str]) -> None:
    """Of two lines on one quote, as a merge can leave them, the later day stands."""
    line = _line(match)
    if match["quote"] not in quotes or quotes[match["quote"]].day < line.day:
        quotes[match["quote"]] = line


def _line(match: re.Match[str]) -> Line:
    spans = [span.split("-") for span in match["spans"].split("+")]
    first = int(match["first"])
    return Line(
        match["snapshot"],
        tuple((int(start), int(end)) for start, end in spans),
        Locator(int(match["page"] or 0), first, int(match["last"] or first)),
        int(match["places"]),
        match["day"],
    )


def _text(match: re.Match[str]) -> Text:
    found = []
    pages = match["paragraphs"].split("|")
    for page, on_it in enumerate(pages, start=1):
        for number, block in enumerate(on_it.split(), start=1):
            start, _, end = block.partition("-")
            place = page if len(pages) > 1 else 0
            found.append(Paragraph(int(start), int(end or start), place, number))
    return Text(match["snapshot"], match["digest"], int(match["length"]), tuple(found))


def lock_text(lock: SourceLock) -> bytes:
    """The text of a lock: the same lock gives the same bytes."""
    told = [_text_told(lock.text)] if lock.text else []
    told += [_line_told(quote, line) for quote, line in sorted(lock.quotes.items())]
    return (HEAD + "".join(f"{one} {_sum(one)}\n" for one in told)).encode()


def _line_told(quote: str, line: Line) -> str:
    spans = "+".join(f"{start}-{end}" for start, end in line.spans)
    where = line.locator
    page = f"page {where.page} " if where.page else ""
    last = f"-{where.last}" if where.last != where.first else ""
    places = "1 place" if line.places == 1 else f"{line.places} places"
    return (
        f"{quote}: {line.snapshot} {spans} {page}paragraph {where.first}{last} {places} {line.day}"
    )


def _text_told(text: Text) -> str:
    pages = " | ".join(" ".join(page) for page in _by_page(text))
    return f"text: {text.snapshot} {text.digest} {text.length} characters, paragraphs {pages}"


def _by_page(text: Text) -> Iterator[list[str]]:
    last = max((one.page for one in text.paragraphs), default=0)
    for page in range(1, last + 1) if last else [0]:
        yield [f"{one.start}-{one.end}" for one in text.paragraphs if one.page == page]


def _sum(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()[:_SUM]
