"""How we weigh, in words: the docstrings of the rules, with their worked examples.

What stands there is what readers of the site are told, and the examples are the tests.
"""

from __future__ import annotations

import re
import textwrap
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factbook.weighing import (
    conflict,
    descent,
    fingerprint,
    linking,
    named,
    origins,
    position,
    sums,
    telling,
)
from factbook.weighing.comparing import coverage, dates, names, numbers
from factbook.weighing.rules import (
    completeness,
    declared,
    denial,
    rendering,
    revision,
    rising,
    scope,
    tension,
    update,
    value,
)

if TYPE_CHECKING:
    from types import ModuleType

EXAMPLE = "Example: "
_QUOTED = re.compile(r'"([^"]*)"')
CHAPTERS: dict[str, tuple[ModuleType, ...]] = {
    "What is weighed": (position, telling),
    "Values and what they cover": (numbers, dates, names, coverage),
    "How two positions stand to each other": (
        rendering,
        completeness,
        tension,
        scope,
        denial,
        value,
    ),
    "What explains that two do not agree": (declared, update, revision, rising),
    "Sums": (sums, named),
    "Origins": (origins, linking, descent),
    "Conflicts and assessments": (conflict, fingerprint),
}


class Worked(NamedTuple):
    """A worked example: claims in a line each, and what they come to.

    A line is `SPEAKER | ATTRIBUTE | VALUE | more`; the outcome of two claims is their relation, of
    more the kind of their conflict or `no conflict`. An example in words has no lines.
    """

    title: str
    lines: tuple[str, ...]
    outcome: str


class Rule(NamedTuple):
    """A rule as readers get it: its name in the code, one sentence, paragraphs, examples."""

    name: str
    title: str
    text: tuple[str, ...]
    examples: tuple[Worked, ...]


def chapters() -> dict[str, tuple[Rule, ...]]:
    """All rules, in the order in which they are read."""
    return {title: tuple(map(_rule, modules)) for title, modules in CHAPTERS.items()}


def title_of(name: str) -> str:
    """The sentence at the top of a rule."""
    return _titles()[name]


@cache
def _titles() -> dict[str, str]:
    return {rule.name: rule.title for rules in chapters().values() for rule in rules}


def _rule(module: ModuleType) -> Rule:
    words, *examples = (module.__doc__ or "").split(EXAMPLE)
    title, *paragraphs = words.strip().split("\n\n")
    return Rule(
        name=module.__name__.rpartition(".")[2],
        title=_flowed(title),
        text=tuple(_flowed(one) for one in paragraphs),
        examples=tuple(_worked(one) for one in examples),
    )


def _worked(text: str) -> Worked:
    title, _, block = text.strip().partition("\n")
    lines = textwrap.dedent(block).splitlines()
    if not lines or not lines[0].count("|"):
        return Worked(_flowed(text), (), "")
    return Worked(title, tuple(lines[:-1]), lines[-1])


def _flowed(text: str) -> str:
    """As one paragraph, with quotation marks as they are printed."""
    return _QUOTED.sub("“\\1”", " ".join(text.split()))
