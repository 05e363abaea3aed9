"""A site below a path of a server with a strict policy, and a browser to read it with."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser as Chromium
    from playwright.sync_api import Page

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
    "connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, allows nothing but its own files, and is silent."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - its signature
        """Nothing: tests read what the browser says."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server of `folder`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def served() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a folder; inside, its address."""
    return serving


@pytest.fixture(scope="module")
def browser(chromium: Chromium) -> Callable[..., AbstractContextManager[Page]]:
    """Opens a page that knows nothing of others."""

    @contextmanager
    def opened(*, script: bool = True) -> Iterator[Page]:
        context = chromium.new_context(java_script_enabled=script)
        yield context.new_page()
        context.close()

    return opened
