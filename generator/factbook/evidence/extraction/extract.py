"""From archived bytes to their text, and what a reader should know of it."""

from __future__ import annotations

from typing import NamedTuple

from factbook.evidence.extraction.charset import declared_in, decoded
from factbook.evidence.extraction.kind import PAGE, PAGES, PDF, TEXT, UNSAID, kind_of
from factbook.evidence.extraction.page import page_text
from factbook.evidence.extraction.pdf import pdf_text


class Extracted(NamedTuple):
    """The text of a document or None, what kind of file it is, and what is to be said of it."""

    text: str | None
    media_type: str
    remark: str = ""


def extract(content: bytes, media_type: str = "", charset: str = "") -> Extracted:
    """What a document says: UTF-8, paragraphs divided by empty lines, pages of a PDF by form feeds.

    `media_type` and `charset` are what came with it. The same bytes give the same text.
    """
    declared = media_type.strip().lower()
    match kind_of(content, declared):
        case "pdf":
            text, remark = pdf_text(content)
            return Extracted(text, PDF, remark)
        case "page":
            named = declared if declared in PAGES else PAGE
            markup = decoded(content, charset or declared_in(content))
            if markup is None:
                return Extracted(None, named, "its charset could not be made out")
            text, remark = page_text(markup)
            return Extracted(text, named, remark)
        case "text":
            return _plain(content, declared, charset)
    return Extracted(None, declared, f"nothing reads a text in {declared}")


def _plain(content: bytes, declared: str, charset: str) -> Extracted:
    text = decoded(content, charset)
    named = declared or "application/octet-stream"
    if text is None:
        return Extracted(None, named, "it is neither plain text, nor HTML, nor PDF")
    if not text.strip():
        return Extracted(None, TEXT if declared in UNSAID else declared, "it is empty")
    return Extracted(text, TEXT if declared in UNSAID else declared)
