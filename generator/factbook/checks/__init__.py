"""What can be wrong with facts that are well-formed: one rule in each file.

A rule is named after the fault it finds. Its module's docstring is its manual, under three
headings: what it finds, why it matters, how to mend it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.checks import (
    ambiguous_name,
    assessment_fault,
    circular_hierarchy,
    conflict_fault,
    echo_fault,
    evidence_changed,
    headline_unsupported,
    id_taken,
    idle_judgement,
    ids_alike,
    incomplete_claim,
    label_as_organisation,
    long_quote,
    malformed_source,
    mention_grown,
    misfit_value,
    misplaced_coordinates,
    missing_claim,
    part_fault,
    publisher_speaks,
    stale_quote,
    supersedes_fault,
    too_many_named,
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
    unquoted_value,
    unreached_subject,
    unsourced_prose,
    unsupported_words,
    unverified_quote,
    unweighed_claim,
    via_speaker,
    who_says,
    withdrawn_cited,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.diagnostics.problem import Problem
    from factbook.evidence.standing import Evidence
    from factbook.facts.ledger import Ledger
    from factbook.weighing.weigh import Weighing

RULES = (
    unknown_word,
    id_taken,
    ids_alike,
    ambiguous_name,
    circular_hierarchy,
    label_as_organisation,
    misplaced_coordinates,
    malformed_source,
    incomplete_claim,
    uncited_claim,
    uncited_record,
    who_says,
    publisher_speaks,
    via_speaker,
    unknown_attribute,
    unknown_qualifier,
    misfit_value,
    unquoted_value,
    unknown_source,
    unknown_statement,
    unknown_actor,
    unknown_place,
    unknown_subject,
    echo_fault,
    supersedes_fault,
    part_fault,
    conflict_fault,
    assessment_fault,
    too_many_named,
    missing_claim,
    withdrawn_cited,
    unsourced_prose,
    unsupported_words,
    headline_unsupported,
    long_quote,
    mention_grown,
    unreached_subject,
)


# rules that also need to know what the weighing found
RULES_OF_WEIGHING = (unweighed_claim, evidence_changed, idle_judgement)

# rules that also need to know which quotes were found
RULES_OF_EVIDENCE = (unverified_quote, stale_quote)


ALL_RULES = (*RULES, *RULES_OF_WEIGHING, *RULES_OF_EVIDENCE)
HOW_MANY = len(ALL_RULES)


def check_rule(rule: int, ledger: Ledger, weighing: Weighing, evidence: Evidence) -> list[Problem]:
    """What the rule of this number finds, of HOW_MANY: for whoever divides the work."""
    if rule < len(RULES):
        check_one: Callable[[Ledger], Iterator[Problem]] = RULES[rule].check
        return list(check_one(ledger))
    rule -= len(RULES)
    if rule < len(RULES_OF_WEIGHING):
        return list(RULES_OF_WEIGHING[rule].check(ledger, weighing))
    return list(RULES_OF_EVIDENCE[rule - len(RULES_OF_WEIGHING)].check(ledger, evidence))
