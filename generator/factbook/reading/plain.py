"""The plain part of YAML, read line by line: what nearly all fact files are made of.

A file that holds block mappings and lists of one-line values, simple `[a, b]` and `{a: b}`, and
blocks of text needs no event stream, and is read three times as fast without. Whatever is not plain
beyond doubt is left to the parser, which knows all of YAML and says what is wrong: so both must
agree on every text that is read here, which the tests try on thousands of mutated files.
"""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.reading.parser import Data

    Level = tuple[int, dict[str, Data] | list[Data]]  # the column its entries begin in

DEEPEST = 10  # levels; more is for the parser to judge
# tabs, carriage returns, other breaks, control characters and byte order marks
_ODD = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINE = re.compile(r"( *)(- )?(?:([A-Za-z0-9][\w.-]*):(?: +|(?=\n)))?(.*)\n", re.ASCII)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_BLOCKS = frozenset({"|", "|-", ">", ">-"})
_ITEM = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^:,\[\]{}#\n]*[^\s:,\[\]{}#])?"
_LIST = re.compile(rf"\[ *{_ITEM}(?: *, *{_ITEM})* *\]")
_MAPPING = re.compile(rf"\{{ *[a-z_]+: +{_ITEM}(?: *, *[a-z_]+: +{_ITEM})* *\}}")


class _NotPlainError(Exception):
    """Something that only the parser can judge."""


def parse_plain(text: str) -> dict[str, Data] | None:
    """The data of a text that is plain throughout; None for every other."""
    if _ODD.search(text) or not text:
        return None
    reader = _Reader(text)
    try:
        return reader.mapping()
    except _NotPlainError:
        return None


class _Reader:
    """Reads one text; `lines` are its lines as (spaces, dash, key, rest)."""

    def __init__(self, text: str) -> None:
        self.text = text if text.endswith("\n") else f"{text}\n"
        self.is_cut = self.text != text  # the last line is not ended
        self.lines: list[tuple[str, str, str, str]] = _LINE.findall(self.text)
        self.number = 0  # of the next line
        self.root: dict[str, Data] = {}
        self.levels: list[Level] = [(0, self.root)]
        # a key whose value is still to come: its mapping, its column, itself
        self.waiting: tuple[dict[str, Data], int, str] | None = None

    def mapping(self) -> dict[str, Data]:
        lines, count = self.lines, len(self.lines)
        while self.number < count:
            spaces, dash, key, rest = lines[self.number]
            self.number += 1
            if not key and not dash and (not rest or rest[0] == "#"):
                continue  # a blank line, or a comment on a line of its own
            self._entry(len(spaces), bool(dash), key, rest.rstrip(" "))
        if self.waiting:
            self._fill("")
        if not self.root:
            raise _NotPlainError
        return self.root

    def _entry(self, column: int, dash: bool, key: str, rest: str) -> None:  # noqa: FBT001 - a row
        key = intern(key)  # the same few keys and ids stand in all files: each is kept once
        if dash:
            items = self._items(column)
            if not key:
                items.append(self._value(rest, column))
                return
            column += 2
            made: dict[str, Data] = {}
            items.append(made)
            self._push(column, made)
        elif not key:
            raise _NotPlainError
        else:
            self._open(column)
        holder = self.levels[-1][1]
        if not isinstance(holder, dict) or key in holder or self.levels[-1][0] != column:
            raise _NotPlainError
        if rest:
            holder[key] = self._value(rest, column)
        else:
            self.waiting = (holder, column, key)
            holder[key] = ""  # holds the key's place in the order

    def _open(self, column: int) -> None:
        """Come to the mapping in this column: the one that a key waits for, or one further up."""
        if self.waiting:
            if column > self.waiting[1]:
                made: dict[str, Data] = {}
                self._fill(made)
                self._push(column, made)
                return
            self._fill("")
        while self.levels and self.levels[-1][0] > column:
            self.levels.pop()
        if self.levels and isinstance(self.levels[-1][1], list):
            self.levels.pop()  # a list may begin in the column of the key it belongs to

    def _items(self, column: int) -> list[Data]:
        """Come to the list in this column: the one that a key waits for, or one further up."""
        if self.waiting:
            if column < self.waiting[1]:
                self._fill("")
            else:
                made: list[Data] = []
                self._fill(made)
                self._push(column, made)
                return made
        while self.levels and self.levels[-1][0] > column:
            self.levels.pop()
        where, found = self.levels[-1] if self.levels else (-1, {})
        if where != column or not isinstance(found, list):
            raise _NotPlainError
        return found

    def _push(self, column: int, data: dict[str, Data] | list[Data]) -> None:
        if len(self.levels) >= DEEPEST:
            raise _NotPlainError
        self.levels.append((column, data))

    def _fill(self, value: Data) -> None:
        if self.waiting:
            holder, _, key = self.waiting
            holder[key] = value
            self.waiting = None

    def _value(self, rest: str, column: int) -> Data:
        """One value on the rest of a line; `column` is where its key, or itself, begins."""
        first = rest[:1]
        if rest in _BLOCKS:
            return self._block(rest, column)
        self._ends(column)
        if first not in _INDICATORS and rest:
            if " #" in rest:  # a comment behind the value
                rest = rest.partition(" #")[0].rstrip(" ")
            if ": " in rest or rest[-1] == ":":
                raise _NotPlainError
            if not rest.strip():
                return ""
            return rest if " " in rest else intern(rest)
        return _enclosed(first, rest)

    def _ends(self, column: int) -> None:
        """See that the value does not go on in the next line, as it does when that lies deeper."""
        lines = self.lines
        for number in range(self.number, len(lines)):
            spaces, dash, key, rest = lines[number]
            if key or dash or (rest and rest[0] != "#"):
                if len(spaces) > column:
                    raise _NotPlainError
                return

    def _block(self, sign: str, column: int) -> Data:
        """The text of a block: all lines that lie deeper than the key."""
        found: list[str] = []
        depth = 0
        for line in self.text.split("\n")[self.number : len(self.lines)]:
            words = line.lstrip(" ")
            if words:
                depth = depth or len(line) - len(words)
                if depth <= column or len(line) - len(words) < depth:
                    break
            elif line:
                raise _NotPlainError  # spaces alone: how many count, the parser knows
            found.append(line[depth:])
        self.number += len(found)
        text = "\n".join(found).rstrip("\n")
        if not text.strip():
            raise _NotPlainError
        is_last = self.is_cut and self.number == len(self.lines) and found[-1]
        if sign[0] == ">":
            if "\n\n" in f"\n{text}" or "\n " in f"\n{text}":
                raise _NotPlainError  # what is folded and what is not, the parser knows
            text = text.replace("\n", " ")
        return text if is_last or sign[-1] == "-" else f"{text}\n"


def _enclosed(first: str, rest: str) -> Data:
    """A value in quotation marks, or a simple list or mapping on one line."""
    if first in {'"', "'"} and len(rest) > 1 and rest[-1] == first:
        inner = rest[1:-1]
        if first in inner or "\\" in inner:
            raise _NotPlainError
        return inner if inner.strip() else ""
    if _LIST.fullmatch(rest):
        return [one.strip(" ") for one in rest[1:-1].split(",")]
    if _MAPPING.fullmatch(rest):
        pairs = [one.split(":", 1) for one in rest[1:-1].split(",")]
        made: dict[str, Data] = {key.strip(" "): value.strip(" ") for key, value in pairs}
        if len(made) == len(pairs):
            return made
    raise _NotPlainError
