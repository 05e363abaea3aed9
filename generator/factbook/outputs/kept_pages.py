"""What each page of the last build rested on, and what it came to: so that no page is made twice.

The pages themselves lie in the site. Here is kept, for each, which parts of the dossier it was
composed from, one digest of what they held, with its frame and all that is common to pages, and the
digest of its text. A page is what it was if the same parts hold the same, whatever has changed
elsewhere; that its file still has that text is for the stage to see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

import msgspec

from factbook.pages.watch import Noted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.pages.watch import Part
    from factbook.reading.kept import Kept

PIECE = "pages"


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


def packed(pages: Mapping[str, KeptPage]) -> bytes:
    """Pages by address as bytes."""
    numbers: dict[Part | Noted, int] = {}
    table: list[list[Any]] = []

    def number_of(read: Part | Noted) -> int:
        entry: list[Any]
        if isinstance(read, Noted):
            entry = [numbers[one] if one in numbers else number_of(one) for one in read.read]
        else:
            entry = [*read]
        table.append(entry)
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
