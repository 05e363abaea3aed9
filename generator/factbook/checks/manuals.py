"""The manuals of all rules: of the checks, and of what is reported elsewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from factbook.checks import ALL_RULES
from factbook.diagnostics.manual import read_manual
from factbook.diagnostics.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.diagnostics.manual import Manual

ELSEWHERE = Path(__file__).with_name("elsewhere.md")
# checks that report under rules of elsewhere.md, and so have no rule of their own name
WITHOUT_RULE = frozenset({"misfit-value"})
# checks that are warnings where a dossier says nothing else
WARNINGS = frozenset(
    {
        "ambiguous-name",
        "evidence-changed",
        "idle-judgement",
        "ids-alike",
        "long-quote",
        "mention-grown",
        "publisher-speaks",
        "too-many-named",
        "unreached-subject",
        "unsupported-words",
        "unverified-quote",
    }
)
# checks that keep the first promise: nothing unsourced gets out
PROMISED = frozenset(
    {
        "headline-unsupported",
        "incomplete-claim",
        "missing-claim",
        "stale-quote",
        "uncited-claim",
        "uncited-record",
        "unknown-source",
        "unsourced-prose",
    }
)
# the few rules of elsewhere.md that may be lowered; without the others nothing can be read or shown
ADJUSTABLE = frozenset({"ambiguous-quote", "locator-contradicts", "no-snapshot", "unused-file"})
_SECTION = re.compile(r"^## (\S+)(?: \((warning)\))?\n", re.MULTILINE)


@cache
def manuals() -> Mapping[str, Manual]:
    """The manual of every rule by its id, in the order of ids."""
    found = {}
    for check in ALL_RULES:
        rule = check.__name__.rpartition(".")[2].replace("_", "-")
        if rule not in WITHOUT_RULE:
            severity = Severity.WARNING if rule in WARNINGS else Severity.ERROR
            found[rule] = read_manual(rule, check.__doc__ or "", severity, fixed=rule in PROMISED)
    _, *parts = _SECTION.split(ELSEWHERE.read_text(encoding="utf-8"))
    for rule, word, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        severity = Severity(word or "error")
        found[rule] = read_manual(rule, text, severity, fixed=rule not in ADJUSTABLE)
    return MappingProxyType(dict(sorted(found.items())))
