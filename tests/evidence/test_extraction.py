"""What archived bytes say: the article and all of it, in letters that are those of the document."""

from __future__ import annotations

import socket
import time

import pytest

from factbook.evidence.extraction.charset import declared_in, decoded
from factbook.evidence.extraction.extract import extract
from factbook.evidence.extraction.page import TOO_DEEP

ARABIC = "سقطت ثمانية صواريخ"
CYRILLIC = "Восемь ракет были выпущены по зелёной зоне в воскресенье вечером, сообщили военные."

CHARSETS = [
    ("a mark of UTF-8", b"\xef\xbb\xbf\xc3\xa9", "windows-1252", "é"),
    ("a mark of UTF-16", "é".encode("utf-16"), "utf-8", "é"),
    ("a mark of UTF-32", "é".encode("utf-32"), "", "é"),
    ("declared", ARABIC.encode("windows-1256"), "windows-1256", ARABIC),
    ("declared as Latin-1, which browsers take for Windows", b"\x93a\x94", "ISO-8859-1", "“a”"),
    ("declared wrongly", "é".encode(), "ascii", "Ã©"),
    ("declared and impossible", "é\x81".encode(), "shift_jis", "é\x81"),
    ("declared as no charset", "é".encode(), "rot13", "é"),
    ("declared as a way to write text", rb"\u0041", "unicode_escape", rb"\u0041".decode()),
    ("declared as nothing known", "é".encode(), "x-none", "é"),
    ("UTF-8", "“é”".encode(), "", "“é”"),
    ("what it looks like", CYRILLIC.encode("cp1251"), "", CYRILLIC),
    ("ends of lines", b"a\r\nb\rc\n", "", "a\nb\nc\n"),
]


@pytest.mark.parametrize(
    ("name", "content", "declared", "text"), CHARSETS, ids=[row[0] for row in CHARSETS]
)
def test_letters_are_those_of_the_document(
    name: str, content: bytes, declared: str, text: str
) -> None:
    assert decoded(content, declared) == text, name


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0"])
def test_what_is_no_text_has_none(content: bytes) -> None:
    assert decoded(content) is None
    assert extract(content).text is None
    assert "neither plain text, nor HTML, nor PDF" in extract(content).remark


@pytest.mark.parametrize(
    ("markup", "charset"),
    [
        (b'<html><meta charset="windows-1256">', "windows-1256"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<p>charset=none</p>", ""),
    ],
)
def test_a_page_declares_its_charset(markup: bytes, charset: str) -> None:
    assert declared_in(markup) == charset


def page(article: str, *, headline: str = "Rockets fired at the zone") -> bytes:
    return f"""<!DOCTYPE html><html><head><title>T | The Paper</title><script>var x = "script";</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><h1>{headline}</h1><main><article>{article}</article></main>
<aside><p>Other news</p></aside><footer>All rights reserved</footer></body></html>""".encode()


LONG = "Officials said on Sunday that it was the third attack since the truce was agreed upon. "
ARTICLE = f"""<p>Eight rockets were fired at the&nbsp;zone.<br>{LONG}</p><!-- comment -->
<p>One <b>Iraqi</b> soldier was <a href="x">wounded</a>. {LONG}</p><blockquote><p>“We will not rest.”</p></blockquote>
<ul><li>first of a list</li></ul><table><tr><td>Place</td><td>3</td></tr></table><p>{LONG}</p>"""


def test_a_page_is_its_headline_and_its_article() -> None:
    found = extract(page(ARTICLE))
    assert found.text is not None
    assert found.text.split("\n\n") == [
        "Rockets fired at the zone",
        f"Eight rockets were fired at the\xa0zone.\n{LONG.strip()}",
        f"One Iraqi soldier was wounded. {LONG.strip()}",
        "“We will not rest.”",
        "first of a list",
        "Place\t3",
        LONG.strip(),
    ]
    assert (found.media_type, found.remark) == ("text/html", "")


def test_where_no_article_is_found_the_text_is_all_that_can_be_seen() -> None:
    found = extract(
        b"<html><body><nav>Home</nav><p>Eight rockets.</p><p hidden>x</p><style>p{}</style><div>One&amp;two"
    )
    assert found.text == "Home\n\nEight rockets.\n\nOne&two"
    assert found.remark == "no article was found: the text is all that can be seen"


def test_an_article_that_is_but_a_part_of_its_page_is_told() -> None:
    rest = "".join(
        f"<li><a href='{n}'>A link number {n} of the furniture</a></li>" for n in range(99)
    )
    found = extract(page(ARTICLE).replace(b"<footer>", f"<footer><ul>{rest}</ul>".encode()))
    assert found.text is not None
    assert "furniture" not in found.text
    assert "look whether it is whole" in found.remark


@pytest.mark.parametrize("depth", [300, 1500])
def test_what_is_nested_deeply_is_there(depth: int) -> None:
    found = extract(page("<div>" * depth + ARTICLE + "</div>" * depth))
    assert found.text is not None
    assert "Eight rockets" in found.text
    assert "We will not rest" in found.text


UNWIELDY = [
    ("very many elements", "<i>one</i> two " * 20_000, "one two one"),
    ("very many lines", "one<br>" * 200_000, "one\none"),
    ("very many attributes", f"<div {' '.join(f'a{n}=b' for n in range(200_000))}>one", "one"),
    ("very many comments", "<!-- -->" * 100_000 + "one", "one"),
    ("tables in tables", "<table><tr><td>" * 600 + "one", "one"),
]


@pytest.mark.parametrize(("name", "inside", "words"), UNWIELDY, ids=[row[0] for row in UNWIELDY])
def test_a_page_that_would_take_minutes_is_read_as_it_is_seen(
    name: str, inside: str, words: str
) -> None:
    began = time.monotonic()
    found = extract(f"<html><body>{inside}".encode())
    assert found.text is not None, name
    assert words in found.text, name
    assert time.monotonic() - began < 20, name


def test_what_is_nested_too_deeply_is_told() -> None:
    assert extract(page(ARTICLE + "<div>" * 9000 + "lost")).remark == TOO_DEEP


@pytest.mark.parametrize(
    "content", [b"<html></html>", b"<html><script>x</script>", b"<!doctype html>"]
)
def test_a_page_on_which_nothing_is_seen_has_no_text(content: bytes) -> None:
    found = extract(content)
    assert (found.text, found.remark) == (None, "nothing can be seen on this page")


def test_the_same_bytes_give_the_same_text_and_nothing_is_asked_of_the_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("the network was asked"))
    content = page(
        f"<img src='http://x.example/a'><iframe src='http://y.example/'></iframe>{ARTICLE}"
    )
    texts = {extract(content, "text/html").text for _ in range(5)}
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("content", "media_type", "found"),
    [
        (b"words", "text/markdown", ("words", "text/markdown")),
        (b'{"a": 1}', "application/ld+json", ('{"a": 1}', "application/ld+json")),
        (b"words", "application/octet-stream", ("words", "text/plain")),
        (b"words", "", ("words", "text/plain")),
        (b"words", "image/png", (None, "image/png")),
        (b"  \n", "", (None, "text/plain")),
        (b"<p>words", "text/html", ("words", "text/html")),
        (b"<p>words", "application/xhtml+xml", ("words", "application/xhtml+xml")),
    ],
)
def test_the_kind_is_what_it_is_and_then_what_is_said(
    content: bytes, media_type: str, found: tuple[str | None, str]
) -> None:
    assert extract(content, media_type)[:2] == found
