"""What is published beside the pages: data files, and the index that is searched."""

from __future__ import annotations

from contextlib import contextmanager
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from factbook.exchange.data_schema import schema_files
from factbook.outputs.data.files import data_files
from factbook.outputs.search.engine import SearchError, engine
from factbook.outputs.search.files import search_files
from factbook.outputs.search.records import PAGE, Found, records
from factbook.outputs.search.rules import rules
from factbook.pages.data import DATA, FILES
from factbook.pages.search import SEARCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from factbook.dossier import Dossier
    from factbook.pages.addresses import Addresses

    File = tuple[str, bytes]

RESERVED = (  # where no file of the user's may lie
    *(f"{DATA}/{name}" for name, _, _ in FILES),
    f"{SEARCH}/index.json",
)
NO_JEKYLL = ".nojekyll"  # has GitHub Pages publish a site as it is
UNREAD = frozenset({"script", "style", "template"})
PARTS = frozenset({"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})


class _Text(HTMLParser):
    """The words of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.unread += tag in UNREAD
        if tag in PARTS:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.unread -= tag in UNREAD and self.unread > 0

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.words.append(data)


def text_of(html: str) -> str:
    """The words of a piece of HTML on one line."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.words).split())


def language_of(config: MkDocsConfig) -> str:
    """The language of the site, by its theme."""
    locale = config.theme.get("locale") or "en"
    return str(getattr(locale, "language", locale)).partition("-")[0].partition("_")[0].lower()


class Beside:
    """What lies beside the pages, made once a build; `wanted` is false where no search is."""

    def __init__(self) -> None:
        self.wanted = True
        self.searched = False
        self.hand_written: list[Found] = []

    def begin(self, *, searched: bool) -> None:
        """Begin a build; stop it, before anything is lost, where its search cannot be made."""
        self.hand_written.clear()
        self.searched = self.wanted and searched
        if self.searched:
            with _told():
                engine()

    def keep(self, page: Page, html: str) -> None:
        """Keep the words of a hand-written page; `html` is its Markdown, drawn."""
        title = str(page.title or page.url)
        self.hand_written.append(Found(page.url, PAGE, title, text_of(html)))

    @staticmethod
    def data(dossier: Dossier, addresses: Addresses, config: MkDocsConfig) -> Iterator[File]:
        """The data files with their schemas, and a word to a host."""
        yield NO_JEKYLL, b""
        title = dossier.own.title or config.site_name
        of = dossier.ledger, dossier.weighing, addresses, title, schema_files(), dossier.evidence
        yield from data_files(*of)

    def search(
        self, dossier: Dossier, addresses: Addresses, config: MkDocsConfig
    ) -> Iterator[File]:
        """The index over all pages, if there is to be one."""
        if self.searched:
            ours = records(dossier.ledger, dossier.weighing, addresses)
            found = [*ours, *rules(addresses), *self.hand_written]
            with _told():
                yield from search_files(found, language_of(config))


@contextmanager
def _told() -> Iterator[None]:
    """Tell MkDocs, in its own way, why there is no search."""
    try:
        yield
    except SearchError as error:
        raise PluginError(str(error)) from error
