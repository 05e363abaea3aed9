"""Nodes to lines: each collection at its indentation, each comment where it hangs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from factbook.editing.nodes import Collection, Comment, Entry, Node, Scalar, block_indent

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDEST = 100
STEP = 2
_LEAST_GAP = 2


def printed(collection: Collection, indent: int) -> list[str]:
    """The lines of a collection in block style, its first key or hyphen at `indent`."""
    lines: list[str] = []
    parts = [entry_lines(entry, indent) for entry in collection.entries]
    before: Entry | None = None
    for part, entry in zip(parts, collection.entries, strict=True):
        lines += _after(before, part)
        before = entry
    return lines + _after(before, comment_lines(collection.tail, indent))


def _after(entry: Entry | None, lines: list[str]) -> list[str]:
    """Lines that follow an entry: without an empty one where that would become part of its text."""
    keeps = entry is not None and _ends_in_kept(entry)
    return lines[1:] if keeps and lines and not lines[0] else lines


def _ends_in_kept(entry: Entry) -> bool:
    if isinstance(entry.value, Scalar):
        return entry.value.keeps_blanks
    if entry.value.tail or not entry.value.entries:
        return False
    return _ends_in_kept(entry.value.entries[-1])


def comment_lines(comments: Iterable[Comment], indent: int) -> list[str]:
    """Comments on lines of their own, with the empty lines above them."""
    lines: list[str] = []
    for comment in comments:
        lines += ([""] if comment.blank_above else []) + [" " * indent + comment.text]
    return lines


def entry_lines(entry: Entry, indent: int) -> list[str]:
    """The lines of a key with its value, or of an item of a list, with all comments."""
    above = list(entry.leading)
    blank = [""] if entry.blank_above else []
    if entry.key is None:
        above += entry.head
        body, hoisted = _item(entry, indent)
        above += hoisted
    else:
        body = _pair(entry, indent)
    above += entry.trailing[1:]  # a line ends in one comment at most
    return comment_lines(above, indent) + blank + body


def flat(node: Node) -> str | None:
    """A node on one line, in flow style; None where it does not fit on one."""
    if isinstance(node, Scalar):
        return None if "\n" in node.source or node.is_block else node.source
    if not node.flow or node.tail:
        return None
    parts: list[str] = []
    for entry in node.entries:
        value = flat(entry.value)
        if value is None or entry.leading or entry.head or entry.trailing:
            return None
        parts.append(f"{_key(entry.key)}: {value}" if entry.key else value)
    inside = ", ".join(parts)
    return f"{{{inside}}}" if node.mapping else f"[{inside}]"


def _key(key: Scalar) -> str:
    """A key as it is written, or in quotation marks if it goes over several lines."""
    several = "\n" in key.source or key.is_block
    return json.dumps(key.data, ensure_ascii=False) if several else key.source


def _pair(entry: Entry, indent: int) -> list[str]:
    """The lines of a key and its value."""
    assert entry.key is not None  # noqa: S101 - what the caller looked at
    lead = " " * indent + _key(entry.key) + ":"
    line = _on_one_line(entry, lead)
    if line is not None:
        return [line]
    if isinstance(entry.value, Scalar):
        return _scalar(entry, lead, indent)
    inner = indent + STEP
    head = comment_lines(entry.head[1:], inner)
    first = _with_comment(lead, entry.head[:1])
    after = entry.trailing[:1]  # of a flow collection that does not fit on its line
    return (
        [_with_comment(first, after) if not entry.head else first, *head]
        + (comment_lines(after, inner) if entry.head else [])
        + printed(entry.value, inner)
    )


def _item(entry: Entry, indent: int) -> tuple[list[str], list[Comment]]:
    """The lines of an item, and the comments that move above it: none can stand at a hyphen."""
    lead = " " * indent + "-"
    line = _on_one_line(entry, lead)
    if line is not None:
        return [line], []
    if isinstance(entry.value, Scalar):
        return _scalar(entry, lead, indent), []
    first = entry.value.entries[0]
    hoisted = [*entry.trailing[:1], *first.leading]
    first.leading, first.blank_above = [], False
    inner = printed(entry.value, indent + STEP)
    surplus = next(number for number, one in enumerate(inner) if not one.lstrip().startswith("#"))
    hoisted += [Comment(0, 0, one.strip(), True, False) for one in inner[:surplus]]  # noqa: FBT003
    body = inner[surplus:]
    return [lead + body[0][indent + 1 :], *body[1:]], hoisted


def _on_one_line(entry: Entry, lead: str) -> str | None:
    """Lead, value and comment on one line, where they fit on it."""
    value = flat(entry.value)
    if value is None or entry.head:
        return None
    line = f"{lead} {value}" if value else lead
    if isinstance(entry.value, Scalar):
        if len(line) > WIDEST and entry.value.own_line:
            return None
    elif len(line) > WIDEST and entry.value.entries:
        return None
    return _with_comment(line, entry.trailing[:1])


def _scalar(entry: Entry, lead: str, indent: int) -> list[str]:
    """The lines of a text that takes several."""
    value = entry.value
    assert isinstance(value, Scalar)  # noqa: S101 - what the caller looked at
    comment = entry.trailing[:1]
    pad = " " * (indent + STEP)
    if value.is_block:
        header, *lines = value.source.split("\n")
        old = block_indent(value.source, entry.within.column)
        text = [pad + line[old:] if line[old:] else "" for line in lines]
        return [_with_comment(f"{lead} {_header(header, value)}", comment), *text]
    first, *rest = (_stripped(line, value) for line in value.source.split("\n"))
    rest = [pad + line.lstrip(" \t") if line.strip(" \t") else "" for line in rest]
    too_long = len(lead) + 1 + len(first) > WIDEST
    lines = [lead, pad + first] if value.own_line and too_long else [f"{lead} {first}"]
    lines += rest
    return [*lines[:-1], _with_comment(lines[-1], comment)]


def _header(header: str, value: Scalar) -> str:
    """The sign of a block scalar: the indentation, if it says one, is ours.

    A last line without an end, at the end of a file, gets one, so the sign must take it away.
    """
    sign = re.sub(r"[1-9]", str(STEP), header.partition("#")[0].strip())
    if value.data and not value.data.endswith("\n"):
        sign = sign.replace("+", "").rstrip("-") + "-"
    return sign


def _stripped(line: str, value: Scalar) -> str:
    """A line without the spaces at its end, but for one that a backslash keeps."""
    bare = line.rstrip(" \t")
    slashes = len(bare) - len(bare.rstrip("\\"))
    kept = value.source.startswith('"') and slashes % 2 and len(line) > len(bare)
    return line[: len(bare) + 1] if kept else bare


def _with_comment(line: str, comments: Iterable[Comment]) -> str:
    for comment in comments:
        return f"{line}{' ' * max(comment.gap, _LEAST_GAP)}{comment.text}"
    return line
