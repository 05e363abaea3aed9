"""Four built sites, each made once, and what a crawler reads of their pages.

They are the flagship dossier, the starter, and a made-up dossier with every type of page: once with
a folder for each page, once with a file.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from factbook.exchange.new import start_dossier
from factbook.plugin.build import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier

BASE = "https://facts.example.org/group/dossier/"
MANY = 110  # incidents: more than a list has lines
LINKS = ("href", "src", "poster", "data", "action", "cite")
LEADING = {"canonical", "prev", "next"}  # `link` elements that load nothing
EVERYTHING = Path(__file__).with_name("everything.txt")
NAMES = ("flagship", "starter", "everything", "files")


class Link(NamedTuple):
    """An address that a page names, and by what."""

    tag: str
    rel: str
    href: str

    @property
    def loads(self) -> bool:
        """Whether a browser asks for it without the reader."""
        return self.tag not in {"a", "form", "words", "blockquote"} and self.rel not in LEADING


class Html(HTMLParser):
    """What a crawler reads of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.links: list[Link] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.code: list[str] = []  # what lies in script and style elements
        self.inline: list[str] = []  # attributes that are code
        self.title = self.language = self.description = self.canonical = ""
        self._within = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        rel = given.get("rel", "")
        self.links += [Link(tag, rel, given[name]) for name in LINKS if name in given]
        for part in given.get("srcset", "").split(","):
            self.links += [Link(tag, rel, part.split()[0])] if part.strip() else []
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        self.ids += [given["id"]] if "id" in given else []
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "meta" and given.get("name") == "description":
            self.description = given.get("content", "")
        if given.get("http-equiv", "").lower() == "refresh":
            self.links.append(Link("a", "refresh", given["content"].partition("url=")[2]))
        if rel == "canonical":
            self.canonical = given["href"]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        self._within = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - its signature
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within in {"script", "style"} and data.strip():
            self.code.append(data)
        if self._within == "title":
            self.title += data


@dataclass
class Built:
    """A site, published below `BASE`: its files by name, and its pages as read."""

    name: str
    folder: Path
    files: set[str] = field(default_factory=set)
    pages: dict[str, Html] = field(default_factory=dict)

    def address(self, file: str) -> str:
        """Where a file is published."""
        return BASE + (file if self.name == "files" else file.removesuffix("index.html"))

    def target(self, file: str, href: str) -> tuple[str, str] | None:
        """The file and the anchor that a link on a page leads to; None where it leaves the site.

        A link to what the site does not have leads to a file that is not in `files`.
        """
        url = urlsplit(urljoin(BASE + file, href))
        path = unquote(url.path)
        mount = urlsplit(BASE)
        if (url.scheme, url.netloc) != (mount.scheme, mount.netloc):
            return None
        if not f"{path}/".startswith(mount.path):
            return f"outside the site: {path}", ""
        name = path[len(mount.path) :]
        name = f"{name}index.html" if not name or name.endswith("/") else name
        if name not in self.files and f"{name}/index.html" in self.files:
            name = f"{name}/index.html"  # a server leads on to the folder
        return name, unquote(url.fragment)

    @property
    def mount(self) -> str:
        """The path that it is published below."""
        return urlsplit(BASE).path

    @property
    def redirects(self) -> set[str]:
        """The pages that only lead on."""
        return {
            name
            for name, page in self.pages.items()
            if any(link.rel == "refresh" for link in page.links)
        }


def silent(_dossier: Dossier, _problems: Sequence[Problem]) -> None:
    """A report nobody reads."""


def set_up(folder: Path, **options: str) -> None:
    """Put options of the engine at the top of mkdocs.yml."""
    path = folder / "mkdocs.yml"
    lines = "".join(f"{name}: {value}\n" for name, value in options.items())
    path.write_text(lines + path.read_text(encoding="utf-8"), encoding="utf-8")


def flagship(folder: Path, root: Path) -> None:
    """The dossier of the checkout."""
    for name in ("facts", "site_src"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / "mkdocs.yml", folder)


def everything(folder: Path, files: dict[str, bytes]) -> None:
    """A dossier with every type of page, in place of the starter's facts; it has no home page."""
    start_dossier(folder)
    shutil.rmtree(folder / "facts")
    for number in range(MANY):
        said = "value: 3, says: chief, cite: [{source: paper, quote: three}]"
        files[f"facts/incidents/raid-{number}.yaml"] = (
            f"title: Raid {number}\nclaims:\n  a: {{attribute: killed, {said}}}\n".encode()
        )
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "site_src" / "index.md").unlink()
    about = "---\ndescription: About it\n---\n# About\n\nKilled: [@fire#three].\n\n## Words\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    (folder / "site_src" / "about.md").write_text(about, encoding="utf-8")
    path = folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("nav:\n", "nav:\n  - About: about.md\n"), encoding="utf-8")


@pytest.fixture(scope="session")
def sites(
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    files_of_text: Callable[[str], dict[str, bytes]],
) -> dict[str, Built]:
    """All four, by name."""
    text = EVERYTHING.read_text(encoding="utf-8")
    made = {}
    for name in NAMES:
        folder = tmp_path_factory.mktemp("sites") / name
        folder.mkdir()
        if name == "flagship":
            flagship(folder, root)
        elif name == "starter":
            start_dossier(folder)
        else:
            everything(folder, files_of_text(text))
        folders = str(name != "files").lower()
        set_up(folder, site_url=BASE, use_directory_urls=folders)
        assert build_site(folder, silent, strict=False) == folder / "site"
        made[name] = crawled(name, folder / "site")
    return made


def crawled(name: str, folder: Path) -> Built:
    """A site with its pages read."""
    built = Built(name, folder)
    built.files = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    }
    for file in sorted(built.files):
        if file.endswith(".html"):
            built.pages[file] = Html((folder / file).read_text(encoding="utf-8"))
    return built


@pytest.fixture(scope="session")
def prepare(
    files_of_text: Callable[[str], dict[str, bytes]],
) -> Callable[[Path, str], Path]:
    """Builds the made-up dossier in a folder with a theme and its plugins; out comes its site."""

    def make(folder: Path, theme: str) -> Path:
        everything(folder, files_of_text(EVERYTHING.read_text(encoding="utf-8")))
        path = folder / "mkdocs.yml"
        text = path.read_text(encoding="utf-8")
        text = text.replace("theme:\n  name: factbook", f"theme: {theme}")
        path.write_text(text.replace("plugins:\n", "plugins:\n  - search\n"), encoding="utf-8")
        assert build_site(folder, silent, strict=False) == folder / "site"
        return folder / "site"

    return make


@pytest.fixture(params=NAMES)
def built(request: pytest.FixtureRequest, sites: dict[str, Built]) -> Built:
    """Each of the four."""
    return sites[request.param]
