"""The events of MkDocs: one frame is drawn for each section, every fact page joined into it.

MkDocs draws the user's site as ever: their theme, navigation, plugins and Markdown. For each
section it also draws two pages of ours that hold nothing but marks, one for the list and one for
the pages below it. They are caught when drawn, cut at the marks, and never written; the fact pages
are their pieces joined around bodies.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.config import config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from factbook.diagnostics.problem import Problem, is_fatal
from factbook.outputs.publishing.manifest import record
from factbook.pages.addresses import Addresses
from factbook.pages.home import HOME
from factbook.pages.links import Desk
from factbook.pages.search import SCRIPT, STYLE
from factbook.pipeline import examine
from factbook.plugin.beside import RESERVED, Beside
from factbook.plugin.citing import Citing
from factbook.plugin.dates import repacked, without_today
from factbook.plugin.files import clash, mapped, our_files, without_frames
from factbook.plugin.frames import Frames, quiet
from factbook.plugin.guards import log_problems, protect, refuse
from factbook.plugin.works import framed, works_beside
from factbook.reading.kept import NOTHING_KEPT
from factbook.rendering.page import Drawn
from factbook.rendering.templates import environment
from factbook.settings import NAMES, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from factbook.dossier import Dossier
    from factbook.plugin.press import Press
    from factbook.rendering.page import Outline

    Report = Callable[[Dossier, Sequence[Problem]], None]

log = logging.getLogger("mkdocs.plugins.factbook")
STYLES = "assets/factbook.css"


class FactbookPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Reads and checks the facts before a build, and writes the fact pages after it."""

    # only the names and defaults: what values may be, `read_settings` says, with their places
    config_scheme = tuple(
        (name, config_options.Type(object, default=getattr(Settings(), name))) for name in NAMES
    )

    def __init__(self) -> None:
        self.report: Report = log_problems
        self.second: Path | None = None
        self.serving = False
        self.given: Sequence[Outline] | None = None  # of who serves: drawn when asked for
        self.press: Press | None = None  # of who stages a build: makes our files when all is done
        self.settings = Settings()
        self.frames = Frames()
        self.citing = Citing()
        self.dossier: Dossier | None = None  # the last that was whole
        self.pages: list[Outline] = []
        self.addresses = Addresses()
        self.beside = Beside()

    @contextmanager
    def reporting(
        self, report: Report, second: Path | None = None, *, searched: bool = True
    ) -> Iterator[None]:
        """Report in another way, read a second root, leave out the search: for one build only.

        MkDocs keeps the plugin for the next build, which must know nothing of this one.
        """
        self.report, self.second, self.beside.wanted = report, second, searched
        try:
            yield
        finally:
            self.report, self.second, self.beside.wanted = log_problems, None, True
            self.pages, self.dossier, self.press = [], None, None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Know whether this is `mkdocs serve`; being defined, it keeps the plugin for rebuilds."""
        self.serving = command == "serve" and not dirty
        quiet()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have every page load the style of fact pages, and Markdown know citations."""
        extensions = cast("list[object]", config.markdown_extensions)
        if self.citing.extension not in extensions:
            extensions.append(self.citing.extension)
        if STYLES not in config.extra_css:
            config.extra_css.insert(0, STYLES)
        self.addresses = Addresses(config.use_directory_urls)
        protect(config, {name: str(value) for name, value in self.config.items()})
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read, weigh, check and draw; stop before MkDocs empties the site folder.

        While serving, nothing stops: the last pages that were whole are shown on.
        """
        if self.given is not None:
            self.pages = list(self.given)
            self._begin(config)
            return
        file = Path(config.config_file_path)
        root = file.parent
        kept = self.press.kept if self.press else NOTHING_KEPT
        dossier = examine(root, self.second, name=file.name, kept=kept).verified(root)
        self.settings = dossier.settings
        problems = list(dossier.problems)
        pages: Sequence[Outline] = []
        if not is_fatal(problems, strict=False):
            made = self.press.planned(dossier, root, self.addresses) if self.press else None
            pages, of_templates = made or dossier.drawn(root, self.addresses)
            problems += of_templates
        self.report(dossier, problems)
        if not self.serving:
            refuse(problems, config)
        if not is_fatal(problems, strict=config.strict):
            self.pages, self.dossier = list(pages), dossier
        self._begin(config)

    def _on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the frames, the addresses of all fact pages, and their style."""
        if any(file.dest_uri == "index.html" for file in files):
            self.pages = [page for page in self.pages if page.section != HOME]
        frames = self.frames.of_sections(files, config)
        for file in (*frames, *our_files(self.pages, (STYLES, SCRIPT, STYLE), config)):
            files.append(file)
        return files

    @event_priority(-200)
    def _on_all_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Frame what the navigation names, once every other plugin has had its say on it."""
        self.frames.of_navigation(files, config, self.pages)
        return files

    on_files = CombinedEvent(_on_files, _on_all_files)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Let sections light up on the pages below them."""
        self.frames.hang(files)
        return nav

    @event_priority(-100)
    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Take the values that a hand-written page cites from the facts."""
        self.citing.turn_to(page, config)
        return markdown

    @event_priority(-100)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the notes below what cites them, and keep the words for the search."""
        root = Path(config.config_file_path).parent
        made = self.citing.finish(html, environment(root / self.settings.templates))
        if page.file.src_uri not in self.frames.names:
            self.beside.keep(page, made)
        return made

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Stop where another plugin has written a citation that leads nowhere."""
        found = list(dict.fromkeys(self.citing.problems))
        if self.dossier and found and not self.serving:
            found = self.dossier.graded(found)
            self.report(self.dossier, found)
            refuse(found, config)
        return env

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Keep the day of the build off fact pages."""
        self.frames.undate(page)
        return context

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Put the fact pages into the site map in place of the frames."""
        if template_name == "sitemap.xml":
            drawn = [file for file in context["pages"] if file.src_uri not in self.frames.names]
            ours = [cast("File", mapped(page, config)) for page in self.pages if page.is_framed]
            context["pages"] = [*without_today(drawn), *ours]
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Catch a frame once every other plugin is done with it; it is not written."""
        return "" if self.frames.catch(output, page) else output

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write every fact page; take the frames out of an index that a search plugin made."""
        site = Path(config.site_dir)
        without_frames(site)
        repacked(site)
        if self.press or self.given is not None:
            return
        pages = (framed(page, self) for page in self.pages if isinstance(page, Drawn))
        for name, content in chain(pages, *(work.files() for work in works_beside(self, config))):
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if not self.serving:
            record(site)
        log.info("Factbook wrote %d pages", len(self.pages))

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, **_: Any
    ) -> LiveReloadServer:
        """Watch facts and templates as MkDocs watches the hand-written pages."""
        root = Path(config.config_file_path).parent
        for folder in (self.settings.facts, self.settings.templates):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server

    def _begin(self, config: MkDocsConfig) -> None:
        """Make ready for what the engine draws; stop where it would come upon our own files."""
        self.citing.start(self._desk())
        self.beside.begin(searched=self.settings.search and not self.serving)
        ours = (one for one in self.pages if one.section != HOME)  # it gives way to a written one
        taken = [*(self.addresses.file(one.address) for one in ours), *RESERVED]
        if clashing := clash(config, taken):
            raise PluginError(f"{clashing} stands where Factbook puts a page: rename it")

    def _desk(self) -> Desk | None:
        made = self.dossier
        return Desk(made.ledger, made.weighing, self.addresses, "", made.evidence) if made else None
