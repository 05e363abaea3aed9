"""What can be wrong with facts that are well-formed: one rule in each file.

A rule is named after the fault it finds. Its module's docstring is its manual, under three
headings: what it finds, why it matters, how to mend it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.checks import (
    circular_hierarchy,
    headline_unsupported,
    long_quote,
    malformed_source,
    misfit_value,
    missing_claim,
    uncited_claim,
    uncited_record,
    unknown_actor,
    unknown_attribute,
    unknown_place,
    unknown_qualifier,
    unknown_source,
    unknown_statement,
    unknown_subject,
    unknown_word,
    unreached_subject,
    unsourced_prose,
    who_says,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.diagnostics.problem import Problem
    from factbook.facts.ledger import Ledger

RULES = (
    unknown_word,
    circular_hierarchy,
    malformed_source,
    uncited_claim,
    uncited_record,
    who_says,
    unknown_attribute,
    unknown_qualifier,
    misfit_value,
    unknown_source,
    unknown_statement,
    unknown_actor,
    unknown_place,
    unknown_subject,
    missing_claim,
    unsourced_prose,
    headline_unsupported,
    long_quote,
    unreached_subject,
)


def check(ledger: Ledger) -> list[Problem]:
    """All problems of a ledger, rule by rule."""
    rules: list[Callable[[Ledger], Iterator[Problem]]] = [rule.check for rule in RULES]
    return [problem for rule in rules for problem in rule(ledger)]
