"""The text of a page of the web: its article, or all that can be seen where none is found.

Nothing is loaded: what a page refers to stays where it is.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy

import lxml.html
from lxml import etree
from trafilatura import bare_extraction

from factbook.evidence.extraction.blocks import ARTICLE, VISIBLE, blocks

# what it minds is no word to users
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

LEAST = 250  # letters: an article that is shorter may be but a part, or the note on cookies
PART = 0.5  # of the words of a page: an article with less is worth a look
WHOLE = 0.9  # of the words of a page: no article, but all there is
MOST, DEEPEST = 8_000, 200  # elements: trafilatura's time grows with the square of both
ATTRIBUTES = 5_000  # of one element: the parser's time grows with their square
PARAGRAPH = "\n\n"
_LONG_TAG = re.compile(r"(<[a-zA-Z][\w-]*+)[^>]{20000,}+")
TOO_DEEP = "the text is not whole: elements of the page are nested too deeply"


def page_text(markup: str) -> tuple[str | None, str]:
    """The text of a page, paragraphs divided by empty lines, and what is to be said of it.

    Its headline comes first. None where nothing can be seen.
    """
    markup = _LONG_TAG.sub(_bare, markup)
    try:
        parser = _parser()
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None, "nothing can be seen on this page"
    seen = blocks(tree, VISIBLE)
    cut = any(error.level == etree.ErrorLevels.FATAL for error in parser.error_log)
    if not seen:
        return None, TOO_DEEP if cut else "nothing can be seen on this page"
    text, remark = _chosen(tree, seen)
    return text, TOO_DEEP if cut else remark


def _bare(tag: re.Match[str]) -> str:
    """A tag without its attributes where it has very many of them: no word is lost."""
    return tag[1] if len(tag[0].split()) > ATTRIBUTES else tag[0]


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )


def _chosen(tree: lxml.html.HtmlElement, seen: list[str]) -> tuple[str, str]:
    """The article with its headline, or all that is seen, and what is to be said of it."""
    article = _article(tree)
    words, all_words = (sum(len(one.split()) for one in part) for part in (article, seen))
    # in need, trafilatura takes all words there are, without a paragraph between them
    lumped = len(article) == 1 < len(seen) and words >= WHOLE * all_words
    if lumped or sum(map(len, article)) < min(LEAST, sum(map(len, seen))):
        return PARAGRAPH.join(seen), "no article was found: the text is all that can be seen"
    if missing := _headline(tree, article):
        article = [missing, *article]
    partly = words < PART * all_words
    remark = f"the text is {words} of {all_words} words on the page: look whether it is whole"
    return PARAGRAPH.join(article), remark if partly else ""


def _is_unwieldy(tree: lxml.html.HtmlElement) -> bool:
    """Whether a page has so many elements, or so deep ones, that reading it would take minutes."""
    depth = number = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        number += event == "start"
        if depth > DEEPEST or number > MOST:
            return True
    return False


def _article(tree: lxml.html.HtmlElement) -> list[str]:
    """The blocks of what trafilatura takes for the article; none where it finds none."""
    if _is_unwieldy(tree):
        return []
    try:
        found = bare_extraction(
            deepcopy(tree),
            include_comments=False,
            include_tables=True,
            include_images=False,
            include_links=False,
            deduplicate=False,  # it remembers earlier pages, so a text would depend on them
            with_metadata=False,
            favor_recall=True,
        )
    except Exception:  # noqa: BLE001 - what a broken page leads it into is anything
        return []
    body = getattr(found, "body", None)
    return blocks(body, ARTICLE) if body is not None else []


def _headline(tree: lxml.html.HtmlElement, article: list[str]) -> str:
    """The headline of a page where the article lacks it."""
    whole = " ".join(" ".join(article).split())
    for heading in tree.iter("h1"):
        text = " ".join(blocks(heading, VISIBLE))
        if text:
            return "" if " ".join(text.split()) in whole else text
    return ""
