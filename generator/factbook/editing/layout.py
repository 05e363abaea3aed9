"""The one layout of fact files: text in, text out, meaning and comments untouched.

Two spaces for each level, lists indented below their key, fields in the order of the model, at most
one empty line, no spaces at the ends of lines. Words are never wrapped anew. What comes out is read
again and compared: a layout that would change the data is refused as a fault of ours.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot
from factbook.editing.comments import attach_comments
from factbook.editing.nodes import tokens
from factbook.editing.opening import comments_of, tree_of
from factbook.editing.printing import comment_lines, printed
from factbook.facts.fields import claim_fields, field_order
from factbook.reading.document import Document, parse_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.editing.nodes import Collection, Comment, Entry
    from factbook.facts.vocabulary import Record
    from factbook.reading.parser import Data

_MEND = "this is a fault of Factbook, please report it with the file; the file is as it was"


def laid_out(path: str, content: bytes, record: type[Record] | None) -> bytes | Problem:
    """The canonical form of a file, or why it has none; `record` is what the file holds.

    A file that is no mapping, which a check reports, stays as it is.
    """
    document = document_of(path, content)
    if isinstance(document, Problem):
        return document
    root = tree_of(document)
    if root is None:
        return content
    top = attach_comments(document.text, root)
    if record is not None:
        _sort(root, field_order(record))
        _sort_claims(root)
    lines = comment_lines(top, 0) + printed(root, 0)
    text = "\n".join(_squeezed_ends(lines)) + "\n"
    return _unchanged(document, text, record) or text.encode()


def document_of(path: str, content: bytes) -> Document | Problem:
    """The document of a file with lines that end in LF, so that offsets and spans agree."""
    return parse_file(path, re.sub(rb"\r\n?", b"\n", content))


def _squeezed_ends(lines: Sequence[str]) -> Sequence[str]:
    start = next((number for number, line in enumerate(lines) if line), 0)
    return lines[start:]


def _sort(mapping: Collection, order: Sequence[str]) -> None:
    """Put known fields into their order; unknown ones, which a check reports, come last."""
    first = mapping.entries[0] if mapping.entries else None
    ranks = {name: rank for rank, name in enumerate(order)}
    mapping.entries.sort(key=lambda entry: ranks.get(str(entry.name), len(ranks)))
    if first is not None and mapping.entries[0] is not first:
        new, old = _first_line(mapping.entries[0]), _first_line(first)
        new.blank_above, old.blank_above = old.blank_above, False


def _first_line(entry: Entry) -> Entry | Comment:
    return entry.leading[0] if entry.leading else entry


def _sort_claims(root: Collection) -> None:
    for entry in root.entries:
        if entry.name == "claims" and not hasattr(entry.value, "data"):
            for claim in entry.value.entries:
                if not hasattr(claim.value, "data") and claim.value.mapping:
                    _sort(claim.value, claim_fields())


def _unchanged(document: Document, text: str, record: type[Record] | None) -> Problem | None:
    """None if the new text says the same and has the same comments; else a problem."""
    after = parse_file(document.path, text.encode())
    if isinstance(after, Problem):
        return _fault(document.path, f"its layout could not be read: {after.message}")
    if repr(after.data) != repr(_in_order(document.data, record)):
        return _fault(document.path, "its layout would change what it says")
    if _comments(document) != _comments(after):
        return _fault(document.path, "its layout would lose a comment")
    return None


def _comments(document: Document) -> Counter[str]:
    root = tree_of(document)
    scalars = list(tokens(root)) if root else []
    return Counter(comment.text for comment in comments_of(document.text, scalars))


def _in_order(data: Data, record: type[Record] | None) -> Data:
    """The data of a file with its top keys and those of its claims in the order of the model."""
    if record is None or not isinstance(data, dict):
        return data
    made = _ordered(data, field_order(record))
    claims = made.get("claims")
    if isinstance(claims, dict):
        made["claims"] = {
            name: _ordered(claim, claim_fields()) if isinstance(claim, dict) else claim
            for name, claim in claims.items()
        }
    return made


def _ordered(data: dict[str, Data], order: Iterable[str]) -> dict[str, Data]:
    known = {name: data[name] for name in order if name in data}
    return known | {name: value for name, value in data.items() if name not in known}


def _fault(path: str, message: str) -> Problem:
    return Problem("layout-fault", message, Spot(path), _MEND)
