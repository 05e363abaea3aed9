"""Where a site stands, and where beside it or in it a build may put what it needs.

A folder can be exchanged for another in one step unless it is a mount or its own folder may not be
written; then its files are replaced one by one, and what a build needs lies in it, hidden.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")


class PublishingError(Exception):
    """A site that cannot be put in place, in words; the old one stays."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A site's real folder; `fixed` says why it cannot be exchanged in one step, if so."""

    site: Path
    fixed: str = ""

    @property
    def stage(self) -> Path:
        """The folder a build is made in."""
        return self._beside("new")

    @property
    def retired(self) -> Path:
        """The folder the old site is in until it is removed."""
        return self._beside("old")

    @property
    def lock(self) -> Path:
        """The file that keeps a second build away."""
        return self._beside("lock")

    @property
    def kept(self) -> Path:
        """The folder for what people put into the old site."""
        inside = self.site / ".kept"
        return inside if self.fixed else self.site.with_name(f"{self.site.name}.kept")

    def inside(self, why: str) -> Ground:
        """The same site, to be replaced file by file, since its folder cannot be exchanged."""
        return Ground(self.site, why)

    def _beside(self, what: str) -> Path:
        if self.fixed:
            return self.site / f".factbook.{what}"
        return self.site.with_name(f".{self.site.name}.{what}")


def ground_of(site: Path) -> Ground:
    """The ground of a site; where it is a link, of the folder that it leads to.

    Raises PublishingError where something else stands there.
    """
    real = Path(os.path.realpath(site))
    if real.is_symlink() or (real.exists() and not real.is_dir()):
        raise PublishingError(f"{site} is no folder: remove it, or set another site_dir")
    if not real.exists():
        real.parent.mkdir(parents=True, exist_ok=True)
        return Ground(real)
    if is_mount(real):
        return Ground(real, "it is a mount")
    if not os.access(real.parent, os.W_OK | os.X_OK):
        return Ground(real, "the folder above it cannot be written")
    return Ground(real)


def is_mount(folder: Path) -> bool:
    """Whether something is mounted on a folder, another folder of the same disk included."""
    if os.path.ismount(folder):
        return True
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    name = os.fsencode(folder)
    return any(_unescaped(line.split(b" ")[4]) == name for line in lines)


def _unescaped(name: bytes) -> bytes:
    """A path as the kernel lists it: white space and backslashes are octal."""
    for code in (b"040", b"011", b"012", b"134"):
        name = name.replace(b"\\" + code, bytes([int(code, 8)]))
    return name
