"""What each page of the last build rested on, and what it came to: so that no page is made twice.

The pages themselves lie in the site. Here is kept, for each, which parts of the dossier it was
composed from, one digest of what they held, with its frame and all that is common to pages, and the
digest of its text. A page is what it was if the same parts hold the same, whatever has changed
elsewhere; that its file still has that text is for the stage to see.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import msgspec

from factbook.facts.dates import Edtf
from factbook.pages.watch import Noted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factbook.pages.watch import Part
    from factbook.reading.kept import Kept

PIECE = "pages"
SIZE = 16  # bytes of a digest


class KeptPage(NamedTuple):
    """What a page was made from, one digest of it all and what it read; the digest of its text."""

    made_from: bytes
    text: str
    noted: Noted


class _Share(msgspec.Struct, array_like=True):
    """Pages that one process has made.

    `table` holds what they read: parts, and what was noted together, which are the numbers of
    earlier entries. Each page has the number of what was noted of it.
    """

    table: list[list[Any]]
    pages: dict[str, tuple[bytes, str, int]]


class Digests(dict["Part | Noted", bytes]):
    """What was read -> a digest of what it holds now; each is read once."""

    def __init__(self, value: Callable[[Part], object]) -> None:
        super().__init__()
        self._value = value
        self._held: dict[
            int, tuple[object, bytes]
        ] = {}  # a conflict is found by each of its claims

    def __missing__(self, read: Part | Noted) -> bytes:
        """The digest of what nobody has asked for."""
        if isinstance(read, Noted):
            every = b"".join(map(self.__getitem__, read.read))
            made = self[read] = blake2b(every, digest_size=SIZE).digest()
        else:
            made = self[read] = self._digest_of(self._value(read))
        return made

    def _digest_of(self, value: object) -> bytes:
        """The digest of a value; of the very same object it is found out once."""
        held = self._held.get(id(value))
        if held is None:
            held = self._held[id(value)] = value, digest_of(value)
        return held[1]


def digest_of(value: object) -> bytes:
    """A digest of any of our values, the order of its keys included.

    Sets have another order in each run: what holds some is always taken for changed.
    """
    return blake2b(msgspec.msgpack.encode(value, enc_hook=_as_text), digest_size=SIZE).digest()


def packed(pages: Mapping[str, KeptPage]) -> bytes:
    """Pages by address as bytes."""
    numbers: dict[Part | Noted, int] = {}
    table: list[list[Any]] = []

    def number_of(read: Part | Noted) -> int:
        number = numbers.get(read)
        if number is None:
            if isinstance(read, Noted):
                table.append([number_of(one) for one in read.read])
            else:
                table.append([*read])
            number = numbers[read] = len(table) - 1
        return number

    rows = {
        address: (one.made_from, one.text, number_of(one.noted)) for address, one in pages.items()
    }
    return msgspec.msgpack.encode(_Share(table, rows))


def keep(kept: Kept, shares: Iterable[bytes]) -> None:
    """Keep the pages of a build, packed in shares."""
    kept.put(PIECE, msgspec.msgpack.encode(list(shares)))


def last_pages(kept: Kept) -> dict[str, KeptPage]:
    """The pages of the last build by address, as far as they are known."""
    content = kept.get(PIECE)
    if content is None:
        return {}
    found: dict[str, KeptPage] = {}
    for share in msgspec.msgpack.decode(content, type=list[bytes]):
        made = msgspec.msgpack.decode(share, type=_Share)
        read: list[Part | Noted] = []
        for entry in made.table:
            is_part = entry and isinstance(entry[0], str)
            read.append(_part(*entry) if is_part else Noted(read[number] for number in entry))
        for address, (made_from, text, number) in made.pages.items():
            found[address] = KeptPage(made_from, text, cast("Noted", read[number]))
    return found


def _part(name: str, key: Any) -> Part:  # noqa: ANN401 - whatever a table has for keys
    return name, tuple(key) if isinstance(key, list) else key


def _as_text(value: object) -> str:
    if isinstance(value, Edtf):
        return value.text
    raise NotImplementedError(f"{type(value).__name__} has no digest")
