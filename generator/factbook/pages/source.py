"""The page of a source: what the document is, and every claim that rests on it, with its words.

The claims stand in the order of the document, beside a drawing of what of it is cited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from factbook.facts.dates import in_words
from factbook.facts.model import UNKNOWN
from factbook.pages.against import against_listing
from factbook.pages.claims import described
from factbook.pages.facsimile import Facsimile, facsimile
from factbook.pages.part import Part, parts
from factbook.pages.passages import claims_in_order, passages
from factbook.pages.remarks import inference, record_remarks
from factbook.pages.shared import against_itself, shared_listing
from factbook.pages.view import Link, Page, Remark
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from factbook.facts.model import Snapshot
    from factbook.pages.links import Desk
    from factbook.pages.part import Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage(Page):
    """The view of a source."""

    template: ClassVar[str] = "source.html"
    publisher: Link | None
    published: str
    authors: tuple[str, ...]
    language: str
    url: str
    archive_url: str
    accessed: str
    sha256: str
    bytes: int
    archived: str
    inferred: str
    note: str
    details: tuple[Remark, ...]
    claims: int
    facsimile: Facsimile | None
    parts: tuple[Part, ...]


def source_page(name: str, desk: Desk, *, whole: bool = False) -> SourcePage:
    """The page of the source with this id; `whole` with all of its lists, however long."""
    source = desk.ledger.sources[name]
    claims = desk.ledger.by_source.get(name, ())
    known = passages(name, desk)
    return SourcePage(
        id=name,
        section="sources",
        address=desk.here,
        title=source.title,
        description=described(source.title, claims),
        publisher=None if source.publisher == UNKNOWN else desk.to(source.publisher),
        published=in_words(source.published) if source.published.known else "",
        authors=source.authors,
        language=source.language,
        url=source.url,
        archive_url=source.archive_url,
        accessed=in_words(source.accessed) if source.accessed else "",
        sha256=source.snapshot.sha256 if source.snapshot else "",
        bytes=source.snapshot.bytes if source.snapshot else 0,
        archived=_archived(source.snapshot) if source.snapshot else "",
        inferred=inference(source.inferred, desk.ledger),
        note=source.note,
        details=record_remarks(source, desk.ledger),
        claims=len(claims),
        facsimile=facsimile(known) if known else None,
        parts=parts(source_listings(name, desk), name, desk, whole=whole),
    )


def source_listings(name: str, desk: Desk) -> tuple[Listing[Any], ...]:
    """The lists of the source's page."""
    claims = desk.ledger.by_source.get(name, ())
    return (
        against_listing(claims, desk),
        against_itself(name, desk),
        shared_listing(name, desk),
        claims_in_order(name, desk),
    )


def _archived(snapshot: Snapshot) -> str:
    """When a document was archived, and of how many versions it is the latest."""
    when = f"archived {in_words(snapshot.archived)}" if snapshot.archived else ""
    past = counted(len(snapshot.earlier), "earlier version") if snapshot.earlier else ""
    return ", ".join(filter(None, (when, past)))
