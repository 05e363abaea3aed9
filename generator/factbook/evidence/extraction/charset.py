"""Bytes to text: by their mark, by what is declared, as UTF-8, or as what they look like."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before that of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# browsers read both as the third, and so are the pages meant
WESTERN = frozenset({"iso8859-1", "ascii"})
WINDOWS = "cp1252"
# Python knows these as ways to write text, which no document is written in
NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
HEAD = 4096  # where a page declares its charset
_DECLARED = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding=["']([\w.:-]+)""",
    re.IGNORECASE,
)


def decoded(content: bytes, declared: str = "") -> str | None:
    """The text of bytes, its lines ending in LF; None where they are no text.

    `declared` is the charset that came with the document.
    """
    text = _decoded(content, declared)
    if text is None or "\0" in text:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def declared_in(markup: bytes) -> str:
    """The charset that a page declares for itself, empty where it declares none."""
    match = _DECLARED.search(markup[:HEAD])
    name = (match[1] or match[2]).decode("ascii", "replace") if match else ""
    # the declaration was read as ASCII, so UTF-16 it cannot be
    return "utf-8" if name.lower().startswith("utf-16") else name


def _decoded(content: bytes, declared: str) -> str | None:
    for mark, name in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    for name in (known(declared), "utf-8"):
        if name:
            try:
                return content.decode(name)
            except (UnicodeDecodeError, LookupError):
                continue
    if b"\0" in content:
        return None
    guess = charset_normalizer.from_bytes(content).best()
    return str(guess) if guess else None


def known(name: str) -> str:
    """The charset that a name means, empty where it means none."""
    try:
        found = codecs.lookup(name.strip()).name if name.strip() else ""
        b"".decode(found or "utf-8")
    except (LookupError, ValueError):  # no charset at all, or a codec of another kind
        return ""
    if found.replace("-", "_") in NO_CHARSETS:
        return ""
    return WINDOWS if found in WESTERN else found
