"""The page that describes the data files of the site to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.pages.addresses import relative
from factbook.pages.view import Link, Page

if TYPE_CHECKING:
    from factbook.pages.addresses import Addresses

DATA = "data"
TITLE = "Data"
FILES = (
    ("claims.jsonl", "claim", "Every claim: value, speakers, statement, quotes, documents, status"),
    ("conflicts.jsonl", "conflict", "Every conflict: positions, claims, origins, assessment"),
    ("subjects.jsonl", "subject", "Every incident, statement, actor and place"),
    ("sources.jsonl", "source", "Every document, with the hash of its archived text"),
    ("claims.csv", "", "The claims for a spreadsheet, one row for each citation"),
    ("index.json", "index", "What there is: counts, and each file with its size and sha256"),
)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file, what is in it, and what describes it."""

    file: Link
    holds: str
    schema: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage(Page):
    """The view of the data files; `beside` is the data of a page, by example."""

    template: ClassVar[str] = "data.html"
    files: tuple[DataFile, ...]
    page_schema: Link
    beside: str


def data_page(addresses: Addresses) -> DataPage:
    """The page of the data files."""
    here = addresses.listing(DATA)

    def to(name: str) -> Link:
        return Link(name.rpartition("/")[2], relative(here, f"{DATA}/{name}"))

    return DataPage(
        id=DATA,
        section=DATA,
        address=here,
        is_list=True,
        title=TITLE,
        description="All claims, conflicts, subjects and sources of this site as data files.",
        files=tuple(
            DataFile(to(name), holds, to(f"schemas/{schema}.json") if schema else None)
            for name, schema, holds in FILES
        ),
        page_schema=to("schemas/page.json"),
        beside="incidents/ID/index.json" if addresses.directory_urls else "incidents/ID.json",
    )
