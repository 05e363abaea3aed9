"""What can be found: a lean record for each page, made from the ledger without drawing it.

A record holds the title, names in all scripts, the summary, and each claim in a line; quotes in
full stay on the pages. Of a claim that was redacted or withdrawn nothing can be found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.dates import in_words
from factbook.facts.ledger import voices
from factbook.facts.model import FOLDER_OF, Actor, Incident, Place, Source, Statement
from factbook.outputs.search.folding import respelled
from factbook.pages.remarks import gone
from factbook.pages.wording import listed, source_in_words, value_in_words, voice_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.dates import Edtf
    from factbook.facts.ledger import Claim, Ledger
    from factbook.facts.model import AnySubject
    from factbook.pages.addresses import Addresses
    from factbook.weighing.weigh import Weighing

MOST_CLAIMS = 60  # claims told in one record; a page of more is found by its subject
END = " ⁂ "  # what follows is only for finding, not for showing
PAGE = "page"
UNDATED = -(10**7)
_MARKUP = re.compile(r"\s*\[@[^\]]*\]|[*_`#>]|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Found:
    """One page as it can be found; `day` is the number of its first day, for sorting."""

    url: str
    type: str
    title: str
    text: str
    date: str = ""
    day: int = UNDATED
    year: int = 0  # none: undated
    contested: str = ""

    @property
    def content(self) -> str:
        """What is searched: the text, and words that are compared otherwise than written."""
        others = respelled(f"{self.title} {self.text}")
        return f"{self.text}{END}{' '.join(others)}" if others else self.text


def records(ledger: Ledger, weighing: Weighing, addresses: Addresses) -> Iterator[Found]:
    """All subjects and sources; incidents that are only mentioned too, as they have pages."""
    contested: defaultdict[str, int] = defaultdict(int)
    for conflict in weighing.conflicts.values():
        contested[conflict.subject] += 1
    for name, record in ledger.subjects.records.items():
        kind = ledger.subjects.kinds[name]
        date = _date(record)
        known = date if date and date.known else None
        yield Found(
            url=addresses.page(FOLDER_OF[kind], name),
            type=kind,
            title=record.title,
            text=_one_line(_words(name, record, ledger)),
            date=in_words(known) if known else "",
            day=_day(known),
            year=_year(known),
            contested="contested" if contested[name] else "",
        )


def unmarked(text: str) -> str:
    """The words of a text in Markdown, without its citations."""
    return _MARKUP.sub(r"\1", text)


def _date(record: AnySubject | Source) -> Edtf | None:
    match record:
        case Incident(date=date):
            return date
        case Statement(on=date) | Source(published=date):
            return date
    return None


def _day(date: Edtf | None) -> int:
    """The first day a date usually means; the last where it has no beginning."""
    if date is None:
        return UNDATED
    low, high = date.usual
    return int(low if low > UNDATED else high)


def _year(date: Edtf | None) -> int:
    if date is None:
        return 0
    found = re.search(r"-?\d{4,}", date.text)
    return int(found[0]) if found else 0


def _one_line(words: Iterator[str]) -> str:
    return " · ".join(" ".join(one.split()) for one in words if one and not one.isspace())


def _words(name: str, record: AnySubject | Source, ledger: Ledger) -> Iterator[str]:
    """What a record tells of a page, the telling words first."""
    if isinstance(record, Source):
        yield source_in_words(record, ledger)
        yield from record.authors
        yield record.note
        return
    yield unmarked(record.summary)
    yield from _own(record, ledger)
    shown = [one for one in ledger.of_subject.get(name, ()) if not gone(one)]
    if isinstance(record, Statement):
        shown += [one for one in ledger.in_statement.get(name, ()) if not gone(one)]
    yield from (_claim(one, ledger) for one in shown[:MOST_CLAIMS])


def _own(record: AnySubject, ledger: Ledger) -> Iterator[str]:
    match record:
        case Incident(kind=kind, place=place):
            yield kind
            yield ledger.title(place)
        case Statement(by=by, channel=channel):
            yield listed(voice_in_words(voice, ledger) for voice in voices(by))
            yield channel
        case Actor(kind=kind, names=names):
            yield from (one.name for one in names)
            yield kind
        case Place(kind=kind, names=names, within=within):
            yield from (one.name for one in names)
            yield kind
            yield ledger.title(within)


def _claim(claim: Claim, ledger: Ledger) -> str:
    """`Killed: 8 civilians, Ministry of Health`."""
    entry = claim.entry
    attribute = ledger.vocabulary.attributes.get(entry.attribute)
    label = attribute.label if attribute else entry.attribute
    who = listed(voice_in_words(voice, ledger) for voice in claim.voices)
    value = value_in_words(claim.value, entry.of, ledger)
    return f"{label}: {value}{f', {who}' if who else ''}"
