"""From the path of a request to its answer; knows nothing of HTTP but words and numbers."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from factbook.plugin.frames import uri_of
from factbook.rendering.page import frame_of
from factbook.serving.panel import OWN, bare_page, panel_of, with_panel

if TYPE_CHECKING:
    from factbook.serving.preview import Now

HTML = "text/html; charset=utf-8"
DATA = {
    ".json": "application/json",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}
CLIENT = {"serve.js": "text/javascript; charset=utf-8", "serve.css": "text/css; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: a status, content of a type, or where else to look."""

    status: int
    content: bytes = b""
    type: str = HTML
    location: str = ""


def answer(target: str, now: Now) -> Answer:
    """The answer to a request for a target as it stands in a request's first line."""
    path = unquote(urlsplit(target).path, errors="surrogateescape")
    mount = now.surroundings.mount
    if not path.startswith(mount):
        leads_on = path == "/" or path == mount.rstrip("/")
        return Answer(302, location=mount) if leads_on else _not_found(now)
    name = path.removeprefix(mount)
    if name.startswith(f"{OWN}/"):
        return _own(name.removeprefix(f"{OWN}/"), now)
    if not is_safe(name):
        return _not_found(now)
    if not name or name.endswith("/"):
        name += "index.html"
    found = _page(name, now) or _file(name, now) or _data(name, now)
    if found is not None:
        return found
    if _page(f"{name}/index.html", now) or _file(f"{name}/index.html", now):
        return Answer(301, location=f"{quote(mount + name)}/")
    return _not_found(now)


def is_safe(name: str) -> bool:
    """Whether a name can only be one below the site's folder."""
    parts = PurePosixPath(name).parts
    return not ({"..", "/"} & set(parts) or "\0" in name or "\\" in name or "//" in name)


def _page(name: str, now: Now) -> Answer | None:
    """A fact page, drawn now if nobody has asked for it before."""
    if now.state is None or now.state.plan(name) is None:
        return None
    drawn, fault = now.state.page(name)
    frames = now.surroundings.frames
    frame = frames.get(uri_of(drawn)) or frames.get(frame_of(drawn)) if drawn else None
    if drawn is None:
        return _shown(bare_page("", "Factbook"), now, 500, now.panel(fault))
    if frame is None and drawn.is_framed:
        return None  # a home page that gives way to one that people wrote
    text = drawn.in_frame(frame) if frame is not None and drawn.is_framed else drawn.body
    return _shown(text, now, 200, now.panel(fault))


def _file(name: str, now: Now) -> Answer | None:
    """A file that MkDocs wrote; links that lead out of its folder are none."""
    folder = now.surroundings.folder
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            return None
        content = path.read_bytes()
    except (OSError, ValueError):
        return None
    if path.suffix == ".html":
        return _shown(content.decode("utf-8", "replace"), now, 200)
    guessed, _ = mimetypes.guess_type(path.name)
    kind = guessed or "application/octet-stream"
    return Answer(200, content, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)


def _data(name: str, now: Now) -> Answer | None:
    """A data file, of those that a build would publish."""
    suffix = PurePosixPath(name).suffix
    if now.state is None or suffix not in DATA or name not in now.state.data:
        return None
    return Answer(200, now.state.data[name], DATA[suffix])


def _not_found(now: Now) -> Answer:
    """The site's own page for what is not there; of a state that never was whole, its problems."""
    page = now.surroundings.folder / "404.html"
    if now.state is None:
        return _shown(bare_page("", "Factbook"), now, 503)
    try:
        return _shown(page.read_text(encoding="utf-8"), now, 404)
    except OSError:
        said = panel_of([], ["There is no such page"], [])
        return _shown(bare_page("", "There is no such page"), now, 404, now.panel() or said)


def _shown(text: str, now: Now, status: int, panel: str | None = None) -> Answer:
    shown = now.panel() if panel is None else panel
    whole = with_panel(text, shown, now.surroundings.mount, now.version)
    return Answer(status, whole.encode("utf-8", "surrogateescape"))


def _own(name: str, now: Now) -> Answer:
    """The script and the style that are there while serving."""
    if name not in CLIENT:
        return _not_found(now)
    content = files("factbook.serving").joinpath("client", name).read_bytes()
    return Answer(200, content, CLIENT[name])
