"""What a build published: the names and hashes of all files, in a hidden file of the site.

It has the form of `sha256sum`, so `sha256sum --check .factbook-files` tells whether a copy of the
site is whole. The next build learns from it what people have put into the site or changed there.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MANIFEST = ".factbook-files"
_ESCAPES = (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"))


def digest(content: bytes) -> str:
    """The hash by which a manifest knows a file."""
    return hashlib.sha256(content).hexdigest()


def write_manifest(folder: Path, digests: Mapping[str, str]) -> None:
    """Write name -> digest into a site."""
    lines = [_line(name, digests[name]) for name in sorted(digests)]
    (folder / MANIFEST).write_bytes("".join(lines).encode("utf-8", "surrogateescape"))


def record(folder: Path) -> None:
    """Write the manifest of a finished site, whoever made it."""
    names = [name for name in files_below(folder) if not is_hidden(name)]
    write_manifest(folder, {name: digest((folder / name).read_bytes()) for name in names})


def read_manifest(folder: Path) -> dict[str, str] | None:
    """Name -> digest of what the last build published; None where that is not known."""
    try:
        text = (folder / MANIFEST).read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return None
    entries = [_entry(line) for line in text.split("\n") if line]
    return {name: known for known, name in entries}


def files_below(folder: Path) -> Iterator[str]:
    """The names of all files below a folder, links included, with forward slashes; sorted."""
    top = str(folder)
    for base, folders, files in os.walk(top):
        folders.sort()
        links = [name for name in folders if os.path.islink(os.path.join(base, name))]  # noqa: PTH114, PTH118 - thousands of files
        below = base[len(top) :].replace(os.sep, "/").strip("/")
        for name in sorted([*files, *links]):
            yield f"{below}/{name}" if below else name


def is_hidden(name: str) -> bool:
    """Whether a file lies hidden at the top of a site, where MkDocs leaves all alone as well."""
    return name.startswith(".")


def _line(name: str, known: str) -> str:
    escaped = name
    for plain, written in _ESCAPES:
        escaped = escaped.replace(plain, written)
    return f"{'' if escaped == name else chr(92)}{known}  {escaped}\n"


def _entry(line: str) -> tuple[str, str]:
    known, _, name = line.removeprefix("\\").partition("  ")
    if line.startswith("\\"):
        parts = [part.replace("\\n", "\n").replace("\\r", "\r") for part in name.split("\\\\")]
        name = "\\".join(parts)
    return known, name
