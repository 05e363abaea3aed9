"""How one set of possibilities stands to another: the closed list, and the words for why."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Cover(Enum):
    """How one set stands to another."""

    EQUAL = "equal"
    INSIDE = "the first lies within the second"
    AROUND = "the second lies within the first"
    CROSSING = "they share some"
    APART = "they share nothing"
    OPEN = "nothing says"

    __hash__ = object.__hash__  # members are single: by identity, and not by name each time


class Compared(NamedTuple):
    """How two values stand to each other, and why."""

    cover: Cover
    because: str


EQUAL = Compared(Cover.EQUAL, "Both say the same.")
INSIDE = Compared(Cover.INSIDE, "The first is one of the possibilities of the second.")
AROUND = Compared(Cover.AROUND, "The second is one of the possibilities of the first.")
CROSSING = Compared(Cover.CROSSING, "Both leave room for the same possibilities.")
OPEN = Compared(Cover.OPEN, "Nothing says that the two exclude each other.")

MIRRORED = {Cover.INSIDE: Cover.AROUND, Cover.AROUND: Cover.INSIDE}


def mirrored(cover: Cover) -> Cover:
    """The same seen from the other side."""
    return MIRRORED.get(cover, cover)


def together(covers: Iterable[Cover]) -> Cover:
    """Several axes at once: apart on one is apart, inside on some and around on others crosses."""
    found = set(covers)
    found.discard(Cover.EQUAL)
    if not found:
        return Cover.EQUAL
    if Cover.APART in found:
        return Cover.APART
    return found.pop() if len(found) == 1 else Cover.CROSSING
