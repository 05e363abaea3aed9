"""What is published beside the pages: data files, and the index that is searched."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache, partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

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
    from collections.abc import Callable, Iterator

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


class Work(NamedTuple):
    """Files that are made together: what they are made from, by which they are known, and how."""

    name: str
    made_from: Callable[[], object]
    files: Callable[[], Iterator[File]]


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

    def works(self, dossier: Dossier, addresses: Addresses, config: MkDocsConfig) -> list[Work]:
        """The data files, and the index over all pages if there is to be one."""
        title = dossier.own.title or config.site_name
        made = [
            Work(
                "data",
                lambda: (title, addresses, dossier.facts_digest, dossier.evidence.found),
                partial(_data, dossier, addresses, title),
            )
        ]
        if self.searched:
            found = cache(partial(self._found, dossier, addresses))
            language = language_of(config)
            search = Work("search", lambda: (found(), language), lambda: _search(found(), language))
            made.append(search)
        return made

    def _found(self, dossier: Dossier, addresses: Addresses) -> list[Found]:
        """All that can be found."""
        ours = records(dossier.ledger, dossier.weighing, addresses)
        return [*ours, *rules(addresses), *self.hand_written]


def _data(dossier: Dossier, addresses: Addresses, title: str) -> Iterator[File]:
    """The data files with their schemas, and a word to a host."""
    yield NO_JEKYLL, b""
    of = dossier.ledger, dossier.weighing, addresses, title, schema_files(), dossier.evidence
    yield from data_files(*of)


def _search(found: list[Found], language: str) -> Iterator[File]:
    with _told():
        yield from search_files(found, language)


@contextmanager
def _told() -> Iterator[None]:
    """Tell MkDocs, in its own way, why there is no search."""
    try:
        yield
    except SearchError as error:
        raise PluginError(str(error)) from error
