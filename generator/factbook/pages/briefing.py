"""A briefing: chosen subjects in one document, from the same views as their pages.

Every citation gets a number, the same one always the same; the documents behind the notes stand at
the end, with the hashes of their archived texts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from factbook.facts.model import FOLDER_OF
from factbook.pages.compose import PAGES
from factbook.pages.source import SourcePage, source_page
from factbook.pages.view import NOT_VERIFIED, CitationView, Page, Prose
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.facts.ledger import Ledger
    from factbook.pages.links import Desk

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One subject of a briefing; `kind` names the template that sets it."""

    kind: str
    page: Page


@dataclass(frozen=True, slots=True)
class Briefing:
    """The view of a briefing: chapters, the notes they number, the documents behind the notes.

    `verified` says how far the quotes are proven, `usual` how far most are: at a note that differs,
    it is said again. Both rest on what is recorded, so that they are the same on every machine.
    """

    title: str
    author: str
    description: str
    day: date
    chapters: tuple[Chapter, ...]
    notes: tuple[CitationView, ...]
    sources: tuple[SourcePage, ...]
    verified: str
    usual: str


@dataclass(slots=True)
class Numbering:
    """Numbers citations in the order in which they are met."""

    numbers: dict[CitationView, int] = field(default_factory=dict)

    def numbered(self, part: T) -> T:
        """A view with all its citations numbered, however deep they lie."""
        match part:
            case CitationView():
                number = self.numbers.setdefault(part, len(self.numbers) + 1)
                return cast("T", replace(part, number=number))
            case tuple():
                return cast("T", tuple(self.numbered(item) for item in part))
            case Prose():
                return cast("T", self._prose(part))
        if not is_dataclass(part) or isinstance(part, type):
            return part
        changed: dict[str, Any] = {
            one.name: self.numbered(getattr(part, one.name)) for one in fields(part)
        }
        return replace(part, **changed)

    def _prose(self, prose: Prose) -> Prose:
        """In a summary a claim's mark leads to the first citation of the claim."""
        notes = tuple(self.numbered(note) for note in prose.notes)
        numbers = {
            words: note.claim.citations[0].number
            for words, note in zip(prose.numbers, notes, strict=True)
            if note.claim.citations
        }
        return replace(prose, numbers=numbers, notes=notes)


def briefing(names: Sequence[str], desk: Desk, author: str, day: date) -> Briefing:
    """The briefing on the records with these ids, in this order; `day` is the document's date.

    All of them must exist. `author` is who answers for it: the dossier.
    """
    ledger = desk.ledger
    numbering = Numbering()
    chapters = []
    for name in names:
        page = PAGES[FOLDER_OF[ledger.subjects.kinds[name]]](name, desk, whole=True)
        kind = page.template.removesuffix(".html")
        chapters.append(Chapter(kind, numbering.numbered(page)))
    notes = tuple(replace(one, number=number) for one, number in numbering.numbers.items())
    cited = dict.fromkeys(note.source_id for note in notes)
    verified, usual = _verified(notes)
    return Briefing(
        title=" · ".join(one.page.title for one in chapters),
        author=author,
        description=f"{counted(len(notes), 'note')} from {counted(len(cited), 'document')}",
        day=day,
        chapters=tuple(chapters),
        notes=notes,
        sources=tuple(source_page(name, desk) for name in cited if name in ledger.sources),
        verified=verified,
        usual=usual,
    )


def _verified(notes: Sequence[CitationView]) -> tuple[str, str]:
    """How far the quotes are proven, in a sentence, and how far most of them are."""
    if not notes:
        return "", ""
    [(usual, count)] = Counter(note.proof.words for note in notes).most_common(1)
    if count < len(notes):
        told = f"Of {len(notes)} quotes, {count} {'is' if count == 1 else 'are'} {usual}"
        return f"{told}; where that differs, the note says so.", usual
    if usual == NOT_VERIFIED.words:
        told = "None of the quotes is verified" if count > 1 else "The quote is not verified"
    else:
        told = f"All {count} quotes are {usual}" if count > 1 else f"The quote is {usual}"
    return f"{told}.", usual


def newest_document(names: Sequence[str], ledger: Ledger) -> date | None:
    """The day of the newest dated document that is cited on these records' pages."""
    claims = [
        claim
        for name in names
        for group in (ledger.of_subject, ledger.in_statement, ledger.by_voice, ledger.by_source)
        for claim in group.get(name, ())
    ]
    cited = {one.source for claim in claims for one in claim.entry.cite}
    dates = [ledger.sources[name].published for name in cited if name in ledger.sources]
    days = [int(one.usual.high) for one in dates if 0 < one.usual.high <= date.max.toordinal()]
    return date.fromordinal(max(days)) if days else None
