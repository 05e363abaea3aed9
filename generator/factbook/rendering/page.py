"""Pages on their way out: drawn bodies, and bodies joined into frames."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.rendering.frame import Filling, Frame, join
from factbook.rendering.templates import draw

if TYPE_CHECKING:
    from jinja2 import Environment

    from factbook.pages.view import Page

ANCHOR = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page whose body is drawn and which waits for its frame.

    `text` is the body, or what gives it as `str()`.
    """

    id: str
    section: str
    address: str
    title: str
    description: str
    text: object
    is_list: bool  # a section's list, which has a frame of its own
    is_framed: bool = True  # a page that only leads on to another needs none

    @property
    def body(self) -> str:
        """The body of the page, in HTML."""
        return str(self.text)

    def with_text(self, text: object) -> Drawn:
        """The same page, its body given by `text`."""
        return replace(self, text=text)

    @property
    def anchors(self) -> set[str]:
        """The anchors of the page that links can lead to."""
        return set(ANCHOR.findall(self.body))

    @property
    def frame(self) -> str:
        """The name of the frame the page is joined into."""
        return list_frame(self.section) if self.is_list else self.section

    def in_frame(self, frame: Frame) -> str:
        """The text of the whole page."""
        return join(frame, Filling(self.title, self.description, self.id, self.body))


def list_frame(section: str) -> str:
    """The name of the frame of a section's list, which lies one level above its pages."""
    return f"{section}/list"


def draw_page(view: Page, templates: Environment) -> Drawn | Problem:
    """A page with its body drawn, or the problem of its template."""
    body = draw(view, templates)
    if isinstance(body, Problem):
        return body
    return Drawn(
        view.id,
        view.section,
        view.address,
        view.title,
        view.description,
        body,
        view.is_list,
        view.is_framed,
    )
