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
from factbook.outputs.publishing.manifest import record
from factbook.pages import manual, weighing
from factbook.pages.addresses import CONFLICTS, DEEP_SECTIONS, TIMELINE, Addresses
from factbook.pages.home import HOME
from factbook.pages.listing import TITLES
from factbook.pages.manual import CHECKS
from factbook.pages.why import WEIGHING
from factbook.pipeline import examine
from factbook.plugin.dates import repacked, without_today
from factbook.plugin.files import clash, fact_file, frame_file, mapped, without_frames
from factbook.plugin.guard import protect
from factbook.rendering.frame import ADDRESS, Frame, FrameError, cut
from factbook.rendering.page import list_frame
from factbook.rendering.templates import asset_folder
from factbook.settings import NAMES, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
    TIMELINE: "Timeline",
    WEIGHING: weighing.TITLE,
    CHECKS: manual.TITLE,
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
        self.given: Sequence[Drawn] | None = None  # of who serves: drawn when asked for
        self.is_staged = False  # who stages a build writes the fact pages, when all else is done
        self.settings = Settings()
        self.frames: dict[str, Frame] = {}
        self.frame_of: dict[str, str] = {}
        self.pages: list[Drawn] = []
        self.addresses = Addresses()

    @contextmanager
    def reporting(self, report: Report, second: Path | None = None) -> Iterator[None]:
        """Report in another way and read a second root, for one build only.

        MkDocs keeps the plugin for the next build, which must know nothing of this one.
        """
        self.report, self.second = report, second
        try:
            yield
        finally:
            self.report, self.second = log_problems, None
            self.pages, self.is_staged = [], False

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
        if self.given is not None:
            self.pages = list(self.given)
            self._refuse_clash(config)
            return
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
        self.pages = self.pages if fatal else pages
        self._refuse_clash(config)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the frames, the addresses of all fact pages, and their style."""
        self.frame_of = {}
        if any(file.dest_uri == "index.html" for file in files):
            self.pages = [page for page in self.pages if page.section != HOME]
        else:
            self._add_frame(files, config, HOME, "index.md", "Home")
        for section, title in LISTS.items():
            self._add_frame(files, config, section, f"{section}/index.md", title)
            if section in DEEP_SECTIONS:
                self._add_frame(files, config, section, f"{section}/{ADDRESS}.md", "")
        for page in self.pages:
            if not page.is_list:
                files.append(fact_file(page, config))
        style = str(asset_folder() / "factbook.css")
        files.append(File.generated(config, STYLES, abs_src_path=style))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Hang each frame below its section's list, so that the section lights up on fact pages."""
        for section in DEEP_SECTIONS:
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
            context["pages"] = [*without_today(drawn), *ours]
        return context

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
        site = Path(config.site_dir)
        without_frames(site)
        repacked(site)
        if self.is_staged or self.given is not None:
            return
        for name, text in self.framed():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
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

    def _refuse_clash(self, config: MkDocsConfig) -> None:
        """The home page gives way to one that people wrote."""
        ours = [self.addresses.file(one.address) for one in self.pages if one.section != HOME]
        if clashing := clash(config, ours):
            raise PluginError(f"{clashing} stands where Factbook puts a page: rename it")

    def framed(self) -> Iterator[tuple[str, str]]:
        """The file and the text of every fact page, once the frames are drawn."""
        for page in self.pages:
            text = page.in_frame(self.frames[page.frame]) if page.is_framed else page.body
            yield self.addresses.file(page.address), text

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
        words in record.msg for words in ("'index.md'", *(f"'{section}/" for section in LISTS))
    )
