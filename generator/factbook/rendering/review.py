"""A review of changes as text for a terminal, or as Markdown for a pull request."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from factbook.rendering.templates import environment

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.pages.review import Review

FORMS = ("text", "markdown")
_TEMPLATES = {"text": "review/review.txt", "markdown": "review/review.md"}
WIDEST = 100  # columns of a line of text, which goes on below what it is about
INDENT = " " * 6
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")


def review_text(review: Review, form: str, own: Path) -> str:
    """The report in one of FORMS; templates in the dossier's folder `own` come first."""
    templates = environment(own)
    templates.autoescape = False
    templates.filters["md"] = as_markdown
    templates.filters["wrapped"] = wrapped
    return templates.get_template(_TEMPLATES[form]).render(review=review).rstrip() + "\n"


def wrapped(line: str) -> str:
    """A line of text, gone on below where it is long; no word is cut."""
    return textwrap.fill(
        line,
        WIDEST,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def as_markdown(words: str) -> str:
    """Words in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", words)
