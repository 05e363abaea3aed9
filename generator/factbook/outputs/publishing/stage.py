"""A site that is being made: files that are what they were are linked, all others written.

A file of the old site is taken over only if it is the same byte for byte, read at that moment:
somebody may have edited it. A link holds until the old site is removed.
"""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from factbook.outputs.publishing.manifest import (
    digest,
    files_below,
    is_hidden,
    read_manifest,
    write_manifest,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OURS = ".factbook"  # how everything hidden that is ours begins
UNFINISHED = ".factbook-unfinished"  # stands in a stage until it is whole


class Stage:
    """The folder of a new site, and the old site, if there is one, to take files from."""

    def __init__(self, folder: Path, old: Path | None = None) -> None:
        self.folder = folder
        self.old = old
        self.digests: dict[str, str] = {}
        self.unchanged: set[str] = set()
        self._mode = folder.stat().st_mode & 0o666  # what a file made here gets
        self._plain: dict[str, bool] = {"": True}
        self._made: set[str] = set()  # folders of the new site that are there

    def write(self, name: str, content: bytes) -> None:
        """Put a file into the site. Nobody else may write it afterwards: it can be a link."""
        self._prepare(name)
        if not self._linked(name, content):
            _written(f"{self.folder}/{name}", content)
        self.digests[name] = digest(content)

    def keep(self, name: str, known: str) -> bool:
        """Take a file over from the old site if its content has this digest; whether it has."""
        self._prepare(name)
        if not self._taken_over(name, lambda content: digest(content) == known):
            return False
        self.digests[name] = known
        return True

    def share(self) -> Stage:
        """The same stage, for one of several processes that write into it."""
        share = Stage(self.folder, self.old)
        share._made = self._made  # of one process, all know which folders are there
        return share

    def take(self, share: Stage) -> None:
        """Take over what was written by way of a share."""
        self.digests |= share.digests
        self.unchanged |= share.unchanged

    def settle(self) -> None:
        """Take what others wrote into the folder like the rest, and say that it is whole."""
        for name in list(files_below(self.folder)):
            if name not in self.digests and not is_hidden(name):
                content = (self.folder / name).read_bytes()
                self._linked(name, content)
                self.digests[name] = digest(content)
        write_manifest(self.folder, self.digests)
        (self.folder / UNFINISHED).unlink(missing_ok=True)

    def _prepare(self, name: str) -> None:
        """Have the folder of a file."""
        folder = name.rpartition("/")[0]
        if folder not in self._made:
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)

    def _linked(self, name: str, content: bytes) -> bool:
        """Whether the file is the same in the old site, and could be taken over from there."""
        return self._taken_over(name, content.__eq__, len(content))

    def _taken_over(
        self, name: str, is_ours: Callable[[bytes], bool], size: int | None = None
    ) -> bool:
        """Whether the old site has the file with a content that is ours; then it is linked."""
        if self.old is None or not self._is_plain(name.rpartition("/")[0]):
            return False
        theirs = f"{self.old}/{name}"
        try:
            if not self._is_like_ours(os.lstat(theirs), size) or not is_ours(_read(theirs)):
                return False
            _link(theirs, f"{self.folder}/{name}")
        except OSError:  # no such file, or no links here: it is written
            return False
        self.unchanged.add(name)
        return True

    def _is_like_ours(self, found: os.stat_result, size: int | None) -> bool:
        """Whether a file of the old site is one that a build of today would make."""
        usual = stat.S_ISREG(found.st_mode) and found.st_mode & 0o7777 == self._mode
        return usual and size in {None, found.st_size} and found.st_uid == os.geteuid()

    def _is_plain(self, folder: str) -> bool:
        """Whether no link leads out of the old site on the way to one of its folders."""
        if self.old is not None and folder not in self._plain:
            above = self._is_plain(folder.rpartition("/")[0])
            self._plain[folder] = above and not (self.old / folder).is_symlink()
        return self._plain[folder]


def take_over(old: Path, new: Path) -> None:
    """Have a new site keep what lies hidden at the top of the old and is not ours, as MkDocs does.

    That is where a server's settings and a repository are: `.htaccess`, `.well-known/`, `.git/`.
    """
    published = read_manifest(old) or {}
    for path in sorted(old.iterdir()):
        name = path.name
        ours = name.startswith(OURS) or any(f"{one}/".startswith(f"{name}/") for one in published)
        if is_hidden(name) and not ours and not (new / name).exists():
            _copied(path, new / name)


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of files
        return file.readall()


def _link(theirs: str, ours: str) -> None:
    """Link a file to where most likely none is."""
    with suppress(FileExistsError):
        os.link(theirs, ours)
        return
    os.unlink(ours)  # noqa: PTH108 - to rename over a link to the same file would do nothing
    os.link(theirs, ours)


def _written(path: str, content: bytes) -> None:
    """Write a file that most likely is not there yet: to ask first would cost as much again."""
    with suppress(FileExistsError), open(path, "xb") as file:  # noqa: PTH123 - thousands of files
        file.write(content)
        return
    os.unlink(path)  # noqa: PTH108
    with open(path, "xb") as file:  # noqa: PTH123
        file.write(content)


def _copied(source: Path, target: Path) -> None:
    """A file or a folder linked, or copied where there are no links."""
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True, copy_function=_linked_or_copied)
    else:
        _linked_or_copied(source, target)


def _linked_or_copied(source: str | Path, target: str | Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
