"""Pages drawn, framed and written one by one, by several processes where they are many."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem
from factbook.outputs.crew import Tally, divided, in_turn, workers
from factbook.outputs.drawing import MANY_PAGES
from factbook.outputs.kept_files import last_files, packed_files, taken_over
from factbook.outputs.kept_pages import PIECE, keep
from factbook.pages.compose import NOTHING
from factbook.pages.digests import digest_of
from factbook.pages.watched import WatchedDossier
from factbook.plugin.keeper import Keeper
from factbook.plugin.works import framed, works_beside
from factbook.rendering.page import Waiting
from factbook.rendering.templates import sources

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.dossier import Dossier
    from factbook.outputs.publishing.stage import Stage
    from factbook.pages.addresses import Addresses
    from factbook.plugin.beside import Work
    from factbook.plugin.events import FactbookPlugin
    from factbook.reading.kept import Kept

    Job = Callable[[], "Written"]
    Progress = Callable[[int, int], None]  # how much is done, of how much
    Planned = tuple[list[Waiting], list[Problem]]

STRETCHES = 4  # for each process, so that none is idle for long at the end


class Written(NamedTuple):
    """What one work has written, and the problems of templates that kept it from more.

    `packed` is what the next build will want to know of its pages, or of its files, by their name.
    """

    share: Stage
    problems: tuple[Problem, ...] = ()
    packed: tuple[str, bytes] | None = None


class Press:
    """Makes everything of ours, when nothing else of a build will write into its stage.

    `kept` is what the dossier keeps from one build to the next; with a second root it is no page.
    """

    def __init__(self, stage: Stage, kept: Kept) -> None:
        self.stage = stage
        self.kept = kept
        self._keeper: Keeper | None = None
        self._templates = Path()
        self._sources: list[tuple[bytes, bytes]] = []  # of these templates, as pages were planned
        self._tally = Tally()

    def planned(self, dossier: Dossier, root: Path, addresses: Addresses) -> Planned:
        """All pages, to be drawn later, and the faults of templates that can be told now."""
        if not self.kept.keeps or dossier.first is not None:
            return dossier.waiting(root, addresses)
        watched = WatchedDossier(dossier.ledger, dossier.weighing, dossier.evidence)
        self._templates = root / dossier.settings.templates
        self._sources = sources(self._templates)
        common = addresses, dossier.settings.severity, dossier.own, self._sources
        self._keeper = Keeper(self.kept, watched, common)
        return dossier.waiting(root, addresses, watched)

    def run(
        self, plugin: FactbookPlugin, config: MkDocsConfig, progress: Progress
    ) -> list[Problem]:
        """Write all files; out come the problems of templates. `progress` is told of the pages."""
        pages = [page for page in plugin.pages if isinstance(page, Waiting)]
        if self._keeper:
            self._keeper.know(plugin.frames)
        crew = workers() if len(pages) >= MANY_PAGES else 1
        jobs: list[Job] = [partial(self._files, work) for work in works_beside(plugin, config)]
        shares = [some for some in divided(pages, crew * STRETCHES) if some]
        jobs += [partial(self._pages, some, plugin) for some in shares]

        def watch() -> None:
            progress(self._tally.total, len(pages))

        done = in_turn(jobs, _done, crew, watch) if crew > 1 else [_done(job) for job in jobs]
        watch()
        for written in done:
            self.stage.take(written.share)
        # of templates that were edited meanwhile, nobody knows which page was drawn from which
        if self._keeper and sources(self._templates) == self._sources:
            self._keep([written.packed for written in done if written.packed])
        return list(dict.fromkeys(problem for written in done for problem in written.problems))

    def _keep(self, packed: list[tuple[str, bytes]]) -> None:
        keep(self.kept, [content for name, content in packed if name == PIECE])
        for name, content in packed:
            if name != PIECE:
                self.kept.put(name, content)

    def _files(self, work: Work) -> Written:
        """Make what lies beside the pages, or take it over where it is made from the same."""
        share = self.stage.share()
        if self._keeper is None:
            _write(work, share)
            return Written(share)
        made_from = digest_of(work.made_from())
        if not taken_over(last_files(self.kept, work.name), made_from, share):
            _write(work, share)
        return Written(share, packed=(work.name, packed_files(made_from, share.digests)))

    def _pages(self, pages: Sequence[Waiting], plugin: FactbookPlugin) -> Written:
        share = self.stage.share()
        problems = [self._page(page, plugin, share) for page in pages]
        packed = (PIECE, self._keeper.packed()) if self._keeper else None
        return Written(share, tuple(filter(None, problems)), packed)

    def _page(self, page: Waiting, plugin: FactbookPlugin, share: Stage) -> Problem | None:
        """Have one page in the stage; out comes the problem of its template."""
        keeper, name = self._keeper, plugin.addresses.file(page.address)
        self._tally.add()
        if keeper and keeper.takes_over(page, name, share):
            return None
        drawn, noted = keeper.drawn(page) if keeper else (page.drawn(), NOTHING)
        if isinstance(drawn, Problem):
            return drawn
        share.write(*framed(drawn, plugin))
        if keeper:
            keeper.note(page, noted, share.digests[name])
        return None


def _write(work: Work, share: Stage) -> None:
    for name, content in work.files():
        share.write(name, content)


def _done(job: Job) -> Written:
    return job()
