"""What kind of document bytes are: by how they begin, else by what they were declared to be."""

from __future__ import annotations

import re
from typing import Literal

from factbook.evidence.extraction.charset import HEAD, MARKS

Kind = Literal["pdf", "page", "text", ""]
PDF, PAGE, TEXT = "application/pdf", "text/html", "text/plain"
UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/unknown"})
PAGES = frozenset({PAGE, "application/xhtml+xml"})
TEXTS = frozenset({"application/json", "application/xml", "application/yaml"})
# what stands before the first element is passed over once and for all: no `*` tries it again
_BEGINS = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+|<!--(?>.*?-->)\s*+)*+<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(content: bytes, media_type: str = "") -> Kind:
    """What can be read in bytes; empty where nothing can.

    `media_type` is what they were declared to be, without parameters.
    """
    if b"%PDF-" in content[:1024] or media_type == PDF:
        return "pdf"
    if media_type in PAGES or _BEGINS.match(_head(content)):
        return "page"
    said = media_type in UNSAID or media_type.startswith("text/") or media_type in TEXTS
    return "text" if said or media_type.endswith(("+json", "+xml")) else ""


def _head(content: bytes) -> str:
    """The first lines of a document, as far as they are ASCII in its charset."""
    for mark, name in MARKS:
        if content.startswith(mark):
            return content[len(mark) : HEAD].decode(name, "ignore")
    return content[:HEAD].decode("ascii", "ignore")
