"""A tree is path -> bytes, wherever the bytes come from. Here: the working folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Tree = Mapping[str, bytes]

LARGEST_FILE = 5_000_000  # bytes; a fact file of this size is a mistake, and would stall everyone


def read_folder(root: Path, folder: str) -> tuple[Tree, list[Problem]]:
    """Read all fact files below `root`/`folder`.

    Out comes path -> bytes in the order of paths, which are relative to `root` with forward
    slashes, and a problem for each entry that cannot be used. Nothing else on the disk is touched.
    """
    tree: dict[str, bytes] = {}
    problems: list[Problem] = []
    base = root / folder
    if not base.is_dir():
        mend = f"make a folder {folder}/ with fact files in it, or set `facts` in mkdocs.yml"
        return {}, [Problem("no-facts", f"there is no folder {folder}", Spot(folder), mend)]
    for path in _walk(base):
        name = path.relative_to(root).as_posix()
        found = _read(path, name, base)
        if isinstance(found, Problem):
            problems.append(found)
        elif found is not None:
            tree[name] = found
    return tree, problems


def read_locks(root: Path, folder: str, suffix: str) -> Tree:
    """All files below `root`/`folder` that end in `suffix`; what cannot be read is left out."""
    base = root / folder
    found = [path for path in _walk(base) if path.suffix == suffix] if base.is_dir() else []
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST_FILE
    }


def is_fact_file(path: str) -> bool:
    """Whether the path of a file, relative to a dossier, is one that a fact file can have."""
    hidden = any(part.startswith(".") for part in path.split("/"))
    return path.endswith(".yaml") and not hidden


def _walk(folder: Path) -> Iterator[Path]:
    """All entries below `folder` but folders, sorted; links to folders are not followed."""
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink() and path.suffix not in {".yaml", ".yml"}:
            yield from _walk(path)
        else:
            yield path


def _read(path: Path, name: str, base: Path) -> bytes | Problem | None:
    """The bytes of one entry, a problem, or None for a file that is no fact file."""
    if path.suffix != ".yaml" and path.suffix.lower() in {".yaml", ".yml"}:
        return Problem("unused-file", "fact files end in .yaml", Spot(name), "rename it to .yaml")
    if path.suffix != ".yaml" and not path.is_symlink():
        return None
    if path.is_symlink() and not path.resolve().is_relative_to(base.resolve()):
        mend = "put the file itself here"
        return Problem("unreadable", "this link leads out of the folder of facts", Spot(name), mend)
    if not path.is_file():
        return Problem("unreadable", "this is not a file", Spot(name), "remove or rename it")
    try:
        if path.stat().st_size > LARGEST_FILE:
            size = path.stat().st_size // 1_000_000
            mend = "a fact file holds one subject: split it"
            return Problem("unreadable", f"this file is {size} MB large", Spot(name), mend)
        return path.read_bytes()
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
        return Problem("unreadable", message, Spot(name), "check its permissions")
