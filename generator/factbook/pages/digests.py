"""Digests of what pages rest on: the same in every run, and another for every other value."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from factbook.facts.dates import Edtf
from factbook.pages.watch import Noted

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.pages.watch import Part

SIZE = 16  # bytes of a digest


class Digests(dict["Part | Noted", bytes]):
    """What was read -> a digest of what it holds now; each is read once."""

    def __init__(self, value: Callable[[Part], object]) -> None:
        super().__init__()
        self._value = value

    def __missing__(self, read: Part | Noted) -> bytes:
        """The digest of what nobody has asked for."""
        if isinstance(read, Noted):
            every = b"".join(map(self.__getitem__, read.read))
            made = self[read] = blake2b(every, digest_size=SIZE).digest()
        else:
            made = self[read] = digest_of(self._value(read))
        return made


def digest_of(value: object) -> bytes:
    """A digest of any of our values, the order of its keys included.

    Sets have another order in each run: what holds some is always taken for changed.
    """
    return blake2b(msgspec.msgpack.encode(value, enc_hook=_as_text), digest_size=SIZE).digest()


def _as_text(value: object) -> str:
    if isinstance(value, Edtf):
        return value.text
    raise NotImplementedError(f"{type(value).__name__} has no digest")
