"""The text of a PDF, page by page."""

from __future__ import annotations

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it minds is no word to users

BETWEEN_PAGES = "\f"


def pdf_text(content: bytes) -> tuple[str | None, str]:
    """The text of a PDF, its pages divided by form feeds, and what is to be said of it.

    None where it cannot be read, or has no text. A page that cannot be read is empty, and named.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return None, "this PDF opens with a password only"
        pages, unread = _pages(reader)
    except (PyPdfError, ImportError) as error:
        return None, f"this PDF cannot be read: {_line(error)}"
    except Exception as error:  # noqa: BLE001 - what a broken file leads a reader into is anything
        return None, f"this PDF is broken: {_line(error)}"
    if not any(page.strip() for page in pages):
        return None, "this PDF has no text; if it is a scan, archive a text of it as well"
    missing = f"of this PDF, these pages could not be read: {', '.join(unread)}" if unread else ""
    return BETWEEN_PAGES.join(pages), missing


def _pages(reader: PdfReader) -> tuple[list[str], list[str]]:
    """The text of each page, and the numbers of those that could not be read."""
    pages: list[str] = []
    unread: list[str] = []
    for number, page in enumerate(reader.pages, start=1):
        try:
            text = page.extract_text()
        except Exception:  # noqa: BLE001 - as above; the other pages may be whole
            text = ""
            unread.append(str(number))
        # letters that no text can hold would keep the whole from being kept
        whole = text.encode("utf-8", "replace").decode()
        pages.append(whole.replace(BETWEEN_PAGES, "\n").replace("\0", "").strip())
    return pages, unread


def _line(error: Exception) -> str:
    return str(error).partition("\n")[0] or type(error).__name__
