"""What a fact file says, packed small, and the record straight from the pack.

A pack holds the file's plain data, text and all, so the record that comes out of it is typed by the
same rules as one from the file itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from factbook.facts.faults import decode_date

if TYPE_CHECKING:
    from factbook.facts.model import AnyRecord
    from factbook.reading.parser import Data


def packed(data: Data) -> bytes:
    """Plain data in the form of a pack."""
    return msgspec.msgpack.encode(data)


def unpacked(pack: bytes | memoryview, record_type: type[AnyRecord]) -> AnyRecord | None:
    """The record in a pack; None where it holds none."""
    try:
        return _decoder(record_type).decode(pack)
    except msgspec.MsgspecError:
        return None


@cache
def _decoder(record_type: type[AnyRecord]) -> msgspec.msgpack.Decoder[AnyRecord]:
    return msgspec.msgpack.Decoder(record_type, strict=False, dec_hook=decode_date)
