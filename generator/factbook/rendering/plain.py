"""Summaries of plain sentences and citations, made into HTML without Markdown.

Most summaries hold no markup but citations, and Markdown took a third of the time of an incident's
page. What is not plain beyond doubt is left to it; the tests hold the two against each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.facts.prose import CITATION

if TYPE_CHECKING:
    from factbook.pages.view import Prose

# none of these means anything within a sentence
_SIGNS = r"""[^\W_]|[,.;:?%()/"'“”\u2018\u2019«»،؛؟\u2013—-]"""
_LINE = rf"[^\W\d_](?:{_SIGNS}|[ ](?=[^ \n])|{CITATION})*"
_PLAIN = re.compile(rf"{_LINE}(?:\n\n?{_LINE})*\n?")
_CITED = re.compile(rf" *({CITATION})")


def plain_html(prose: Prose) -> str | None:
    """The HTML of a summary that is plain, as Markdown would make it; None of one that is not."""
    if not _PLAIN.fullmatch(prose.text):
        return None
    seen: set[int] = set()
    paragraphs = []
    for text in prose.text.rstrip("\n").split("\n\n"):
        pieces, position = ["<p>"], 0
        for cited in _CITED.finditer(text):
            number = prose.numbers.get(cited[1])
            if number is None:
                return None
            between = text[position : cited.start()]
            follows = position and not between.strip()
            pieces += (between, _mark(number, is_first=number not in seen, follows=bool(follows)))
            seen.add(number)
            position = cited.end()
        paragraphs.append("".join((*pieces, text[position:], "</p>")))
    return "\n".join(paragraphs)


def _mark(number: int, *, is_first: bool, follows: bool) -> str:
    """A raised number; one that follows another at once is set apart from it."""
    anchor = f' id="cite-{number}"' if is_first else ""
    also = " fb-next" if follows else ""
    link = f'<a href="#note-{number}"{anchor}>{number}</a>'
    return f'<sup class="fb-cite{also}">{link}</sup>'
