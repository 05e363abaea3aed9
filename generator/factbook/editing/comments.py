"""Which comment belongs to what: to the entry below it, to its own line, or to the end of a list.

A comment that is indented deeper than what follows it belongs to the end of the deepest collection
that reaches as far to the left as it does; one that has its line for itself otherwise belongs to
the entry below.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factbook.editing.nodes import Collection, Comment, Entry, in_order, tokens
from factbook.editing.opening import comments_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def attach_comments(text: str, root: Collection) -> list[Comment]:
    """Hang every comment of a text where it belongs; those at the top of the file are handed back.

    The top of the file are the comments above its first key, up to the last empty line among them,
    or all of them where there is none.
    """
    entries = list(in_order(root))
    starts = [entry.start for entry in entries]
    top: list[Comment] = []
    depth: int | None = None  # within one gap, a later comment never lies deeper
    last = -1
    for comment in comments_of(text, list(tokens(root))):
        at = bisect_right(starts, comment.offset)
        previous = entries[at - 1] if at else None
        following = entries[at] if at < len(entries) else None
        depth = None if at != last else depth
        last = at
        if previous is None:
            top.append(comment)
        else:
            depth = _place(comment, previous, following, depth)
    return _split_top(top, root)


def _split_top(top: list[Comment], root: Collection) -> list[Comment]:
    """Leave comments that stand right above the first key to it, if an empty line is above them."""
    first = root.entries[0] if root.entries else None
    blank = max((number for number, one in enumerate(top) if number and one.blank_above), default=0)
    if first is None or first.blank_above or not blank:
        return top
    first.leading[:0] = top[blank:]
    return top[:blank]


def _place(
    comment: Comment, previous: Entry, following: Entry | None, depth: int | None
) -> int | None:
    """Hang one comment; the depth, if any, that later comments of the same gap must respect."""
    if comment.offset < previous.value.start:
        _at_head(comment, previous, following)
        return depth
    while previous.within.flow and comment.offset >= previous.within.end:
        if previous.within.owner is None:
            previous.trailing.append(comment)
            return depth
        previous = previous.within.owner
    if not comment.own_line:
        inside = _inside(comment, previous)
        (previous.head if inside and inside.entries else previous.trailing).append(comment)
        return depth
    if inside := _inside(comment, previous):
        if not inside.entries:
            previous.leading.append(comment)
            return depth
        return _in_flow(comment, inside, following, depth)
    if previous.within.flow:
        return _in_flow(comment, previous.within, following, depth)
    return _between(comment, previous, following, depth)


def _inside(comment: Comment, entry: Entry) -> Collection | None:
    """The value of an entry, if it is a flow collection and the comment lies between its ends."""
    value = entry.value
    if not isinstance(value, Collection) or not value.flow:
        return None
    return value if value.start < comment.offset < value.end else None


def _at_head(comment: Comment, entry: Entry, following: Entry | None) -> None:
    """A comment between a key or hyphen and its value."""
    block = isinstance(entry.value, Collection) and not entry.value.flow
    if block and comment.own_line and following is not None:
        following.leading.append(comment)
    elif block and entry.key is not None:
        entry.head.append(comment)
    else:
        entry.leading.append(comment)


def _in_flow(
    comment: Comment, flow: Collection, following: Entry | None, depth: int | None
) -> int | None:
    if following is not None and following.within is flow:
        following.leading.append(comment)
    else:
        flow.tail.append(comment)
    return depth


def _between(
    comment: Comment, previous: Entry, following: Entry | None, depth: int | None
) -> int | None:
    """A comment with a line of its own between two entries, or after the last."""
    chain = list(_around(previous))
    stop = chain.index(following.within) if following is not None else len(chain) - 1
    floor = following.within.column if following is not None else -1
    deepest = len(chain) - 1 - depth if depth is not None else 0
    if comment.column > floor:
        for number in range(deepest, stop if following is not None else stop + 1):
            if chain[number].column <= comment.column or number == len(chain) - 1:
                chain[number].tail.append(comment)
                return len(chain) - 1 - number
    if following is None:
        chain[-1].tail.append(comment)
    else:
        following.leading.append(comment)
    return 0


def _around(entry: Entry) -> Iterator[Collection]:
    """The collections an entry stands in, from the inside to the outside."""
    within: Collection | None = entry.within
    while within is not None:
        yield within
        within = within.owner.within if within.owner else None
