"""Out of space, and nowhere to write: the old site is whole, and the next build works.

Everywhere with a limit on the size of a file; with a full disk where this machine lets tests mount.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Publish = Callable[..., object]
    Read = Callable[[Path], dict[str, str]]

OLD = {"index.html": "old", "a/index.html": "same"}
LARGE = {"index.html": "new", "a/index.html": "same", "large.html": "x" * 3_000_000}
NEW = {"index.html": "new"}


@contextmanager
def disk(folder: Path, options: str) -> Iterator[None]:
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    subprocess.run(mount, check=True, capture_output=True)  # noqa: S603
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607


def may_mount() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        try:
            with disk(Path(folder), "size=1m"):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


REAL = ["beside the site", "the site is the disk"] if may_mount() else []


def test_a_file_beyond_the_limit_leaves_the_old_site(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            publish(site, LARGE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert read(site) == OLD
    publish(site, NEW)
    assert read(site) == NEW


@pytest.mark.parametrize("where", REAL)
def test_a_full_disk_leaves_the_old_site(
    tmp_path: Path, publish: Publish, read: Read, where: str
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with disk(tmp_path if where == "beside the site" else site, "size=2m"):
        publish(site, OLD)
        with pytest.raises(OSError, match="No space left") as caught:
            publish(site, LARGE)
        assert caught.value.errno == errno.ENOSPC
        assert read(site) == OLD
        publish(site, NEW)
        assert read(site) == NEW


@pytest.mark.parametrize("change", range(1, 40))
def test_no_space_at_any_change_leaves_the_old_site(
    tmp_path: Path, publish: Publish, read: Read, change: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    seen = 0
    for name in ("write_bytes", "mkdir", "rename", "touch"):
        real = getattr(Path, name)

        def limited(*args: object, real: Callable[..., object] = real, **options: object) -> object:
            nonlocal seen
            seen += 1
            if seen == change:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **options)

        monkeypatch.setattr(Path, name, limited)
    try:
        publish(site, NEW)
    except OSError as error:
        assert error.errno == errno.ENOSPC  # noqa: PT017 - with enough changes none fails
    monkeypatch.undo()
    assert read(site) in (OLD, NEW)
    publish(site, NEW)
    assert read(site) == NEW


def test_where_nothing_may_be_written_this_is_said(
    tmp_path: Path, publish: Publish, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OSError, match="Read-only"):
        publish(site, NEW)
    monkeypatch.undo()
    assert read(site) == OLD


@pytest.mark.parametrize("where", REAL)
def test_a_disk_that_is_read_only_keeps_the_site(
    tmp_path: Path, publish: Publish, read: Read, where: str
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    folder = tmp_path if where == "beside the site" else site
    with disk(folder, "size=2m"):
        publish(site, OLD)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)  # noqa: S603, S607
        with pytest.raises(OSError, match="Read-only"):
            publish(site, NEW)
        assert read(site) == OLD
