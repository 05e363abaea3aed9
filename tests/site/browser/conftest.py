"""The made-up dossier in each theme, served to a browser below a path."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.site.conftest import Built

PALETTE = (
    '[{media: "(prefers-color-scheme: light)", scheme: default}, '
    '{media: "(prefers-color-scheme: dark)", scheme: slate}]'
)
THEMES = {
    "factbook": "",
    "mkdocs": "{name: mkdocs, highlightjs: false, color_mode: auto}",
    "material": f"{{name: material, font: false, palette: {PALETTE}}}",
}


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder and is silent."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - its signature
        """Nothing: tests read what the browser says."""


@pytest.fixture(scope="module", params=THEMES)
def theme(request: pytest.FixtureRequest) -> str:
    """Each theme in turn."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def address(
    theme: str,
    sites: dict[str, Built],
    prepare: Callable[[Path, str], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """Where the made-up dossier's site is served in a theme."""
    folder = tmp_path_factory.mktemp(theme) / "dossier"
    own = sites["everything"].folder
    site = prepare(folder, THEMES[theme]) if THEMES[theme] else own
    handler = partial(Handler, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/site/"
        server.shutdown()
        thread.join()
