"""Citations in hand-written pages, as a part of whatever Markdown the site is written in.

`[@subject#claim]` gives the value with a raised number in brackets, which leads to the note. The
brackets keep 8 and its note 1 apart wherever a page is read without its style: copied, searched,
read aloud.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from factbook.facts.prose import PAGE_CITATION

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from markdown import Markdown

    from factbook.pages.view import Note

    Answer = Callable[[str, str], Element | str | None]

SIGN = "M1.5 4.2h9M1.5 7.8h9M8.2 1.2 3.8 10.8"
# where a number could lead nowhere, or would become part of a title
IN_LINK = "a link"
MISPLACED = {**dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "a heading"), "a": IN_LINK}


class Citations(Extension):
    """Draws citations; `answer` gives an element or HTML for what stands in brackets.

    It is told in words where a citation stands in the wrong place. None leaves the text as it is.
    """

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """After code spans, before links and emphasis."""
        md.inlinePatterns.register(_Citation(PAGE_CITATION, md, self), "factbook-citation", 185)


class _Citation(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, extension: Citations) -> None:
        super().__init__(pattern, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, match: re.Match[str], _data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        if f"@{match[1]}".lower() in self.md.references:
            return None, None, None  # `[@name]: https://…` makes it a link
        ancestors = getattr(self.md.treeprocessors["inline"], "ancestors", [])
        where = next((MISPLACED[tag] for tag in ancestors if tag in MISPLACED), "")
        found = self.extension.answer(match[1], where)
        if found is None:
            return None, None, None
        # HTML is put aside, or the engine would take its links for links of the page's author
        drawn = self.md.htmlStash.store(found) if isinstance(found, str) else found
        return drawn, match.start(0), match.end(0)


def cited_value(note: Note, *, is_first: bool) -> str:
    """A value in words, the raised number that leads to its note, and a sign where contested."""
    claim = note.claim
    around = Element("span", {"class": "fb-cited"})
    value = SubElement(around, "bdi")
    value.text = "(taken back)" if claim.gone else claim.value
    raised = SubElement(around, "sup", {"class": "fb-cite"})
    link = SubElement(raised, "a", {"href": f"#fb-note-{note.number}"})
    link.text = f"[{note.number}]"
    if is_first:
        link.set("id", f"fb-cite-{note.number}")
    if claim.contested:
        to = SubElement(raised, "a", {"class": "fb-contested", "href": claim.contested.href})
        to.text = " "
        sign = {"class": "fb-sign", "viewBox": "0 0 12 12", "aria-hidden": "true"}
        SubElement(SubElement(to, "svg", sign), "path", {"d": SIGN})
        words = SubElement(to, "span", {"class": "fb-unseen"})
        words.text = claim.contested.text
    return tostring(around, encoding="unicode", method="html")
