"""Fact files that need not be parsed again: what they say, packed by an earlier run.

A pack is known by a digest of its file's bytes and of the folder the file is in, which says what
kind of record it is. Whoever decodes a file fills its pack; only sound files have one that is
filled, so whatever is wrong with a file is found anew in each run.
"""

from __future__ import annotations

from hashlib import blake2b
from struct import Struct
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.reading.document import Document, Pack, parse_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.reading.kept import Kept
    from factbook.reading.memory import Reading
    from factbook.reading.tree import Tree

NAME = "facts"  # of the piece that holds all packs of a dossier
_HEAD = Struct(">32sI")  # before each pack: its digest and its length


class Packs:
    """The packs of one dossier, for one run: taken from what is kept, and kept again."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._known: dict[bytes, memoryview] = {}
        self._used: dict[bytes, Pack] = {}

    def reading(self, reading: Reading) -> Reading:
        """How to read with packs; as before where nothing is kept."""
        return reading._replace(parse=self._parse) if self._kept.keeps else reading

    def _parse(self, tree: Tree) -> tuple[dict[str, Document], list[Problem]]:
        """As `parse_tree` does; what has a pack is not parsed before somebody asks for its data."""
        self._known = dict(_divided(self._kept.get(NAME) or b""))
        documents: dict[str, Document] = {}
        problems: list[Problem] = []
        for path, content in tree.items():
            key = _key(path, content)
            known = self._known.get(key)
            pack = self._used.setdefault(key, Pack(known or b""))
            found = Document(path, content, pack=pack) if known else parse_file(path, content, pack)
            if isinstance(found, Problem):
                problems.append(found)
            else:
                documents[path] = found
        return documents, problems

    def keep(self) -> None:
        """Keep the packs that this run has used, if they are others than before; let go of all."""
        used = {key: pack for key, pack in self._used.items() if pack.content}
        is_new = {key: pack.content for key, pack in used.items()} != self._known
        self._known, self._used = {}, {}
        if is_new:
            self._kept.put(NAME, *_parts(used))
        for pack in used.values():
            pack.content = b""


def _key(path: str, content: bytes) -> bytes:
    digest = blake2b(path.rpartition("/")[0].encode("utf-8", "surrogateescape"), digest_size=32)
    digest.update(b"\0")
    digest.update(content)
    return digest.digest()


def _parts(packs: dict[bytes, Pack]) -> Iterator[bytes | memoryview]:
    """All packs, one behind the other."""
    for key, pack in packs.items():
        yield _HEAD.pack(key, len(pack.content))
        yield pack.content


def _divided(piece: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """The packs in a piece, which are not copied."""
    view, start = memoryview(piece), 0
    while start < len(piece):
        key, length = _HEAD.unpack_from(piece, start)
        start += _HEAD.size
        yield key, view[start : start + length]
        start += length
