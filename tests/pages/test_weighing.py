from __future__ import annotations

import re

from factbook.facts.vocabulary import read_vocabulary
from factbook.pages.weighing import weighing_page
from factbook.weighing.rules import EXPLAINING, SAYING

PAGE = weighing_page("weighing/", read_vocabulary(None)[0])
RULES = {rule.anchor: rule for _, rules in PAGE.chapters for rule in rules}


def test_every_rule_is_explained_in_a_sentence_and_in_more() -> None:
    for rule in RULES.values():
        assert rule.title
        assert rule.text, rule.title
    assert {f"rule-{name}" for name in (*SAYING, *EXPLAINING)} <= RULES.keys()


def test_no_rule_speaks_the_language_of_the_code() -> None:
    words = " ".join(word for rule in RULES.values() for word in (rule.title, *rule.text))
    assert not re.search(r"\b(None|tuple|dict|class|def|frozenset|Finding|telling)\b| \| ", words)


def test_worked_examples_read_as_sentences() -> None:
    examples = {one.title: one for rule in RULES.values() for one in rule.examples}
    rises = examples["The figure rises the next day"]
    assert rises.claims == (
        "ministry: killed 3, on 2031-05-02",
        "ministry: killed 5, on 2031-05-03",
    )
    assert rises.outcome == "revised"
    inside = examples["Four inside and three outside are the seven"]
    assert inside.claims[:2] == (
        "cell: rockets landed 4, in the zone",
        "cell: rockets landed 3, outside the zone",
    )
    counted = examples["Three outside, one of them near the hospital"]
    assert counted.claims[1] == "cell: rockets landed 1, near the hospital, counted in the first"
    assert "Iraqis here, Americans there" in examples
    own = examples["Soldiers in the document's own voice, which carries the civilians too"]
    assert own.claims[1] == "a document, in its own voice: injured 1, military"


def test_no_example_shows_how_files_are_written() -> None:
    for rule in RULES.values():
        for example in rule.examples:
            assert not re.search(r"[{}_]|\w+: \w+:", " ".join(example.claims)), example.title
