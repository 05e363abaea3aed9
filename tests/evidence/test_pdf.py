"""What a PDF says, page by page, and documents of every kind in a plain folder."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter

from factbook.evidence.extraction.extract import extract
from factbook.evidence.snapshots import text_of
from factbook.evidence.store import digest

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = b"<html><body><p>Eight rockets were fired.</p></body></html>"


def pdf(*pages: str) -> bytes:
    """A PDF with a line of text on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects += [
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(pages):
        drawn = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + end.encode()


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("secret"))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_the_pages_of_a_pdf_are_kept_apart() -> None:
    found = extract(pdf("Eight rockets", "", "One soldier"), "application/octet-stream")
    assert (found.text, found.media_type, found.remark) == (
        "Eight rockets\f\fOne soldier",
        "application/pdf",
        "",
    )


BROKEN: list[tuple[str, Callable[[], bytes], str]] = [
    ("a scan", lambda: pdf("", ""), "this PDF has no text"),
    ("with a password", lambda: locked("p"), "this PDF opens with a password only"),
    ("cut off", lambda: pdf("words")[:60], "this PDF "),
    ("a word only", lambda: b"%PDF-", "this PDF "),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "remark"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_pdf_without_a_text_is_told(name: str, make: Callable[[], bytes], remark: str) -> None:
    found = extract(make())
    assert found.text is None, name
    assert found.remark.startswith(remark), name


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    assert extract(locked("")).text == "secret"


def test_documents_of_a_plain_folder_are_read_when_asked() -> None:
    documents = [pdf("one", "two"), PAGE, "“plain”\r\n".encode(), b"\0\1"]
    snapshots = {digest(one): one for one in documents}
    texts = [text_of(snapshots, digest(one)) for one in documents]
    assert [texts[0], texts[2], texts[3]] == ["one\ftwo", "“plain”\n", None]
    assert texts[1] == extract(documents[1]).text
