"""Pages on their way out: drawn bodies, and bodies joined into frames."""

from __future__ import annotations

from dataclasses import dataclass

from factbook.rendering.frame import Filling, Frame, join


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page whose body is drawn and which waits for its frame.

    `frame` is the name of the frame: the section for fact pages, the address for lists.
    """

    id: str
    frame: str
    address: str
    title: str
    description: str
    body: str

    def in_frame(self, frame: Frame) -> str:
        """The text of the whole page."""
        return join(frame, Filling(self.title, self.description, self.id, self.body))
