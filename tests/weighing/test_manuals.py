"""The worked examples of the public page "How we weigh" are tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.weighing.manuals import chapters
from factbook.weighing.relation import Relation
from factbook.weighing.rules import EXPLAINING, SAYING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier
    from factbook.weighing.manuals import Worked

RULES = {rule.name: rule for rules in chapters().values() for rule in rules}
WORKED = [(rule.name, one) for rule in RULES.values() for one in rule.examples if one.lines]


@pytest.mark.parametrize(("rule", "worked"), WORKED, ids=[f"{r}: {w.title}" for r, w in WORKED])
def test_a_worked_example_comes_to_what_it_says(
    told: Callable[..., Dossier], related: Callable[[Dossier], str], rule: str, worked: Worked
) -> None:
    assert related(told(*worked.lines)) == worked.outcome, rule


def test_every_rule_of_two_positions_has_a_worked_example() -> None:
    assert {*SAYING, *EXPLAINING} <= {rule for rule, _ in WORKED}


def test_every_relation_is_shown_in_an_example() -> None:
    shown = {worked.outcome for _, worked in WORKED}
    assert {relation.value for relation in Relation} <= shown | {"same"}
