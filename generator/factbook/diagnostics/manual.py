"""The manual of a rule: what it finds, why it matters and how to mend it, from one plain text.

The text begins with the fault in one line; then come the headings, each at the start of a line.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from factbook.diagnostics.problem import Severity

HEADINGS = ("What it finds", "Why it matters", "How to mend")
EXAMPLE = "Example"
_HEADING = re.compile(rf"^({'|'.join((*HEADINGS, EXAMPLE))}):[ \n]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Manual:
    """One rule as its users read it; words in backticks are to be written as they stand.

    `severity` is what the rule has where a dossier says nothing. `fixed` says that no dossier may
    lower it. `example` is YAML, often empty.
    """

    rule: str
    severity: Severity
    title: str
    finds: str
    matters: str
    mend: str
    example: str = ""
    fixed: bool = False

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The fixed headings with their texts."""
        return tuple(zip(HEADINGS, (self.finds, self.matters, self.mend), strict=True))


def read_manual(
    rule: str, text: str, severity: Severity = Severity.ERROR, *, fixed: bool = False
) -> Manual:
    """The manual of a rule from its text; raises ValueError where a heading is missing."""
    title, *parts = _HEADING.split(text.strip())
    found = dict(zip(parts[::2], parts[1::2], strict=True))
    missing = [heading for heading in HEADINGS if not found.get(heading, "").strip()]
    if missing or not title.strip():
        raise ValueError(f"the manual of {rule} lacks: {', '.join(missing) or 'its first line'}")
    finds, matters, mend = (_flowed(found[heading]) for heading in HEADINGS)
    return Manual(
        rule,
        severity,
        _flowed(title).rstrip("."),
        finds,
        matters,
        mend,
        example=textwrap.dedent(found.get(EXAMPLE, "").strip("\n")).rstrip(),
        fixed=fixed,
    )


def _flowed(text: str) -> str:
    """The text as sentences without the line breaks of its file; empty lines part paragraphs."""
    flowed = "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
    return flowed[:1].upper() + flowed[1:]
