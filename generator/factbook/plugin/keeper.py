"""Pages that are what they were are taken over from the old site, neither composed nor drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.outputs.kept_pages import KeptPage, last_pages, packed
from factbook.pages.digests import Digests, digest_of
from factbook.pages.watch import Noted
from factbook.plugin.frames import uri_of
from factbook.rendering.page import frame_of

if TYPE_CHECKING:
    from factbook.diagnostics.problem import Problem
    from factbook.outputs.publishing.stage import Stage
    from factbook.pages.watched import WatchedDossier
    from factbook.plugin.frames import Frames
    from factbook.reading.kept import Kept
    from factbook.rendering.page import Drawn, Waiting


class Keeper:
    """Knows of each page what it rests on now, and what it rested on when it was last made.

    `common` is what all pages are made from. Processes that are forked have a keeper each.
    """

    def __init__(self, kept: Kept, watched: WatchedDossier, common: object) -> None:
        self._watch = watched.watch
        self._digests = Digests(watched.value)
        self._common = digest_of((watched.common, common))
        self._last = last_pages(kept)
        self._frames: dict[str, bytes] = {}
        self._made: dict[str, KeptPage] = {}

    def know(self, frames: Frames) -> None:
        """Take note of the frames that pages are joined into."""
        self._frames = {name: digest_of(frame) for name, frame in frames.drawn.items()}

    def takes_over(self, page: Waiting, name: str, stage: Stage) -> bool:
        """Whether a page is what it was, and the stage could take its file over."""
        last = self._last.get(page.address)
        if last is None or self._made_from(page, last.noted) != last.made_from:
            return False
        if not stage.keep(name, last.text):
            return False
        self._made[page.address] = last
        return True

    def drawn(self, page: Waiting) -> tuple[Drawn | Problem, Noted]:
        """A page, and what it rests on."""
        drawn, noted = self._watch.noting(page.drawn)
        return drawn, Noted((page.plan.rests_on, *noted.read))

    def note(self, page: Waiting, noted: Noted, text: str) -> None:
        """Remember what a page was made from, and the digest of its text."""
        self._made[page.address] = KeptPage(self._made_from(page, noted), text, noted)

    def packed(self) -> bytes:
        """All pages that were made or taken over here since this was asked last."""
        made, self._made = self._made, {}
        return packed(made)

    def _made_from(self, page: Waiting, noted: Noted) -> bytes:
        """One digest of all that a page is made from."""
        frame = self._frames.get(uri_of(page)) or self._frames.get(frame_of(page), b"")
        return self._common + frame + self._digests[noted]
