from __future__ import annotations

import pytest

from factbook.rendering.frame import CONTENT, Filling, FrameError, cut, join

FILLING = Filling(
    title='<b>"Fire" & \'smoke\'</b> onload="x"',
    description="</title><script>alert(1)</script>",
    address="2020-12-20-fire",
    body="<h1>Body</h1>",
)
PAGE = f"""<!doctype html>
<title>factbook title mark · Site</title>
<meta name="description" content="factbook description mark">
<meta property='og:title' content='factbook title mark'>
<link rel="canonical" href="https://example.org/incidents/factbook%20address%20mark/">
<nav title="1 > 0"><a href="../">Up</a></nav>
{CONTENT}
"""


def test_the_pieces_are_joined_around_what_differs() -> None:
    joined = join(cut(PAGE), FILLING)
    assert "factbook" not in joined
    assert "<h1>Body</h1>" in joined
    assert 'href="https://example.org/incidents/2020-12-20-fire/"' in joined


def test_a_title_never_becomes_markup() -> None:
    joined = join(cut(PAGE), FILLING)
    escaped = "&lt;b&gt;&quot;Fire&quot; &amp; &#x27;smoke&#x27;&lt;/b&gt; onload=&quot;x&quot;"
    assert f"<title>{escaped} · Site</title>" in joined
    assert f"content='{escaped}'" in joined
    assert "<script>" not in joined


@pytest.mark.parametrize(
    "where",
    [
        "<a title=factbook title mark>x</a>",
        "<a factbook title mark>x</a>",
        "<script>var t = 'factbook title mark'</script>",
        "<style>/* factbook title mark */</style>",
        "<!-- factbook title mark -->",
        "<a onclick=\"say('factbook title mark')\">x</a>",
        '<a href="mailto:?subject=factbook title mark">x</a>',
        '<iframe srcdoc="factbook title mark"></iframe>',
        "<p x-data=\"{t: 'factbook title mark'}\">x</p>",
        '<meta http-equiv="refresh" content="0; url=factbook title mark">',
        "<a title=x factbook title mark>x</a>",
    ],
)
def test_a_mark_where_text_could_become_markup_is_refused(where: str) -> None:
    with pytest.raises(FrameError, match="markup"):
        cut(f"{where}{CONTENT}")


@pytest.mark.parametrize(
    "where", ["<script>var t = 'factbook title mark'", "<!-- factbook title mark"]
)
def test_what_does_not_end_is_refused_as_well(where: str) -> None:
    with pytest.raises(FrameError, match="markup"):
        cut(f"{CONTENT}{where}")


@pytest.mark.parametrize(
    ("where", "filled"),
    [
        ("<link href=/a/factbook%20address%20mark/ rel=canonical>", "href=/a/a%22%3E%27%3C/ rel"),
        ('<script>var at = "/a/factbook%20address%20mark"</script>', 'at = "/a/a%22%3E%27%3C"<'),
        ("<body data-page='factbook address mark'>", "data-page='a%22%3E%27%3C'"),
    ],
)
def test_an_address_is_filled_in_anywhere_since_it_is_encoded(where: str, filled: str) -> None:
    joined = join(cut(f"{where}{CONTENT}"), Filling("", "", "a\">'<", ""))
    assert filled in joined


@pytest.mark.parametrize("text", ["<p>nothing</p>", CONTENT + CONTENT])
def test_a_page_shows_the_content_once(text: str) -> None:
    with pytest.raises(FrameError, match="not once"):
        cut(text)
