"""Why a text is no fact file, in the words of someone who writes one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.diagnostics.spot import Span

if TYPE_CHECKING:
    import yaml

MEND = "check the indentation, the colons and the quotation marks on this line and the one above"
MENDS = {
    "mapping values are not allowed": "align this line with those beside it; a value that holds a "
    "colon stands in 'single quotes'",
    "did not find expected key": "align this line with the one above; a value that goes on after a "
    "quotation mark must stand in 'single quotes' as a whole",
    "could not find expected ':'": "write a colon and a space after a key",
    "end of stream": "close the quotation mark or bracket that is opened here",
    "cannot start any token": "put a value that starts with this sign into 'single quotes'",
}


HIDDEN_BREAKS = re.compile("[\u0085\u2028\u2029]")


class RefusedError(Exception):
    """The text is no fact file: `message` and `mend` in the user's words, `span` where."""

    def __init__(self, message: str, span: Span, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.span = span
        self.mend = mend


def syntax_refused(error: yaml.YAMLError, text: str) -> RefusedError:
    """What libyaml could not read, where, and what most often helps."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _control_character(getattr(error, "position", 0), text)
    lines = text.split("\n")
    source = lines[mark.line] if mark.line < len(lines) else ""
    indent = source[: len(source) - len(source.lstrip())]
    if "\t" in indent or source[mark.column : mark.column + 1] == "\t":
        mend = "indent with spaces, two for each level"
        message = "a tab stands where YAML wants spaces"
        return RefusedError(message, _point(mark.line, source.index("\t")), mend)
    reason = getattr(error, "problem", None) or "the text cannot be read"
    opened = getattr(error, "context_mark", None)
    if "end of stream" in reason and opened:
        mark = opened  # where the quotation mark was opened says more than the end of the file
    context = getattr(error, "context", None)
    message = f"this is not YAML: {reason}" + (f" {context}" if context else "")
    mend = next((mend for words, mend in MENDS.items() if words in reason), MEND)
    return RefusedError(message, _point(mark.line, mark.column), mend)


def hidden_break(text: str) -> RefusedError | None:
    """A line separator that editors do not show as a new line, and libyaml counts as one."""
    found = HIDDEN_BREAKS.search(text)
    return _control_character(found.start(), text) if found else None


def _control_character(position: int, text: str) -> RefusedError:
    before = text[:position]
    line, column = before.count("\n"), position - (before.rfind("\n") + 1)
    mend = "remove it: it is invisible, and may come from copied text"
    return RefusedError("a control character stands here", _point(line, column), mend)


def _point(line: int, column: int) -> Span:
    return Span(line + 1, column + 1, line + 1, column + 2)
