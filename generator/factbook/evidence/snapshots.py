"""Snapshots: the archived documents of sources, known by the sha256 of their bytes alone.

They are a mapping from sha256 to the original bytes: a plain folder whose files have any names, or
the store that `factbook archive` fills.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot
from factbook.evidence.store import SHA256, TEXT_NAME, Store, digest, open_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

__all__ = [
    "Folder",
    "Store",
    "mismatched",
    "open_store",
    "read_snapshots",
    "snapshots_at",
    "text_of",
]

MEND = "put the document back as it was archived, or archive it anew"


@runtime_checkable
class _WithTexts(Protocol):
    """Snapshots that keep extracted texts, too."""

    def text(self, sha256: str) -> str | None:
        """The text that was kept of a document."""


class Folder(dict[str, bytes]):
    """The documents of a plain folder by sha256.

    `names` are those of their files; `kept` are texts that lie beside a document.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, str] = {}
        self.names: dict[str, str] = {}

    def text(self, sha256: str) -> str | None:
        """The text that was kept of a document, if there is one."""
        return self.kept.get(sha256)


def read_snapshots(folder: Path) -> tuple[Folder, list[Problem]]:
    """All files of a folder by the sha256 of their bytes; their names mean nothing.

    In a folder that `factbook archive` filled, names are hashes, and one that is not that of its
    file is a problem.
    """
    found = Folder()
    problems: list[Problem] = []
    if not folder.is_dir():
        mend = "name a folder that holds the archived documents"
        return found, [
            Problem("no-snapshots", f"there is no folder {folder}", Spot(str(folder)), mend)
        ]
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        try:
            content = path.read_bytes()
        except OSError as error:
            message = f"this snapshot cannot be read: {error.strerror}"
            problems.append(Problem("unreadable", message, Spot(str(path))))
            continue
        own, text = digest(content), TEXT_NAME.fullmatch(path.name)
        if (named := text[2] if text else path.name) != own and SHA256.fullmatch(named):
            problems.append(_altered(str(path)))
        elif text:
            # of several the first, as in a store
            found.kept.setdefault(text[1], content.decode("utf-8", "replace"))
        else:
            found[own] = content
            found.names[own] = path.name
    return found, problems


def snapshots_at(address: str, root: Path) -> tuple[Mapping[str, bytes], list[Problem]]:
    """The snapshots of a folder, seen from `root`, or of a store elsewhere, read when asked for."""
    if "://" not in address and "::" not in address:
        return read_snapshots(root / address)
    store = open_store(address, root)
    return ({}, [store]) if isinstance(store, Problem) else (store, [])


def text_of(snapshots: Mapping[str, bytes], sha256: str) -> str | None:
    """The text of an archived document: the one that was kept, else what its bytes come to.

    None where the bytes are not there or were altered in the store, and where nothing reads a text
    in them. Pages of a PDF are divided by form feeds.
    """
    kept = snapshots.text(sha256) if isinstance(snapshots, _WithTexts) else None
    if kept is not None:
        return kept
    content = snapshots.get(sha256)
    if content is None or (isinstance(snapshots, Store) and digest(content) != sha256):
        return None
    return _extracted(content)


@cache
def _extracted(content: bytes) -> str | None:
    from factbook.evidence.extraction.extract import extract  # noqa: PLC0415 - slow to load

    return extract(content).text


def mismatched(snapshots: Mapping[str, bytes], among: Iterable[str] | None = None) -> list[Problem]:
    """A problem for each stored document, and each text of one, that is not what it was.

    `among` are the sha256 of those to look at; all without it. What is not there is no problem
    here. Raises StoreError where a store cannot be reached.
    """
    names = sorted(set(snapshots if among is None else among))
    if isinstance(snapshots, Store):
        return [_altered(place) for name in names for place in _altered_in(snapshots, name)]
    held = ((name, snapshots.get(name)) for name in names)
    return [_altered(name) for name, content in held if content and digest(content) != name]


def _altered_in(store: Store, sha256: str) -> Iterator[str]:
    content = store.stored(sha256)
    if content is not None and digest(content) != sha256:
        yield store.place(sha256)
    for path, wanted in store.texts(sha256):
        if digest(store.read(path)) != wanted:
            yield path


def _altered(place: str) -> Problem:
    message = "this snapshot is not what its name says: its bytes were altered"
    return Problem("snapshot-mismatch", message, Spot(place), MEND)
