"""The rules of weighing and of checking, each as something that can be found, at its anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.checks.manuals import manuals
from factbook.outputs.search.records import Found, unmarked
from factbook.pages.manual import CHECKS
from factbook.pages.manual import TITLE as HOW_WE_CHECK
from factbook.pages.weighing import TITLE as HOW_WE_WEIGH
from factbook.pages.why import WEIGHING
from factbook.weighing.manuals import chapters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.pages.addresses import Addresses

RULE = "rule"


def rules(addresses: Addresses) -> Iterator[Found]:
    """A record for each rule that a site explains: its sentence, what it says, its examples."""
    for chapter, found in chapters().items():
        for rule in found:
            examples = (one.title for one in rule.examples)
            words = (*rule.text, *examples, f"{HOW_WE_WEIGH}: {chapter}")
            yield _rule(addresses.listing(WEIGHING), rule.name, rule.title.rstrip("."), *words)
    for manual in manuals().values():
        told = (text for _, text in manual.sections)
        words = (*told, manual.rule, HOW_WE_CHECK)
        yield _rule(addresses.listing(CHECKS), manual.rule, manual.title, *words)


def _rule(page: str, name: str, title: str, *words: str) -> Found:
    text = " · ".join(" ".join(unmarked(one).split()) for one in words if one)
    return Found(f"{page}#rule-{name}", RULE, unmarked(title), text)
