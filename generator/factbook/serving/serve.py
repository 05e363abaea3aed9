"""Serving from beginning to end: read, draw, listen, watch, until it is stopped."""

from __future__ import annotations

import queue
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.serving.preview import Preview
from factbook.serving.resident import Resident
from factbook.serving.server import listening
from factbook.serving.watching import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.serving.preview import Report

    Failed = Callable[[str], None]


@contextmanager
def serving(  # noqa: PLR0913 - each is an option of the command
    root: Path,
    second: Path | None,
    report: Report,
    failed: Failed,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    exactly: bool = False,
) -> Iterator[str]:
    """Serve the dossier in `root` until the context ends; its address.

    `report` is told what is wrong with the dossier, `failed` what should not have happened. Raises
    PortTakenError, or OSError for a host that is none.
    """
    server = listening(host, port, exactly=exactly)
    name = f"[{host}]" if ":" in host else host
    origin = f"http://{name}:{server.server_address[1]}"
    with tempfile.TemporaryDirectory(prefix="factbook-") as folder:
        began = time.time()
        preview = Preview(Resident(root, second), Path(folder), origin, report)
        server.preview = preview
        if preview.rescued.kept_in is not None:
            failed(f"a build was killed; what it had not made is in {preview.rescued.kept_in}")
        renewer = Renewer(preview, failed)
        watcher = Watcher(lambda: preview.watched, renewer.changed.put, began)
        renewer.start()
        watcher.start()
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        try:
            yield f"{origin}{preview.now.surroundings.mount}"
        finally:
            preview.end()
            watcher.stop()
            renewer.stop()
            server.shutdown()
            server.server_close()


class Renewer:
    """The one thread that renews a preview: changes that came meanwhile are taken together."""

    def __init__(self, preview: Preview, failed: Failed) -> None:
        self.preview, self.failed = preview, failed
        self.changed: queue.Queue[set[Path] | None] = queue.Queue()
        self._thread = threading.Thread(target=self._run, name="renewing", daemon=True)

    def start(self) -> None:
        """Begin to take in changes."""
        self._thread.start()

    def stop(self) -> None:
        """Take in no more; comes back when the last is done."""
        self.changed.put(None)
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while True:
            taken = [self.changed.get()]
            while not self.changed.empty():
                taken.append(self.changed.get())
            sets = [one for one in taken if one is not None]
            if len(sets) < len(taken):
                return
            try:
                self.preview.renew(set().union(*sets))
            except Exception as error:  # noqa: BLE001 - the last good state stays, whatever comes
                self.failed(f"this change could not be taken in: {type(error).__name__}: {error}")
