"""Pages drawn, framed and written one by one, by several processes where they are many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem
from factbook.outputs.crew import Tally, divided, in_parallel, workers
from factbook.outputs.drawing import MANY_PAGES
from factbook.plugin.works import framed, works_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from factbook.outputs.publishing.stage import Stage
    from factbook.plugin.events import FactbookPlugin
    from factbook.plugin.works import Work
    from factbook.rendering.page import Outline

    Job = Callable[[], "Written"]
    Progress = Callable[[int, int], None]  # how much is done, of how much


class Written(NamedTuple):
    """What one work has written, and the problems of templates that kept it from more."""

    share: Stage
    problems: tuple[Problem, ...] = ()


class Press:
    """Writes everything of ours into a stage, when nothing else of the build will write there."""

    def __init__(self, plugin: FactbookPlugin, config: MkDocsConfig, stage: Stage) -> None:
        self.plugin, self.config, self.stage = plugin, config, stage
        self._tally = Tally()

    def run(self, progress: Progress) -> list[Problem]:
        """Write all files; out come the problems of templates. `progress` is told of the pages."""
        pages = self.plugin.pages
        crew = workers() if len(pages) >= MANY_PAGES else 1
        shares = [some for some in divided(pages, crew) if some]
        jobs: list[Job] = [partial(self._pages, some) for some in shares]
        jobs += [partial(self._files, work) for work in works_beside(self.plugin, self.config)]

        def watch() -> None:
            progress(self._tally.total, len(pages))

        done = in_parallel(jobs, _done, watch) if crew > 1 else map(_done, jobs)
        problems: list[Problem] = []
        for written in done:
            self.stage.take(written.share)
            problems += written.problems
            watch()
        return list(dict.fromkeys(problems))

    def _files(self, work: Work) -> Written:
        share = self.stage.share()
        for name, content in work():
            share.write(name, content)
        return Written(share)

    def _pages(self, pages: Sequence[Outline]) -> Written:
        share = self.stage.share()
        problems = []
        for page in pages:
            drawn = page.drawn()
            if isinstance(drawn, Problem):
                problems.append(drawn)
            else:
                share.write(*framed(drawn, self.plugin))
            self._tally.add()
        return Written(share, tuple(problems))


def _done(job: Job) -> Written:
    return job()
