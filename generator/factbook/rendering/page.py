"""Pages on their way out: planned, their bodies drawn, and joined into frames."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.rendering.frame import Filling, Frame, join
from factbook.rendering.templates import draw

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from factbook.pages.compose import Plan
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

    def drawn(self) -> Drawn:
        """Itself: as a page that waits can be asked."""
        return self

    def with_text(self, text: object) -> Drawn:
        """The same page, its body given by `text`."""
        return replace(self, text=text)

    @property
    def anchors(self) -> set[str]:
        """The anchors of the page that links can lead to."""
        return set(ANCHOR.findall(self.body))

    def in_frame(self, frame: Frame) -> str:
        """The text of the whole page."""
        return join(frame, Filling(self.title, self.description, self.id, self.body))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page that is planned: drawn whenever more is asked for than its address tells."""

    plan: Plan
    draw: Callable[[Plan], Drawn | Problem]

    def drawn(self) -> Drawn | Problem:
        """The page drawn, or the problem of its template."""
        return self.draw(self.plan)

    @property
    def id(self) -> str:
        """The id of what it shows; of a section's list, its section."""
        return self.plan.id

    @property
    def section(self) -> str:
        """The section it belongs to."""
        return self.plan.section

    @property
    def address(self) -> str:
        """Where it is, from the root of the site."""
        return self.plan.address

    @property
    def is_list(self) -> bool:
        """Whether it is a section's list."""
        return self.plan.is_list

    @property
    def is_framed(self) -> bool:
        """Whether it has a frame."""
        return self.plan.is_framed

    @property
    def title(self) -> str:
        """Its title; its id where it cannot be drawn."""
        drawn = self.drawn()
        return self.id if isinstance(drawn, Problem) else drawn.title

    @property
    def anchors(self) -> Anchors:
        """Its anchors: it is drawn when one is looked for."""
        return Anchors(self)


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of a page that may not be drawn yet."""

    page: Waiting

    def __contains__(self, anchor: object) -> bool:
        drawn = self.page.drawn()
        return not isinstance(drawn, Problem) and anchor in drawn.anchors


Outline = Drawn | Waiting  # a page as its surroundings see it


def frame_of(page: Outline) -> str:
    """The name of the frame that a page is joined into."""
    return list_frame(page.section) if page.is_list else page.section


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
