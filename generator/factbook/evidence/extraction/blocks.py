"""The text of a tree of elements as blocks: what stands between two breaks of a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator


class Marks(NamedTuple):
    """Elements that stand within a line, break it, are cells of a table, or are not seen."""

    within: frozenset[str]
    breaks: frozenset[str]
    cells: frozenset[str]
    unseen: frozenset[str]


# elements that stand in a line of words; all others begin a block
_INLINE = """
a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s
samp small span strike strong sub sup time tt u var wbr
"""
_UNSEEN = """
script style noscript template head title meta link iframe object embed svg math canvas audio video
select option datalist button textarea input
"""
VISIBLE = Marks(
    within=frozenset(_INLINE.split()),
    breaks=frozenset({"br"}),
    cells=frozenset({"td", "th"}),
    unseen=frozenset(_UNSEEN.split()),
)
# the names of elements in what trafilatura makes
ARTICLE = Marks(
    within=frozenset({"hi", "ref", "del", "code", "span"}),
    breaks=frozenset({"lb"}),
    cells=frozenset({"cell"}),
    unseen=frozenset({"graphic"}),
)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_RUN = re.compile(" {2,}")
_GAP = re.compile(r" *([\n\t]) *")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CELL = "\t"


def blocks(root: etree._Element, marks: Marks) -> list[str]:
    """The blocks of an element in their order, each with its lines; none is empty."""
    made: list[str] = []
    line: list[str] = []
    for piece in _pieces(root, marks):
        if piece is not None:
            line.append(piece)
        else:
            made.append(_tidy("".join(line)))
            line.clear()
    made.append(_tidy("".join(line)))
    return [block for block in made if block]


def _pieces(root: etree._Element, marks: Marks) -> Iterator[str | None]:
    """The words of an element, and None wherever a block begins or ends."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            yield from _before(node, marks, walk)
        else:
            if event == "end":
                yield from _after(node, marks)
            if node is not root:
                yield _SPACE.sub(" ", node.tail or "")


def _before(node: etree._Element, marks: Marks, walk: etree.iterwalk) -> Iterator[str | None]:
    if _is_unseen(node, marks):
        walk.skip_subtree()
    elif node.tag in marks.breaks:
        yield "\n"
    else:
        if node.tag not in marks.within | marks.cells:
            yield None
        yield _SPACE.sub(" ", node.text or "")


def _after(node: etree._Element, marks: Marks) -> Iterator[str | None]:
    if node.tag in marks.cells:
        yield CELL
    elif node.tag not in marks.within | marks.breaks and not _is_unseen(node, marks):
        yield None


def _is_unseen(node: etree._Element, marks: Marks) -> bool:
    hidden = node.get("hidden") is not None or _HIDDEN.search(node.get("style") or "")
    return node.tag in marks.unseen or bool(hidden)


def _tidy(text: str) -> str:
    return _GAP.sub(r"\1", _RUN.sub(" ", text)).strip(" \n\t")
