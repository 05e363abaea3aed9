"""The citation syntax of prose: `[@claim]` in a subject's own text, `[@subject#claim]` anywhere.

In hand-written pages other brackets have a meaning too: `[@name](https://…)` is a link there, and
what stands in braces is for another plugin to fill in.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factbook.facts.decoding import ClaimKey

CITATION = r"\[@([^\]\s]+)\]"
# whether it can be read, is said later; nobody writes ids as long as this
PAGE_CITATION = r"(?<!\\)\[@([^\[\]\n{}]{1,300})\](?![(\[:])"
_PATTERN = re.compile(CITATION)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


class Mention(NamedTuple):
    """A citation in prose: the claim it names and the words it is written in."""

    key: ClaimKey
    words: str


def mentions(text: str, subject: str) -> list[Mention]:
    """All citations of a text that stands in the file of `subject`, in their order."""
    return [
        Mention(key_of(match[1], subject), match[0])
        for match in _PATTERN.finditer(without_code(text))
    ]


def without_code(text: str) -> str:
    """The text without its code spans, in which nothing is a citation."""
    return _CODE.sub("", text)


def key_of(written: str, subject: str) -> ClaimKey:
    """The claim that `claim` or `subject#claim` names, seen from the file of `subject`."""
    other, hash_sign, claim = written.partition("#")
    return ClaimKey(other, claim) if hash_sign else ClaimKey(subject, written)
