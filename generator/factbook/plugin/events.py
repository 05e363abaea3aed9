"""The events of MkDocs: one frame is drawn for each section, every fact page joined into it.

MkDocs draws the user's site as ever: their theme, navigation, plugins and Markdown. For each
section it also draws two pages of ours that hold nothing but marks, one for the list and one for
the pages below it. They are caught when drawn, cut at the marks, and never written; the fact pages
are their pieces joined around bodies.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.config import config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File

from factbook.diagnostics.formats import as_text, summed_up
from factbook.diagnostics.problem import Problem, Severity, is_fatal
from factbook.outputs.site import write_pages
from factbook.pages import data, manual, search, weighing
from factbook.pages.addresses import SECTIONS, Addresses
from factbook.pages.links import CONFLICTS
from factbook.pages.listing import TITLES
from factbook.pages.manual import CHECKS
from factbook.pages.why import WEIGHING
from factbook.pipeline import examine
from factbook.plugin.beside import RESERVED, Beside
from factbook.plugin.files import clash, fact_file, frame_file, mapped, without_frames
from factbook.rendering.frame import ADDRESS, Frame, FrameError, cut
from factbook.rendering.page import list_frame
from factbook.rendering.templates import asset_folder
from factbook.settings import NAMES, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from factbook.dossier import Dossier
    from factbook.rendering.page import Drawn

    Report = Callable[[Dossier, Sequence[Problem]], None]

log = logging.getLogger("mkdocs.plugins.factbook")
STYLES = "assets/factbook.css"
LISTS = {
    **TITLES,
    CONFLICTS: "Conflicts",
    WEIGHING: weighing.TITLE,
    CHECKS: manual.TITLE,
    search.SEARCH: search.TITLE,
    data.DATA: data.TITLE,
}


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
        self.settings = Settings()
        self.frames: dict[str, Frame] = {}
        self.frame_of: dict[str, str] = {}
        self.pages: list[Drawn] = []
        self.addresses = Addresses()
        self.dossier: Dossier | None = None
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
            self.pages, self.dossier = [], None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Know whether this is `mkdocs serve`; that it is defined keeps the plugin for rebuilds."""
        self.serving = command == "serve" and not dirty
        logging.getLogger("mkdocs.commands.build").addFilter(is_worth_telling)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have every page load the style of fact pages."""
        if STYLES not in config.extra_css:
            config.extra_css.insert(0, STYLES)
        self.addresses = Addresses(config.use_directory_urls)
        protect(config, {name: str(value) for name, value in self.config.items()})
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read, weigh, check and draw; stop before MkDocs empties the site folder.

        While serving, nothing stops: the last pages that were whole are shown on.
        """
        self.frames.clear()
        root = Path(config.config_file_path).parent
        dossier = examine(root, self.second)
        self.settings = dossier.settings
        problems = list(dossier.problems)
        pages: list[Drawn] = []
        if not is_fatal(problems, strict=False):
            pages, of_templates = dossier.drawn(root, self.addresses)
            problems += of_templates
        self.report(dossier, problems)
        fatal = is_fatal(problems, strict=config.strict)
        if fatal and not self.serving:
            raise PluginError(f"nothing was built: {summed_up(problems)}")
        if not fatal:
            self.pages, self.dossier = pages, dossier
        self.beside.begin(searched=self.settings.search and not self.serving)
        ours = [self.addresses.file(page.address) for page in self.pages]
        if clashing := clash(config, [*ours, *RESERVED]):
            raise PluginError(f"{clashing} stands where Factbook puts a page: rename it")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the frames, the addresses of all fact pages, and their style."""
        self.frame_of = {}
        for section, title in LISTS.items():
            self._add_frame(files, config, section, f"{section}/index.md", title)
            if section in SECTIONS:
                self._add_frame(files, config, section, f"{section}/{ADDRESS}.md", "")
        for page in self.pages:
            if not page.is_list:
                files.append(fact_file(page, config))
        for asset in (STYLES, search.SCRIPT, search.STYLE):
            path = str(asset_folder() / Path(asset).name)
            files.append(File.generated(config, asset, abs_src_path=path))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Hang each frame below its section's list, so that the section lights up on fact pages."""
        for section in SECTIONS:
            frame = files.get_file_from_path(f"{section}/{ADDRESS}.md")
            listing = files.get_file_from_path(f"{section}/index.md")
            if frame and frame.page and listing and listing.page:
                frame.page.parent = listing.page  # type: ignore[assignment]
        return nav

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Put the fact pages into the site map in place of the frames."""
        if template_name == "sitemap.xml":
            drawn = [file for file in context["pages"] if file.src_uri not in self.frame_of]
            ours = [cast("File", mapped(page, config)) for page in self.pages if page.is_framed]
            context["pages"] = [*drawn, *ours]
        return context

    @event_priority(-100)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the words of hand-written pages for the search."""
        if page.file.src_uri not in self.frame_of:
            self.beside.keep(page, html)
        return html

    @event_priority(-100)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Catch a frame once every other plugin is done with it; it is not written."""
        name = self.frame_of.get(page.file.src_uri)
        if name is None:
            return output
        try:
            self.frames[name] = cut(output)
        except FrameError as error:
            raise PluginError(f"the theme cannot frame fact pages: {error}") from error
        listed = next((one for one in self.pages if one.is_list and one.frame == name), None)
        page.present_anchor_ids = listed.anchors if listed else set()
        return ""

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write every fact page; take the frames out of an index that a search plugin made."""
        pages = ((self.addresses.file(page.address), self._framed(page)) for page in self.pages)
        written = write_pages(Path(config.site_dir), pages)
        if self.dossier:
            self.beside.write(self.dossier, self.addresses, config)
        without_frames(Path(config.site_dir))
        log.info("Factbook wrote %d pages", written)

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, **_: Any
    ) -> LiveReloadServer:
        """Watch facts and templates as MkDocs watches the hand-written pages."""
        root = Path(config.config_file_path).parent
        for folder in (self.settings.facts, self.settings.templates):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server

    def _framed(self, page: Drawn) -> str:
        return page.in_frame(self.frames[page.frame]) if page.is_framed else page.body

    def _add_frame(
        self, files: Files, config: MkDocsConfig, section: str, uri: str, title: str
    ) -> None:
        """One frame page: for a list it carries the list's own title, else marks."""
        files.append(frame_file(uri, title, config))
        self.frame_of[uri] = list_frame(section) if title else section


def log_problems(dossier: Dossier, problems: Sequence[Problem]) -> None:
    """Problems in MkDocs' own log; with `--strict` it counts the warnings itself."""
    for problem, spot in dossier.located(problems):
        lines = ("".join(run.text for run in line) for line in as_text([(problem, spot)]))
        level = logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
        log.log(level, "\n".join(lines).rstrip())


def is_worth_telling(record: logging.LogRecord) -> bool:
    """That a frame is not written is no news to anyone."""
    return "Page skipped" not in record.msg or not any(
        f"'{section}/" in record.msg for section in LISTS
    )


def protect(config: MkDocsConfig, options: Mapping[str, str]) -> None:
    """Refuse to build into, or around, a folder that holds what people wrote."""
    site = Path(config.site_dir).resolve()
    root = Path(config.config_file_path).resolve().parent
    folders = [options[name] for name in ("facts", "templates") if name in options]
    for folder in (*folders, config.docs_dir, "."):
        written = (root / folder).resolve()
        inside = written in site.parents and folder != "."
        if site == written or site in written.parents or inside:
            message = f"site_dir {site} and {written} lie in each other: a build empties site_dir"
            raise PluginError(f"{message}; choose another in mkdocs.yml")
