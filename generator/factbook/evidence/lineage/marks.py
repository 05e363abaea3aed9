"""Which stretches of a text are somebody's words: within quotation marks, or a post that is shown.

A mark that opens a paragraph and is not closed reaches to the paragraph's end, as printers set
quotations of several paragraphs. Straight marks open and close by turns. A paragraph that ends with
a dash, a name and a handle is a post.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.evidence.lineage.shingles import Word

Span = tuple[int, int]
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)
_MARK = re.compile('["“”„«»「」『』]')
_CLOSED_BY = {"“": "”“", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "”": "”"}
_POST = re.compile(
    r"(?P<words>.+?)\s*[\u2014\u2013-]{1,2}\s*[^\n()]{1,60}\(@\w{1,30}\)[^\n]{0,40}\s*", re.DOTALL
)


def quoted(text: str) -> list[Span]:
    """The stretches of a text within quotation marks, and posts, in order, without overlap."""
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        post = _POST.fullmatch(text, *paragraph.span())
        found += [post.span("words")] if post else _within_marks(text, *paragraph.span())
    return found


def _within_marks(text: str, start: int, end: int) -> Iterator[Span]:
    opened, closing = -1, ""
    for mark in _MARK.finditer(text, start, end):
        if opened >= 0 and mark[0] in closing:
            yield opened, mark.start()
            opened = -1
        elif opened < 0:
            opened, closing = mark.end(), _CLOSED_BY.get(mark[0], "")
    if opened >= 0 and not text[start : opened - 1].strip():
        yield opened, end


def covered(word: Word, spans: Sequence[Span]) -> bool:
    """Whether a word stands within one of some spans; they need not be in order."""
    return any(first <= word.start and word.end <= last for first, last in spans)
