"""Plain data as YAML in one line, as a user would write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.reading.parser import Data

# Text that YAML takes for something else: it holds a sign of flow style or of a comment, or begins
# with an indicator.
_RISKY = re.compile(r"[\[\]{},]|: |:$| #|^[-?:&*!|>%@`'\"#]|^\s|\s$|^$")
_DAYS = re.compile(r"\[\S+\.\.\S+\]")


def flow(data: Data) -> str:
    """`{attribute: killed, value: 8}`: data in flow style, quoted where YAML needs it."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(flow, data)) + "]"
    if not _RISKY.search(data) or _DAYS.fullmatch(data):
        return data
    return "'" + data.replace("'", "''") + "'"
