"""What a dossier keeps from one run to the next: named pieces of bytes, in the user's own cache.

They never lie in the dossier: what a repository carries can come with a stranger's pull request,
and would change what is published though no fact file changes. A piece that is torn, altered, or of
another version of the code is as if it were not there; a disk that is full or read-only keeps
nothing, and harms no build.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from tempfile import mkstemp
from typing import TYPE_CHECKING

from factbook.reading.cache_folder import cache_folder, clear, fault, tell_use
from factbook.reading.code_version import code_version

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIGN = b"factbook-kept 1"  # what a piece begins with: of whom, and the version of this form
_LONGEST_HEADER = 1000


class Kept:
    """The pieces that one dossier keeps; without a folder it keeps nothing.

    `refused` says in words why a folder that was found is not used, and is empty otherwise.
    """

    def __init__(self, folder: Path | None = None, refused: str = "") -> None:
        self._folder = None if refused else folder
        self._is_cleared = False
        self.refused = refused

    @classmethod
    def of(cls, root: Path) -> Kept:
        """What is kept of the dossier in `root`, in the folder that FACTBOOK_CACHE names.

        It names any folder out of the repository, or says `off`; unset or empty, pieces lie in the
        user's own cache.
        """
        place = root.resolve()
        base = cache_folder()
        if base is None:
            return cls()
        folder = base / blake2b(os.fsencode(place), digest_size=16).hexdigest()
        return cls(folder, fault(base, place) or fault(folder))

    @property
    def keeps(self) -> bool:
        """Whether there is a folder to keep anything in."""
        return self._folder is not None

    def get(self, name: str) -> bytes | None:
        """The content of a piece, to the letter as it was put; None where there is none."""
        folder = self._folder
        if folder is None:
            return None
        try:
            with (folder / name).open("rb") as piece:
                header = piece.readline(_LONGEST_HEADER)
                content = piece.read()
        except OSError:
            return None
        if header != _header(name, content):
            return None
        tell_use(folder)
        return content

    def put(self, name: str, *parts: bytes | memoryview) -> None:
        """Keep a piece under a name, in place of what was there; nobody ever sees half of it.

        It may come in parts, so that a large one need not be held twice.
        """
        folder = self._folder
        if folder is None:
            return
        with suppress(OSError):
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            if fault(folder.parent) or fault(folder):
                return
            tell_use(folder)
            if not self._is_cleared:
                self._is_cleared = True
                clear(folder.parent, SIGN)
            _write(folder, name, parts)


NOTHING_KEPT = Kept()


def _header(name: str, *parts: bytes | memoryview) -> bytes:
    """The first line of a piece; a piece under another's name is none, either."""
    digest = blake2b(digest_size=32)
    for part in parts:
        digest.update(part)
    words = (SIGN, code_version().encode(), name.encode(), digest.hexdigest().encode())
    return b" ".join(words) + b"\n"


def _write(folder: Path, name: str, parts: Sequence[bytes | memoryview]) -> None:
    """Write a file beside its place and move it there; raises OSError, and leaves nothing then."""
    number, beside = mkstemp(prefix=".", dir=folder)
    try:
        with open(number, "wb") as piece:  # noqa: PTH123 - it is open already
            piece.write(_header(name, *parts))
            piece.writelines(parts)
        os.replace(beside, folder / name)  # noqa: PTH105 - a plain name
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108 - the same
        raise
