"""Files that change: told in sets of paths, a moment after the first of them.

Editors write in place, write beside and rename, and leave swap files; folders come and go. So the
folders above what is watched are looked at, too, and what is gone is watched again when it is back.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

TOGETHER = 30  # milliseconds in which changes count as one: an editor makes several
STEP = 10
PATIENCE = 100  # milliseconds after which is looked whether anything is to be watched anew
BLUR = 0.02  # seconds by which the times of files may lag behind the clock

Found = dict[Path, tuple[int, int] | None]


class Watcher:
    """Tells `changed` what changes among `watched()` after a moment, until it is stopped."""

    def __init__(
        self,
        watched: Callable[[], Iterable[Path]],
        changed: Callable[[set[Path]], None],
        since: float,
    ) -> None:
        self._watched, self._changed, self._since = watched, changed, since
        self._over = threading.Event()
        self._begun = threading.Semaphore(0)
        self._thread = threading.Thread(target=self._run, name="watching", daemon=True)

    def start(self) -> None:
        """Begin to watch; from when this comes back, nothing is missed."""
        self._thread.start()
        for _ in ("folders", "above"):
            self._begun.acquire(timeout=5)

    def stop(self) -> None:
        """Watch no longer; comes back when that is so."""
        self._over.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        found = self._found()
        while not self._over.is_set():
            stop = threading.Event()
            above = threading.Thread(target=self._follow_above, args=(found, stop), daemon=True)
            above.start()
            self._follow_folders(found, stop)
            stop.set()
            above.join(timeout=5)
            before, found = found, self._found()
            other = {one for one in {*before, *found} if before.get(one) != found.get(one)}
            if other:
                self._changed(other)

    def _found(self) -> Found:
        """What is to be watched, with what tells a folder from another by the same name."""
        found: Found = {}
        for path in self._watched():
            try:
                about = path.stat()
                found[path] = (about.st_dev, about.st_ino) if path.is_dir() else None
            except OSError:
                found[path] = (0, 0)
        return found

    def _follow_folders(self, found: Found, stop: threading.Event) -> None:
        """Folders with all below them, as long as they are the same ones."""
        folders = [path for path, known in found.items() if known and known != (0, 0)]
        for changes in self._changes(folders, stop, found, recursive=True):
            if changes:
                self._changed(changes)
            if self._over.is_set() or self._found() != found:
                return

    def _follow_above(self, found: Found, stop: threading.Event) -> None:
        """The files that are watched by name: an editor that renames puts another file there."""
        above = [path for path in {path.parent for path in found} if path.is_dir()]
        for changes in self._changes(above, stop, found, recursive=False):
            if own := changes & found.keys():
                self._changed(own)
            if self._over.is_set():
                return

    def _changes(
        self, folders: list[Path], stop: threading.Event, found: Found, *, recursive: bool
    ) -> Iterator[set[Path]]:
        """Sets of paths, empty ones now and then; in the first is what changed before."""
        if not folders:
            self._begun.release()
        while not folders and not self._over.wait(PATIENCE / 1000):
            yield set()
        if not folders:
            return
        is_first = True
        try:
            for changes in watch(
                *folders,
                watch_filter=None,
                debounce=TOGETHER,
                step=STEP,
                rust_timeout=PATIENCE,
                yield_on_timeout=True,
                stop_event=stop,
                raise_interrupt=False,
                recursive=recursive,
                ignore_permission_denied=True,
            ):
                paths = {Path(name) for _, name in changes}
                if is_first:
                    paths |= changed_since(found, self._since)
                    self._begun.release()
                is_first, self._since = False, time.time()
                yield {path for path in paths if not is_aside(path)}
        except OSError:  # a folder went while it was to be watched
            return


def changed_since(folders: Iterable[Path], moment: float) -> set[Path]:
    """The files and folders below some that were written, renamed or emptied since a moment."""
    found = set()
    for folder in folders:
        for path in (folder, *folder.rglob("*")):
            with suppress(OSError):
                about = path.lstat()
                if max(about.st_mtime, about.st_ctime) >= moment - BLUR:
                    found.add(path)
    return found


def is_aside(path: Path) -> bool:
    """Whether a file is one that editors keep beside what is edited."""
    return path.name.startswith((".", "#")) or path.name.endswith("~") or path.name == "4913"
