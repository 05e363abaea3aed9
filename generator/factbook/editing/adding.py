"""New files and new claims, as text in the one layout."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot
from factbook.editing.nodes import Collection
from factbook.editing.printing import STEP, WIDEST, printed
from factbook.editing.splices import Opened, Splice, entry_of, field_added, line_added, opened
from factbook.facts.fields import field_order
from factbook.reading.document import parse_file
from factbook.reading.parser import parse
from factbook.reading.refusal import RefusedError

if TYPE_CHECKING:
    from factbook.facts.vocabulary import Record

New = str | tuple["New", ...] | Mapping[str, "New"]
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def new_file(fields: Mapping[str, New], record: type[Record]) -> bytes:
    """The text of a new file from its fields, which are put into the order of the model."""
    order = field_order(record)
    known = sorted(fields, key=lambda name: order.index(name) if name in order else len(order))
    lines = [line for name in known for line in pair(name, fields[name], 0)]
    return ("\n".join(lines) + "\n").encode()


def claim_added(
    path: str, content: bytes, record: type[Record], name: str, fields: Mapping[str, New]
) -> bytes | Problem:
    """A file with one more claim at the end of its `claims`; the rest of it untouched."""
    file = opened(path, content)
    if isinstance(file, Problem):
        return file
    if file is None:
        return Problem("wrong-shape", "this file is no mapping", Spot(path), "add a title")
    made = file.spliced(_claim_splices(file, record, name, fields))
    after = parse_file(path, made)
    claims = file.data.get("claims", {})
    added = {**claims, name: plain(fields)} if isinstance(claims, dict) else None
    if isinstance(after, Problem) or after.data != {**file.data, "claims": added}:
        mend = "run `factbook fmt` on it first; if that does not help, please report it"
        message = "a claim cannot be added to this file without changing more"
        return Problem("add-fault", message, Spot(path), mend)
    return made


def _claim_splices(
    file: Opened, record: type[Record], name: str, fields: Mapping[str, New]
) -> list[Splice]:
    entry = entry_of(file.root, "claims")
    if entry is None or not isinstance(entry.value, Collection):
        lines = ["claims:", *pair(name, fields, STEP)]
        return [field_added(file, file.root, field_order(record), "\n".join(lines))]
    claims = entry.value
    if not claims.flow:
        last = claims.entries[-1]
        above = last.leading[0] if last.leading else last
        lines = [""] if above.blank_above else []
        lines += pair(name, fields, claims.column)
        return [line_added(file, last, "\n".join(lines))]
    # a mapping in braces is opened into lines: a claim on one of them could not be read
    start = len(file.text[: claims.start].rstrip(" "))
    lines = [*printed(claims, STEP), *pair(name, fields, STEP)]
    return [Splice(start, claims.end, ""), line_added(file, entry, "\n".join(lines))]


def pair(name: str, value: New, indent: int) -> list[str]:
    """The lines of a key and its value, the key at `indent`."""
    lead = f"{' ' * indent}{scalar(name)}:"
    if isinstance(value, str):
        return [f"{lead} {scalar(value)}"]
    if isinstance(value, tuple):
        words = [one for one in value if isinstance(one, str)]
        line = f"{lead} [{', '.join(scalar(word, flow=True) for word in words)}]"
        if len(words) == len(value) and len(line) <= WIDEST:
            return [line]
        return [lead, *(line for one in value for line in item(one, indent + STEP))]
    short = [(key, text) for key, text in value.items() if isinstance(text, str)]
    inside = ", ".join(
        f"{scalar(key, flow=True)}: {scalar(text, flow=True)}" for key, text in short
    )
    line = f"{lead} {{{inside}}}"
    if indent and name in _SHORT and len(short) == len(value) and len(line) <= WIDEST:
        return [line]
    return [lead, *(line for key, one in value.items() for line in pair(key, one, indent + STEP))]


_SHORT = {"says", "by", "of"}  # small records that are read best on one line


def item(value: New, indent: int) -> list[str]:
    """The lines of a text or a record in a list, the hyphen at `indent`."""
    hyphen = " " * indent + "- "
    if not isinstance(value, Mapping):
        assert isinstance(value, str)  # noqa: S101 - no list stands in a list
        return [hyphen + scalar(value)]
    lines = [line for key, one in value.items() for line in pair(key, one, indent + STEP)]
    return [hyphen + lines[0].lstrip(), *lines[1:]]


def scalar(text: str, *, flow: bool = False) -> str:
    """A text as YAML: plain where that says the same, in quotation marks where not."""
    if not _UNSEEN.search(text):
        single, double = "'" + text.replace("'", "''") + "'", f'"{text}"'
        quoted = [single]
        if "'" in text and not {'"', "\\"} & set(text):
            quoted = [double, single]
        for form in (text, *quoted):
            if _says(form, text, flow=flow):
                return form
    return _escaped(text)


def _says(form: str, text: str, *, flow: bool) -> bool:
    """Whether a form of a text is read as that text, as an item and as a value."""
    written = f"k: [{form}, {{k: {form}}}]" if flow else f"k:\n  - {form}\n  - k: {form}"
    try:
        return parse(written) == {"k": [text, {"k": text}]}
    except RefusedError:
        return False


def _escaped(text: str) -> str:
    """A text in double quotation marks, what cannot be seen written out."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def plain(value: New) -> object:
    """What a new value is once it has been written and read."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return {key: plain(one) for key, one in value.items()}
