"""Files that are made together, known by a digest of all that they are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from factbook.outputs.publishing.stage import Stage
    from factbook.reading.kept import Kept


class KeptFiles(NamedTuple):
    """A digest of what some files were made from, and name -> digest of their contents."""

    made_from: bytes
    files: dict[str, str]


def last_files(kept: Kept, name: str) -> KeptFiles | None:
    """What was kept of some files under a name."""
    content = kept.get(name)
    return None if content is None else msgspec.msgpack.decode(content, type=KeptFiles)


def packed_files(made_from: bytes, files: dict[str, str]) -> bytes:
    """Some files as they are kept."""
    return msgspec.msgpack.encode(KeptFiles(made_from, files))


def taken_over(last: KeptFiles | None, made_from: bytes, stage: Stage) -> bool:
    """Whether files are made from what they were, and the stage could take over all of them."""
    if last is None or last.made_from != made_from:
        return False
    return all(stage.keep(name, digest) for name, digest in last.files.items())
