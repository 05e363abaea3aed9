"""Hand-written pages read as the engine will read them: which citations and links they hold.

What is code and what is not, only Markdown itself can tell. So each citation and each target is
given its place in the text, the whole is converted, and what comes out on the other side was one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from factbook.facts.prose import PAGE_CITATION
from factbook.pages.handwritten import Cited, HandWritten, Led
from factbook.rendering.citing import IN_LINK, Citations

if TYPE_CHECKING:
    from factbook.reading.tree import Tree

ALWAYS = ("toc", "tables", "fenced_code")  # what MkDocs adds itself
# other extensions can do anything; these say what is code and what is text
KNOWN = frozenset(
    {"admonition", "attr_list", "def_list", "extra", "footnotes", "md_in_html", "sane_lists"}
    | {f"pymdownx.{name}" for name in ("details", "extra", "superfences", "tabbed", "tasklist")}
    | {f"pymdownx.blocks.{name}" for name in ("admonition", "definition", "details", "tab")}
)
AT = "data-at"
BYTE_ORDER_MARK = "\ufeff"
# MkDocs takes YAML between two rules for the head of a page, and any lines that read `Word: …`
_HEAD = re.compile(
    r"\A(?:---[ \t]*\r?\n(?s:.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
    r"|(?: {0,3}[\w-]+:.*(?:\n|\Z)(?:(?: {4}|\t).*(?:\n|\Z))*)+)",
    re.ASCII,
)
_DEFINED = re.compile(r"^ {0,3}\[@([^\]]+)\]:", re.MULTILINE)
_CITATION = re.compile(PAGE_CITATION)
_TARGET = re.compile(r"(?<=[(\s<])([^\s()<>\"'\]:?#]+\.md)(?=[#)\s>]|\Z)")
_ADDRESS = re.compile(
    r"(?:\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)([^\s()<>\"'\]:?#]+)(?=[?#)\s>]|\Z)", re.MULTILINE
)
_PLACED = re.compile(r"([^?#]*)\?fb=(\d+)([?#].*)?", re.DOTALL)


def read_pages(tree: Tree, folder: str, extensions: object) -> list[HandWritten]:
    """All pages of a tree of Markdown files, with what each cites and leads to.

    `folder` is where they lie; `extensions` are those of Markdown that the site uses.
    """
    used = extensions_in_use(extensions)
    return [
        read_page(path, path.removeprefix(f"{folder}/"), content, used)
        for path, content in tree.items()
    ]


@lru_cache(maxsize=4096)  # while serving, the same pages are read after each edit
def read_page(
    path: str, name: str, content: bytes, extensions: tuple[str, ...] = ()
) -> HandWritten:
    """One page, with what it cites and leads to."""
    text = content.decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)
    if not any(sign in text for sign in ("[@", "](", "]:", ".md")):
        return HandWritten(path, name, text)
    head = _HEAD.match(text)
    start = head.end() if head else 0
    before = [
        Cited(match[1], match.start(), "the head of a page")
        for match in _CITATION.finditer(text, 0, start)
    ]
    try:
        cited, led = _found(_placed(text, start), [*ALWAYS, *extensions])
    except RecursionError:
        return HandWritten(path, name, text, is_unread=True)
    return HandWritten(path, name, text, (*before, *cited), led)


def extensions_in_use(configured: object) -> tuple[str, ...]:
    """Of the `markdown_extensions` of a configuration those that matter here, without options."""
    entries = configured if isinstance(configured, list) else []
    names = [next(iter(entry), "") if isinstance(entry, dict) else entry for entry in entries]
    short = [str(name).removeprefix("markdown.extensions.") for name in names]
    return tuple(name for name in short if name in KNOWN)


def _placed(text: str, start: int) -> str:
    """The text from `start` on, each citation and target with its offset."""
    defined = {match[1].lower() for match in _DEFINED.finditer(text)}
    marks = [
        (match.start() + 2, f"{match.start()}:")
        for match in _CITATION.finditer(text, start)
        if match[1].lower() not in defined
    ]
    led = (match for form in (_TARGET, _ADDRESS) for match in form.finditer(text, start))
    marks += {(match.end(1), f"?fb={match.start(1)}") for match in led}
    pieces, position = [], start
    for place, mark in sorted(marks):
        pieces += [text[position:place], mark]
        position = place
    return "".join((*pieces, text[position:]))


def _found(text: str, extensions: list[str]) -> tuple[tuple[Cited, ...], tuple[Led, ...]]:
    """What was a citation and what a link, for Markdown."""
    cited: dict[int, Cited] = {}
    led: dict[int, Led] = {}

    def answer(written: str, misplaced: str) -> Element | None:
        place, _, rest = written.partition(":")
        if not place.isdigit():  # a link that is defined, or made by an extension
            return None
        cited[int(place)] = Cited(rest, int(place), misplaced)
        return Element("span", {AT: place})

    converter = Markdown(
        extensions=[*_installed(extensions), Citations(answer), _Links(cited, led)]
    )
    converter.convert(text)
    return tuple(cited[key] for key in sorted(cited)), tuple(led[key] for key in sorted(led))


def _installed(names: list[str]) -> list[str]:
    """The extensions that can be loaded here; the engine names those that cannot."""
    found = []
    for name in names:
        try:
            Markdown(extensions=[name])
        except ImportError:
            continue
        found.append(name)
    return found


class _Links(Extension):
    def __init__(self, cited: dict[int, Cited], led: dict[int, Led]) -> None:
        super().__init__()
        self.cited, self.led = cited, led

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.treeprocessors.register(_Collected(self.cited, self.led), "factbook-links", 0)


class _Collected(Treeprocessor):
    """Keeps the targets of all links that were given a place, and looks what stands in links."""

    def __init__(self, cited: dict[int, Cited], led: dict[int, Led]) -> None:
        super().__init__()
        self.cited, self.led = cited, led

    def run(self, root: Any) -> None:  # noqa: ANN401 - the library says no more
        for link in root.iter("a"):
            if placed := _PLACED.fullmatch(link.get("href", "")):
                offset = int(placed[2])
                self.led[offset] = Led(f"{placed[1]}{placed[3] or ''}", offset)
            for place in (int(one.get(AT)) for one in link.iter("span") if one.get(AT)):
                self.cited[place] = self.cited[place]._replace(misplaced=IN_LINK)
