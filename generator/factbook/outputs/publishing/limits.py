"""How large a site is, and how large those who publish sites allow it to be.

Only limits that the hosts themselves name, with the year in which they were last looked up: hosts
change them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from factbook.outputs.publishing.manifest import files_below, is_hidden

if TYPE_CHECKING:
    from pathlib import Path

GB, MIB = 1000**3, 1024**2
NEAR = 0.8  # of a limit: from there on a build says so

What = Literal["bytes", "files", "largest"]


class Limit(NamedTuple):
    """The most that a host allows of something, whom that concerns, and when it was known."""

    host: str
    what: What
    most: int
    known: int
    whom: str = ""


LIMITS = (
    Limit("GitHub Pages", "bytes", GB, 2026),
    Limit("GitLab Pages", "bytes", GB, 2024, "on gitlab.com; elsewhere its administrators choose"),
    Limit("GitLab Pages", "files", 200_000, 2024, "on gitlab.com, folders counted too"),
    Limit("Cloudflare Pages", "files", 20_000, 2026, "on its free plan"),
    Limit("Cloudflare Pages", "largest", 25 * MIB, 2026),
)


class Measured(NamedTuple):
    """A file of a site and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Size:
    """The files of a site, the largest first, and how many folders they lie in."""

    files: tuple[Measured, ...]
    folders: int

    @property
    def bytes(self) -> int:
        """All files together."""
        return sum(one.size for one in self.files)

    @property
    def pages(self) -> tuple[Measured, ...]:
        """Only the pages."""
        return tuple(one for one in self.files if one.name.endswith(".html"))

    def of(self, limit: Limit) -> int:
        """How much of what a limit is about there is."""
        if limit.what == "bytes":
            return self.bytes
        if limit.what == "largest":
            return self.files[0].size if self.files else 0
        return len(self.files) + (self.folders if "folders" in limit.whom else 0)

    def share(self, limit: Limit) -> float:
        """How far a limit is used up; above 1 the site is too large."""
        return self.of(limit) / limit.most


def measure(site: Path) -> Size:
    """The size of a site, without what lies hidden at its top and is not published.

    Raises OSError where the folder cannot be read.
    """
    names = [name for name in files_below(site) if not is_hidden(name)]
    files = [Measured(name, os.stat(f"{site}/{name}").st_size) for name in names]  # noqa: PTH116 - thousands
    folders = {above for within in {*map(_folder, names)} for above in _above(within)}
    return Size(tuple(sorted(files, key=lambda one: (-one.size, one.name))), len(folders))


def near(size: Size) -> list[Limit]:
    """The limits that a site is near or over."""
    return [limit for limit in LIMITS if size.share(limit) >= NEAR]


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _above(folder: str) -> list[str]:
    """A folder, and all that it lies in but the site itself."""
    parts = folder.split("/") if folder else []
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]
