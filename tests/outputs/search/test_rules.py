"""Every rule that the site explains can be found, at the place where it is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.outputs.search.rules import rules
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pages.manual import CHECKS
from factbook.pages.why import WEIGHING
from factbook.rendering.page import Drawn, draw_page
from factbook.rendering.templates import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier


@pytest.mark.parametrize("folders", [True, False])
def test_there_is_one_record_for_each_rule_and_its_anchor_is_there(
    dossier: Callable[[str], Dossier], tmp_path: Path, *, folders: bool
) -> None:
    made, addresses = dossier(""), Addresses(folders)
    found = [one.url for one in rules(addresses)]
    led = set()
    for view in compose(made.ledger, made.weighing, addresses):
        if view.section in {WEIGHING, CHECKS}:
            drawn = draw_page(view, environment(tmp_path))
            assert isinstance(drawn, Drawn)
            anchors = (one for one in drawn.anchors if one.startswith("rule-"))
            led |= {f"{view.address}#{one}" for one in anchors}
    assert len(found) == len(set(found))
    assert set(found) == led


def test_a_rule_is_found_by_what_it_says_and_by_its_name() -> None:
    found = {one.url: one for one in rules(Addresses())}
    check = found["checks/#rule-long-quote"]
    assert check.type == "rule"
    assert "long-quote" in check.text
    assert "[" not in "".join(one.title for one in found.values())
    assert "`" not in "".join(one.text + one.title for one in found.values())
    weighing = found["weighing/#rule-rising"]
    assert weighing.text.endswith("How we weigh: What explains that two do not agree")
