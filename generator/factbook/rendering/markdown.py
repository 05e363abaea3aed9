"""The Markdown of facts: one dialect, one citation syntax, and no way for text to become markup.

Raw HTML and images are off, and a link may only lead to the web, to a mailbox or within the site:
fact files come in through pull requests of strangers.
"""

from __future__ import annotations

import re
from itertools import pairwise
from threading import local
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from factbook.facts.prose import CITATION
from factbook.pages.view import Prose
from factbook.rendering.plain import plain_html

_SAFE_LINK = re.compile(r"(https?:|mailto:|#|\.{0,2}/|[\w-]+(/|$|\.html|#))", re.IGNORECASE)
Tree = list[Any]
_OF_THREAD = local()
_HTML = ("html", "entity", "automail", "image_link", "image_reference", "short_image_ref")


class _Citation(InlineProcessor):
    """Turns `[@claim]` into a raised number that leads to its note; not inside of another link."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, numbers: dict[str, int]) -> None:
        super().__init__(rf" *({CITATION})")  # the number clings to the word before it
        self.numbers = numbers
        self.seen: set[int] = set()

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, match: re.Match[str], _data: str
    ) -> tuple[Element | None, int | None, int | None]:
        number = self.numbers.get(match[1])
        if number is None:
            return None, None, None
        mark = Element("sup", {"class": "fb-cite"})
        link = SubElement(mark, "a", {"href": f"#note-{number}"})
        if number not in self.seen:
            link.set("id", f"cite-{number}")
            self.seen.add(number)
        link.text = str(number)
        return mark, match.start(0), match.end(0)


class _SafeLinks(Treeprocessor):
    """Takes the target from links that could run a script."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if not _SAFE_LINK.match(link.get("href", "").strip()):
                link.attrib.pop("href", None)


class _Neighbours(Treeprocessor):
    """Marks a citation that follows another at once, so that 1 and 2 do not read as 12."""

    def run(self, root: Element) -> None:
        for parent in root.iter():
            children = list(parent)
            for before, after in pairwise(children):
                both = before.tag == after.tag == "sup"
                if both and not (before.tail or "").strip():
                    after.set("class", f"{after.get('class')} fb-next")


class _Capture(Treeprocessor):
    """Keeps the finished tree, for whoever needs it before it becomes HTML."""

    root: Element

    def run(self, root: Element) -> None:
        self.root = root


def to_html(prose: Prose) -> Markup:
    """The HTML of a summary, its citations as raised numbers."""
    made = plain_html(prose)
    return Markup(to_markdown_html(prose) if made is None else made)  # noqa: S704 - raw HTML is off


def to_markdown_html(prose: Prose) -> str:
    """The same by way of Markdown, whatever the summary holds."""
    converter, citation = _usual()
    citation.numbers, citation.seen = prose.numbers, set()
    return converter.reset().convert(prose.text)


def _usual() -> tuple[Markdown, _Citation]:
    """A converter for one text after the other: to make one takes longer than to convert.

    Each thread has its own: while a site is served, several draw at once.
    """
    if not hasattr(_OF_THREAD, "usual"):
        citation = _Citation({})
        _OF_THREAD.usual = _converter(citation), citation
    made: tuple[Markdown, _Citation] = _OF_THREAD.usual
    return made


def words_to_html(text: str) -> Markup:
    """The HTML of Factbook's own words, such as a manual: the same dialect without citations."""
    return to_html(Prose(text, {}, ()))


def to_tree(prose: Prose) -> Tree:
    """The tree of a summary: `[tag, attributes, children]`, where a child is a tree or text."""
    converter = _converter(_Citation(prose.numbers))
    capture = _Capture()
    converter.treeprocessors.register(capture, "capture", -10)
    converter.convert(prose.text)
    return _plain(capture.root) if prose.text.strip() else ["div", {}, []]


def _plain(element: Element) -> Tree:
    children: list[Tree | str] = [element.text] if element.text else []
    for child in element:
        children.append(_plain(child))
        if child.tail:
            children.append(child.tail)
    return [element.tag, dict(element.attrib), children]


def _converter(citation: _Citation) -> Markdown:
    converter = Markdown(extensions=["sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    for name in _HTML:
        converter.inlinePatterns.deregister(name)
    for name in ("hashheader", "setextheader"):
        converter.parser.blockprocessors.deregister(name)  # a summary lies below the page's own
    converter.inlinePatterns.register(citation, "citation", 185)
    converter.treeprocessors.register(_SafeLinks(), "safe_links", 0)
    converter.treeprocessors.register(_Neighbours(), "neighbours", -5)
    return converter
