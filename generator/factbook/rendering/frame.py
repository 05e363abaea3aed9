"""The frame: what surrounds a fact page, cut from one page that a documentation engine drew.

Of two fact pages only title, description, address and body differ. The engine draws one page with a
mark in place of each; `cut` finds the marks, `join` fills them in. Title and description are taken
only as text, or inside a quoted attribute that holds text. Anything else is refused, since a title
must never become markup. The address is harmless anywhere: an encoded id holds no sign that means
something to HTML, to a script or to a style. Every mark holds a space, so that minifiers keep the
quotation marks around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

TITLE = "factbook title mark"
DESCRIPTION = "factbook description mark"
ADDRESS = "factbook address mark"
BODY = "factbook body mark"

CONTENT = f'<div class="fb">\n<h1>{BODY}</h1>\n</div>'  # a heading, or some themes add their own
_BODY = re.compile(rf"<h1[^>]*>\s*{BODY}\s*</h1>")
_TOKEN = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))"
    r"|(?P<raw><(?P<name>script|style)\b(?:\"[^\"]*\"|'[^']*'|[^'\">])*>.*?(?:</(?P=name)\s*>|\Z))"
    r"|(?P<tag><[a-zA-Z/!](?:\"[^\"]*\"|'[^']*'|[^'\">])*(?:>|\Z))",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_WORDS = re.compile(f"{TITLE}|{DESCRIPTION}")
_ADDRESS = re.compile(f"{ADDRESS}|{quote(ADDRESS)}")
# attributes that hold text; of all others nobody knows what a browser or a script makes of them
_TEXTS = frozenset({"alt", "content", "label", "placeholder", "summary", "title", "value"})
_PREFIXES = ("aria-", "data-")


class FrameError(Exception):
    """A theme puts a mark where filling it in would not be safe, or leaves out the body."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What differs between two fact pages; all but the body is plain text."""

    title: str
    description: str
    address: str  # the last part of the page's address: its id
    body: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Pieces of text with the name of a mark between each two."""

    pieces: tuple[str, ...]
    marks: tuple[str, ...]


def cut(text: str) -> Frame:
    """Cut the text of one drawn page at its marks; raises FrameError where that is not safe."""
    bodies = list(_BODY.finditer(text))
    if len(bodies) != 1:
        raise FrameError(f"the theme shows a page's content {len(bodies)} times, not once")
    found = [(body.start(), body.end(), BODY) for body in bodies]
    found += [(match.start(), match.end(), ADDRESS) for match in _ADDRESS.finditer(text)]
    unsafe = _unsafe(text)
    for match in _WORDS.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in unsafe):
            around = text[max(0, match.start() - 60) : match.end() + 20]
            raise FrameError(
                f"the theme puts “{match[0]}” where text could become markup: {around}"
            )
        found.append((match.start(), match.end(), match[0]))
    pieces, marks, position = [], [], 0
    for start, end, name in sorted(found):
        pieces.append(text[position:start])
        marks.append(name)
        position = end
    return Frame((*pieces, text[position:]), tuple(marks))


def join(frame: Frame, filling: Filling) -> str:
    """The page: the frame's pieces with the filling between them, escaped."""
    words = {
        TITLE: escape(filling.title),
        DESCRIPTION: escape(filling.description),
        ADDRESS: quote(filling.address),
        BODY: filling.body,
    }
    parts = [frame.pieces[0]]
    for mark, piece in zip(frame.marks, frame.pieces[1:], strict=True):
        parts += (words[mark], piece)
    return "".join(parts)


def _unsafe(text: str) -> list[tuple[int, int]]:
    """Stretches in which no words may stand.

    Those are comments, scripts, styles, and tags but for the quoted values of attributes for text.
    """
    unsafe: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        if token["tag"] is None or "http-equiv" in token["tag"].lower():
            unsafe.append(token.span())
            continue
        position = token.start()
        for attribute in _ATTRIBUTE.finditer(token["tag"]):
            name = attribute[1].lower()
            if name in _TEXTS or name.startswith(_PREFIXES):
                start, end = attribute.span(2 if attribute[2] is not None else 3)
                unsafe.append((position, token.start() + start))
                position = token.start() + end
        unsafe.append((position, token.end()))
    return unsafe
